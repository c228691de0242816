#include "agent/notify/mailer.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <ctime>
#include <optional>

#include <boost/asio.hpp>
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "agent/linux/child_process.h"
#include "agent/linux/clock.h"
#include "agent/linux/system_error.h"
#include "agent/mail/mail_job.h"
#include "agent/notify/mail_queue.h"
#include "agent/process/fd_watch.h"
#include "agent/process/log.h"

namespace twinhelm::agent
{

namespace
{

/// The dialogue takes a dozen answers; a server that is so slow at each of them is given up on as a whole.
constexpr unsigned patience = 4; // times the timeout

std::string hostName()
{
    std::array<char, 256> name{};
    ::gethostname(name.data(), name.size() - 1);
    return name.data();
}

std::string dateNow()
{
    const auto now = std::time(nullptr);
    tm parts{};
    ::localtime_r(&now, &parts);
    std::array<char, 64> text{};
    const auto length = std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S %z", &parts);
    return {text.data(), length};
}

} // namespace

class Mailer::Impl
{
public:
    Impl(boost::asio::io_context &io, OnTrouble onTrouble, std::string program, std::vector<std::string> arguments)
        : io_(io), onTrouble_(std::move(onTrouble)), program_(std::move(program)), arguments_(std::move(arguments)),
          timer_(io), limit_(io)
    {
    }

    void configure(const vrrp::MailSettings &settings, const std::string &routerId)
    {
        settings_ = settings;
        routerId_ = routerId;
        const auto host = hostName();
        if (settings_.from.empty())
            settings_.from = "root@" + host; // keepalived's
        if (settings_.heloName.empty())
            settings_.heloName = host;
    }

    void send(const vrrp::SendMail &mail)
    {
        const auto before = queue_.dropped();
        queue_.push(mail, dateNow());
        if (before == 0 && queue_.dropped() > 0)
            trouble("mail_dropped", "more mails wait than can be kept; the oldest are dropped");
        proceed();
    }

    [[nodiscard]] std::size_t waiting() const { return queue_.size(); }
    [[nodiscard]] std::uint64_t lost() const { return queue_.lost(); }

private:
    struct Sending {
        explicit Sending(ChildProcess child) : process(std::move(child)) {}
        ChildProcess process;
        FileDescriptor channel;
        std::optional<FdWatch> watch;
    };

    void proceed()
    {
        if (const auto *mail = queue_.take(monotonicNow())) {
            begin(*mail);
            return;
        }
        const auto next = queue_.nextDeadline();
        if (!next)
            return;
        timer_.expires_at(std::chrono::steady_clock::time_point(next->time_since_epoch()));
        timer_.async_wait([this](boost::system::error_code error) {
            if (!error)
                proceed();
        });
    }

    void begin(const MailQueue::Mail &mail)
    {
        MailJob job;
        job.server = settings_.server;
        job.port = settings_.port;
        job.heloName = settings_.heloName;
        job.from = settings_.from;
        job.recipients = settings_.recipients;
        job.subject = "[" + routerId_ + "] " + mail.what.subject;
        job.body = mail.what.body;
        job.date = mail.date;
        const auto timeout = std::chrono::duration_cast<std::chrono::milliseconds>(settings_.timeout);
        job.timeoutMs = static_cast<unsigned>(timeout.count());
        subject_ = job.subject;

        std::array<int, 2> ends{};
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
            ended({false, false, errorText(errno)});
            return;
        }
        FileDescriptor ours(ends[0]);
        const FileDescriptor theirs(ends[1]);
        SpawnRequest request;
        request.program = program_;
        request.argv = arguments_;
        request.quiet = true;
        request.diesWithParent = true;
        request.inherited = theirs.get();
        auto process = ChildProcess::spawn(request);
        if (!process) {
            ended({false, false, process.error().what});
            return;
        }
        ::fcntl(ours.get(), F_SETFL, O_NONBLOCK);
        const auto line = encodeJob(job); // a few hundred bytes: fits into the empty socket
        const bool told =
            ::send(ours.get(), line.data(), line.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(line.size());
        sending_.emplace(std::move(*process));
        sending_->channel = std::move(ours);
        if (!told)
            sending_->process.signal(SIGKILL);
        sending_->watch.emplace(io_, sending_->process.pidFd(), [this] { processEnded(); });
        limit_.expires_after(patience * timeout);
        limit_.async_wait([this](boost::system::error_code error) {
            if (!error && sending_)
                sending_->process.signal(SIGKILL);
        });
    }

    void processEnded()
    {
        if (!sending_->process.reap())
            return;
        std::string answer;
        std::array<char, 4096> buffer{};
        ssize_t got = 0;
        while ((got = ::read(sending_->channel.get(), buffer.data(), buffer.size())) > 0)
            answer.append(buffer.data(), static_cast<std::size_t>(got));
        limit_.cancel();
        sending_->watch.reset();
        sending_.reset();
        ended(decodeOutcome(answer));
    }

    void ended(const MailOutcome &outcome)
    {
        if (outcome.sent) {
            log::info("mail \"" + subject_ + "\" sent: " + outcome.why);
            saidFailure_ = false;
            queue_.sent();
        } else if (queue_.failed(monotonicNow(), outcome.permanent)) {
            trouble("mail_lost", "\"" + subject_ + "\" is given up: " + outcome.why);
        } else if (!std::exchange(saidFailure_, true)) {
            trouble("mail_failed", "\"" + subject_ + "\" is not sent yet, trying again: " + outcome.why);
        }
        boost::asio::post(io_, [this] { proceed(); });
    }

    void trouble(const char *cause, const std::string &text) { onTrouble_({"smtp_server", cause, "mail " + text}); }

    boost::asio::io_context &io_;
    OnTrouble onTrouble_;
    std::string program_;
    std::vector<std::string> arguments_;
    boost::asio::steady_timer timer_;
    boost::asio::steady_timer limit_;
    vrrp::MailSettings settings_;
    std::string routerId_;
    MailQueue queue_;
    std::optional<Sending> sending_;
    std::string subject_;
    bool saidFailure_ = false;
};

Mailer::Mailer(boost::asio::io_context &io, OnTrouble onTrouble, std::string program,
               std::vector<std::string> arguments)
    : impl_(std::make_unique<Impl>(io, std::move(onTrouble), std::move(program), std::move(arguments)))
{
}

Mailer::~Mailer() = default;

void Mailer::configure(const vrrp::MailSettings &settings, const std::string &routerId)
{
    impl_->configure(settings, routerId);
}

void Mailer::send(const vrrp::SendMail &mail)
{
    impl_->send(mail);
}

std::size_t Mailer::waiting() const
{
    return impl_->waiting();
}

std::uint64_t Mailer::lost() const
{
    return impl_->lost();
}

} // namespace twinhelm::agent
