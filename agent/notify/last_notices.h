#pragma once

#include <chrono>

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include "agent/notify/fifo_writer.h"
#include "agent/notify/mailer.h"
#include "agent/notify/script_runner.h"
#include "agent/process/channel.h"

namespace twinhelm::agent
{

/// The end of a process that tells: its scripts, pipes and mails, and its last words to the guardian, get some time.
/// Threading: the io_context's thread. Errors: none; what has not ended by then is left or killed.
class LastNotices
{
public:
    /// keepalived gives the scripts of the end as long.
    static constexpr std::chrono::milliseconds atTheEnd{1000};
    /// When a successor does the work already, nobody waits for us: mails may go out in peace.
    static constexpr std::chrono::milliseconds withSuccessor{20'000};

    /// All of them outlive this.
    LastNotices(boost::asio::io_context &io, ScriptRunner &scripts, FifoWriter &fifos, Mailer &mailer, Channel &channel)
        : io_(io), timer_(io), scripts_(scripts), fifos_(fifos), mailer_(mailer), channel_(channel)
    {
    }

    /// Stops the loop when nothing is under way any more, or after so long.
    void wait(std::chrono::milliseconds most);

private:
    void look();

    boost::asio::io_context &io_;
    boost::asio::steady_timer timer_;
    ScriptRunner &scripts_;
    FifoWriter &fifos_;
    Mailer &mailer_;
    Channel &channel_;
    std::chrono::steady_clock::time_point until_{};
};

} // namespace twinhelm::agent
