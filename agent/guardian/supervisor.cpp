#include "agent/guardian/supervisor.h"

#include <csignal>
#include <optional>

#include <boost/asio.hpp>

#include "agent/guardian/backoff.h"
#include "agent/linux/child_process.h"
#include "agent/linux/clock.h"
#include "agent/process/commands.h"
#include "agent/process/fd_watch.h"
#include "agent/process/log.h"

namespace twinhelm::agent
{

namespace asio = boost::asio;

class Supervisor::Impl
{
public:
    Impl(asio::io_context &io, std::string role, std::vector<std::string> argv, std::string steadyState)
        : io_(io), timer_(io), argv_(std::move(argv)), steadyState_(std::move(steadyState))
    {
        state_.role = std::move(role);
        state_.state = "starting";
    }

    void start(Handlers handlers)
    {
        handlers_ = std::move(handlers);
        started_ = true;
        spawn();
    }

    void stop(Duration patience, std::function<void()> onEnded)
    {
        stopping_ = true;
        timer_.cancel();
        if (!process_) {
            asio::post(io_, std::move(onEnded));
            return;
        }
        onEnded_ = std::move(onEnded);
        process_->signal(SIGTERM);
        timer_.expires_after(patience);
        timer_.async_wait([this](boost::system::error_code error) {
            if (error || !process_)
                return;
            log::error(state_.role + " does not end; killing it");
            process_->signal(SIGKILL);
        });
    }

    void send(const Message &message)
    {
        if (channel_)
            channel_->send(message);
    }

    void request(boost::json::value body, std::function<void(boost::json::value)> onReply)
    {
        if (channel_) {
            channel_->request(std::move(body), std::move(onReply));
            return;
        }
        asio::post(io_, [role = state_.role, onReply = std::move(onReply)] {
            onReply(refusalReply({"A0186", "the " + role + " process does not run at the moment",
                                  "it is started again at once; ask once more"}));
        });
    }

    [[nodiscard]] const wire::ProcessState &state() const { return state_; }
    [[nodiscard]] bool started() const { return started_; }

private:
    void spawn()
    {
        auto ends = Channel::makePair();
        if (!ends) {
            died(ends.error().what);
            return;
        }
        SpawnRequest request;
        request.program = "/proc/self/exe"; // the same version as this one, also after an upgrade on disk
        request.argv = argv_;
        request.diesWithParent = true;
        request.inherited = ends->second.get();
        auto process = ChildProcess::spawn(request);
        if (!process) {
            died(process.error().what);
            return;
        }
        process_.emplace(std::move(*process));
        startedAt_ = monotonicNow();
        channel_.emplace(io_, std::move(ends->first));
        channel_->start(handlers_.onMessage, [this](const std::string &why) { channelClosed(why); });
        watch_.emplace(io_, process_->pidFd(), [this] { ended(); });
        changed(steadyState_);
        handlers_.onStarted(std::exchange(startedOnce_, true));
    }

    /// A child has ended when its process has and all that it had written is read.
    void ended()
    {
        exit_ = process_->reap();
        if (!exit_)
            return;
        watch_.reset();
        if (!channel_)
            finish();
    }

    void channelClosed(const std::string &why)
    {
        channel_.reset();
        if (exit_) {
            finish();
            return;
        }
        log::info(state_.role + ": its channel is closed: " + why);
        process_->signal(SIGTERM);
    }

    void finish()
    {
        const auto status = *std::exchange(exit_, std::nullopt);
        process_.reset();
        if (!stopping_) {
            died(status.toString());
            return;
        }
        timer_.cancel();
        changed("stopped");
        if (onEnded_)
            onEnded_();
    }

    void died(const std::string &how)
    {
        const Duration wait = backoff_.next(monotonicNow() - startedAt_);
        ++state_.restarts;
        changed("restarting");
        handlers_.onDied(how, wait);
        timer_.expires_after(wait);
        timer_.async_wait([this](boost::system::error_code error) {
            if (!error && !stopping_)
                spawn();
        });
    }

    void changed(const std::string &state)
    {
        state_.state = state;
        state_.pid = process_ ? process_->pid() : 0;
        state_.since = wallNow();
        handlers_.onChanged();
    }

    asio::io_context &io_;
    asio::steady_timer timer_;
    std::vector<std::string> argv_;
    std::string steadyState_;
    Handlers handlers_;
    wire::ProcessState state_;
    Backoff backoff_;
    TimePoint startedAt_{};
    std::optional<ChildProcess> process_;
    std::optional<FdWatch> watch_;
    std::optional<Channel> channel_;
    std::optional<ExitStatus> exit_;
    std::function<void()> onEnded_;
    bool started_ = false;
    bool startedOnce_ = false;
    bool stopping_ = false;
};

Supervisor::Supervisor(asio::io_context &io, std::string role, std::vector<std::string> argv, std::string steadyState)
    : impl_(std::make_shared<Impl>(io, std::move(role), std::move(argv), std::move(steadyState)))
{
}

Supervisor::~Supervisor() = default;

void Supervisor::start(Handlers handlers)
{
    impl_->start(std::move(handlers));
}

void Supervisor::stop(Duration patience, std::function<void()> onEnded)
{
    impl_->stop(patience, std::move(onEnded));
}

void Supervisor::send(const Message &message)
{
    impl_->send(message);
}

void Supervisor::request(boost::json::value body, std::function<void(boost::json::value)> onReply)
{
    impl_->request(std::move(body), std::move(onReply));
}

bool Supervisor::started() const
{
    return impl_->started();
}

wire::ProcessState Supervisor::state() const
{
    return impl_->state();
}

} // namespace twinhelm::agent
