#pragma once

#include <memory>
#include <string>

#include <boost/asio/awaitable.hpp>

#include "agent/api/answer.h"
#include "agent/api/feed.h"
#include "agent/api/guardian_link.h"
#include "agent/api/limits.h"
#include "agent/api/metrics.h"
#include "agent/api/router.h"

namespace twinhelm::api
{

/// Who is asking: for the role, and for the words in events.
struct Client {
    Role role = Role::None;
    std::string name;   ///< "alice@desk (192.0.2.7)", "the Unix socket"
    bool local = false; ///< on the node itself, as its root
};

/// What the API knows and does, without connections: one object for all of them.
class Service
{
public:
    Service(const Limits &limits, Feed &feed, GuardianLink &guardian);

    /// Everything but event streams.
    [[nodiscard]] boost::asio::awaitable<Answer> answer(const Route &route, const Client &client);
    /// Counts, and has the journal keep it when it is time for that.
    void refused(Reason reason, const std::string &who, const std::string &what);
    void tell(const wire::Event &event) { guardian_.tell(event); }

    /// For a plan whose body is long: null when there are too many already. Giving it up frees it.
    [[nodiscard]] std::shared_ptr<void> placeForPlan();

    [[nodiscard]] const Limits &limits() const { return limits_; }
    [[nodiscard]] Feed &feed() { return feed_; }
    [[nodiscard]] ApiCounts &counts() { return counts_; }
    /// What the api process's row of the state shall say instead of "running"; empty: that.
    void setCondition(std::string condition) { condition_ = std::move(condition); }

private:
    boost::asio::awaitable<void> refreshState();
    boost::asio::awaitable<Answer> obey(const Route &route, const Client &client);
    [[nodiscard]] Answer stateAnswer() const;
    [[nodiscard]] Answer metricsAnswer() const;
    [[nodiscard]] std::optional<Answer> unknownInstance(const std::string &name) const;
    boost::asio::awaitable<Answer> command(std::string_view name, const std::string &instance, const std::string &by);
    boost::asio::awaitable<Answer> serverCommand(const ServerCommand &wanted, const std::string &by);
    boost::asio::awaitable<Answer> reload(const std::string &by);
    boost::asio::awaitable<Answer> plan(const std::string &file);
    boost::asio::awaitable<Answer> upgrade(const std::string &binary, const Client &client);

    Limits limits_;
    Feed &feed_;
    GuardianLink &guardian_;
    RefusalLedger refusals_;
    ApiCounts counts_;
    std::string condition_;
    std::size_t largePlans_ = 0;
};

} // namespace twinhelm::api
