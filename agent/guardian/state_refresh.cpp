#include "agent/guardian/state_refresh.h"

#include <chrono>
#include <memory>
#include <optional>

#include <boost/asio.hpp>
#include <boost/json.hpp>

#include "agent/guardian/supervisor.h"
#include "agent/process/commands.h"

namespace twinhelm::agent
{

namespace asio = boost::asio;
namespace json = boost::json;

namespace
{

/// For the checker's part of a state that somebody waits for.
constexpr std::chrono::milliseconds checkerPatience{400};

struct Waiting {
    Waiting(asio::io_context &io, std::function<void(json::value)> toTell) : answer(std::move(toTell)), limit(io) {}
    void tell()
    {
        if (!engine || !checkerDone || told)
            return;
        told = true;
        limit.cancel();
        answer(std::move(*engine));
    }
    std::function<void(json::value)> answer;
    asio::steady_timer limit;
    std::optional<json::value> engine;
    bool checkerDone = false;
    bool told = false;
};

} // namespace

void refreshState(asio::io_context &io, Supervisor &vrrp, Supervisor *checker, std::function<void(json::value)> answer)
{
    if (checker == nullptr) {
        vrrp.request(makeCommand(command::refresh), std::move(answer));
        return;
    }
    const auto waiting = std::make_shared<Waiting>(io, std::move(answer));
    const auto checkerDone = [waiting] {
        waiting->checkerDone = true;
        waiting->tell();
    };
    waiting->limit.expires_after(checkerPatience);
    waiting->limit.async_wait([checkerDone](boost::system::error_code error) {
        if (!error)
            checkerDone();
    });
    checker->request(makeCommand(command::refresh), [checkerDone](const json::value &) { checkerDone(); });
    vrrp.request(makeCommand(command::refresh), [waiting](json::value reply) {
        waiting->engine = std::move(reply);
        waiting->tell();
    });
}

} // namespace twinhelm::agent
