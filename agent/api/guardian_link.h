#pragma once

#include <chrono>
#include <functional>
#include <string>

#include <boost/asio/awaitable.hpp>
#include <boost/json/value.hpp>

#include "agent/api/feed.h"
#include "agent/process/channel.h"
#include "common/base/result.h"

namespace twinhelm::api
{

/// The api process's end of the channel: fills the feed, carries commands and events to the guardian.
class GuardianLink
{
public:
    GuardianLink(boost::asio::io_context &io, agent::ChannelFd channel, Feed &feed);

    /// `onGone` is called once, when the guardian has closed the channel.
    void start(std::function<void()> onGone);
    /// Has the guardian store an event; it comes back like any other.
    void tell(const wire::Event &event);
    /// The reply's body. A0504 when none comes in time.
    [[nodiscard]] boost::asio::awaitable<Result<boost::json::value>> ask(const boost::json::value &body,
                                                                         std::chrono::milliseconds patience);

private:
    boost::asio::io_context &io_;
    agent::Channel channel_;
    Feed &feed_;
};

} // namespace twinhelm::api
