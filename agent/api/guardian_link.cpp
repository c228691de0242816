#include "agent/api/guardian_link.h"

#include <memory>
#include <optional>

#include <boost/asio.hpp>

#include "agent/linux/memory.h"
#include "agent/process/log.h"
#include "common/wire/json_value.h"

namespace twinhelm::api
{

namespace asio = boost::asio;
namespace json = boost::json;

GuardianLink::GuardianLink(asio::io_context &io, agent::ChannelFd channel, Feed &feed)
    : io_(io), channel_(io, std::move(channel)), feed_(feed)
{
}

void GuardianLink::start(std::function<void()> onGone)
{
    const auto onMessage = [this](const agent::Message &message) {
        if (message.kind == agent::MessageKind::State) {
            auto state = wire::nodeStateFrom(message.body);
            if (state)
                feed_.takeState(std::move(*state));
            else
                agent::log::error("the guardian's state makes no sense: " + state.error().what);
            asio::post(io_, agent::giveMemoryBack); // when the message is gone
        } else if (message.kind == agent::MessageKind::Event) {
            const auto event = wire::eventFrom(message.body);
            if (event)
                feed_.takeEvent(*event);
            else
                agent::log::error("the guardian's event makes no sense: " + event.error().what);
        }
    };
    channel_.start(onMessage, [onGone = std::move(onGone)](const std::string &why) {
        agent::log::info("the guardian is gone: " + why);
        onGone();
    });
}

void GuardianLink::tell(const wire::Event &event)
{
    channel_.send({agent::MessageKind::Event, 0, wire::toValue(event)});
}

asio::awaitable<Result<json::value>> GuardianLink::ask(const json::value &body, std::chrono::milliseconds patience)
{
    // The reply may come after we have given up, so what it writes to must outlive this call.
    struct Waiting {
        asio::steady_timer timer;
        std::optional<json::value> reply;
    };
    const auto waiting = std::make_shared<Waiting>(Waiting{asio::steady_timer(io_, patience), std::nullopt});
    channel_.request(body, [waiting](json::value reply) {
        waiting->reply = std::move(reply);
        waiting->timer.cancel();
    });
    boost::system::error_code ignored;
    if (!waiting->reply)
        co_await waiting->timer.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
    if (!waiting->reply)
        co_return fail("A0504",
                       "The engine did not answer within " + std::to_string(patience.count()) +
                           " ms; whether it still does what was asked is not known.",
                       "Look at the state; see the log of twinhelmd on this node.");
    co_return std::move(*waiting->reply);
}

} // namespace twinhelm::api
