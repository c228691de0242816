#include <array>

#include "agent/checks/link.h"
#include "agent/checks/probes.h"
#include "common/health/smtp_reply.h"
#include "common/health/words.h"

namespace twinhelm::checks
{

namespace
{

using health::Reason;
using health::SmtpReply;

/// One conversation; bytes that came with an earlier reply wait in it.
class Conversation
{
public:
    Conversation(Run &run, Link &link) : run_(run), link_(link) {}

    /// One whole reply, as the answer to `asked`; `wanted` 0: any code will do.
    boost::asio::awaitable<Failure> expect(std::string_view asked, unsigned wanted)
    {
        SmtpReply reply;
        while (reply.state() == SmtpReply::State::More) {
            if (begin_ == end_) {
                run_.phase("an SMTP reply", run_.probe().timing.connectTimeout);
                begin_ = 0;
                const auto got = co_await link_.read(buffer_, end_);
                if (got == Link::Got::End)
                    co_return Failure{Reason::ClosedEarly,
                                      "closed the connection instead of answering " + std::string(asked)};
                if (got == Link::Got::Failed)
                    co_return link_.failure();
            }
            std::size_t taken = 0;
            (void)reply.feed({buffer_.data() + begin_, end_ - begin_}, taken);
            begin_ += taken;
        }
        run_.step([&] { return "received " + health::shown(reply.line()); });
        co_return judged(reply, asked, wanted);
    }

    boost::asio::awaitable<Failure> say(std::string_view line)
    {
        run_.phase("room for a command", run_.probe().timing.connectTimeout);
        if (!co_await link_.write(line))
            co_return link_.failure();
        run_.step([&] { return "sent " + health::shown(line); });
        co_return Failure{};
    }

private:
    static Failure judged(const SmtpReply &reply, std::string_view asked, unsigned wanted)
    {
        const auto answer = std::string(asked) + " with \"" + health::shown(reply.line()) + '"';
        if (reply.state() == SmtpReply::State::NotSmtp)
            return {Reason::NotUnderstood, "answered " + answer + ", which is no SMTP"};
        if (reply.state() == SmtpReply::State::TooLong)
            return {Reason::TooMuch, "answered " + std::string(asked) + " with more than " +
                                         std::to_string(SmtpReply::mostBytes / 1024) + " KiB"};
        if (wanted != 0 && reply.code() != wanted)
            return {Reason::BadStatus, "answered " + answer + ", wanted " + std::to_string(wanted)};
        return {Reason::Answered, "answered " + answer};
    }

    Run &run_;
    Link &link_;
    std::array<char, 1024> buffer_{};
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
};

boost::asio::awaitable<Failure> askHost(Run &run, const health::Endpoint &host, const std::string &heloName)
{
    Link link(run);
    if (!co_await link.connect(agent::ProbeTransport::Tcp, host))
        co_return link.failure();
    Conversation talk(run, link);
    auto failure = co_await talk.expect("the connection", 220);
    const std::string helo = "HELO " + heloName + "\r\n";
    if (failure.reason == Reason::Answered)
        failure = co_await talk.say(helo);
    if (failure.reason == Reason::Answered)
        failure = co_await talk.expect("HELO", 250);
    if (failure.reason == Reason::Answered)
        failure = co_await talk.say("QUIT\r\n");
    if (failure.reason == Reason::Answered)
        failure = co_await talk.expect("QUIT", 0);
    co_return failure;
}

} // namespace

ProbeResult probeSmtp(Run &run, const health::SmtpProbe &probe)
{
    const std::vector<health::Endpoint> own{run.probe().endpoint};
    const auto &hosts = probe.hosts.empty() ? own : probe.hosts;
    health::Outcome out;
    for (const auto &host : hosts) {
        const auto failure = co_await askHost(run, host, probe.heloName);
        out = run.outcome("SMTP server " + health::toString(host), failure);
        if (!out.passed())
            break;
    }
    co_return out;
}

} // namespace twinhelm::checks
