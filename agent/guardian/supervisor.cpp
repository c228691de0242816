#include "agent/guardian/supervisor.h"

#include <csignal>
#include <list>

#include <boost/asio.hpp>
#include <boost/json.hpp>

#include "agent/guardian/backoff.h"
#include "agent/linux/child_process.h"
#include "agent/linux/clock.h"
#include "agent/process/commands.h"
#include "agent/process/fd_watch.h"
#include "agent/process/log.h"

namespace twinhelm::agent
{

namespace asio = boost::asio;
namespace json = boost::json;

namespace
{

/// For a child that is to make room: it only has to write down where it stands.
constexpr std::chrono::milliseconds leavePatience{500};
/// One that made room may still wait for its mails.
constexpr std::chrono::seconds retiredPatience{30};

/// One process of the role.
struct Child {
    std::optional<ChildProcess> process;
    std::optional<FdWatch> watch;
    std::optional<Channel> channel;
    std::optional<ExitStatus> exit; ///< it has ended; what it had written may still be on its way
};

} // namespace

class Supervisor::Impl
{
public:
    Impl(asio::io_context &io, std::string role, std::vector<std::string> argv, std::string steadyState)
        : io_(io), timer_(io), leaveTimer_(io), argv_(std::move(argv)), steadyState_(std::move(steadyState))
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

    void takeUp(ChildRecord record, Handlers handlers)
    {
        handlers_ = std::move(handlers);
        started_ = startedOnce_ = true;
        state_.restarts = record.state.restarts;
        auto process = ChildProcess::takeUp(record.state.pid);
        ChannelFd channel(record.channel);
        if (!process) {
            asio::post(io_, [this, why = process.error().what] { died(why); });
            return;
        }
        current_ = std::make_unique<Child>();
        current_->process.emplace(std::move(*process));
        startedAt_ = monotonicNow();
        attend(*current_, {std::move(channel), std::move(record.unread), std::move(record.unsent)});
        state_ = std::move(record.state);
    }

    void stop(Duration patience, std::function<void()> onEnded)
    {
        stopping_ = true;
        timer_.cancel();
        if (successor_)
            keepOld({"A0186", "the agent ends", "start it again"});
        if (!current_) {
            asio::post(io_, std::move(onEnded));
            return;
        }
        onEnded_ = std::move(onEnded);
        endInOrder(patience);
    }

    void restart(Duration patience)
    {
        if (!current_ || stopping_)
            return;
        restarting_ = true;
        endInOrder(patience);
    }

    void send(const Message &message)
    {
        if (current_ && current_->channel)
            current_->channel->send(message);
    }

    void request(json::value body, std::function<void(json::value)> onReply)
    {
        if (current_ && current_->channel) {
            current_->channel->request(std::move(body), std::move(onReply));
            return;
        }
        asio::post(io_, [role = state_.role, onReply = std::move(onReply)] {
            onReply(refusalReply({"A0186", "the " + role + " process does not run at the moment",
                                  "it is started again at once; ask once more"}));
        });
    }

    // ---- a successor ---------------------------------------------------------------------------

    void replace(json::value prepare, Done onDone)
    {
        if (!current_ || stopping_ || successor_) {
            asio::post(io_, [onDone = std::move(onDone), role = state_.role] {
                onDone(fail("A0186", "the " + role + " process does not run at the moment", "ask once more"));
            });
            return;
        }
        auto next = launch();
        if (!next) {
            asio::post(io_, [onDone = std::move(onDone), error = next.error()] { onDone(tl::unexpected(error)); });
            return;
        }
        onReplaced_ = std::move(onDone);
        successor_ = std::move(*next);
        successor_->channel->request(std::move(prepare), [this](const json::value &reply) {
            if (auto ready = replyResult(reply); ready)
                askToLeave();
            else
                keepOld(ready.error());
        });
    }

    void detach(std::function<void(std::optional<ChildRecord>)> onDetached)
    {
        if (!current_ || !current_->channel) {
            asio::post(io_, [onDetached = std::move(onDetached)] { onDetached(std::nullopt); });
            return;
        }
        current_->watch.reset();
        current_->channel->detach([this, onDetached = std::move(onDetached)](Channel::Detached left) {
            ChildRecord out{state_, left.fd.release(), std::move(left.unread), std::move(left.unsent)};
            current_.reset();
            onDetached(std::move(out));
        });
    }

    [[nodiscard]] bool running() const { return current_ && current_->channel && !current_->exit; }
    [[nodiscard]] bool settled() const { return running() && !successor_ && current_->channel->settled(); }
    [[nodiscard]] const wire::ProcessState &state() const { return state_; }
    [[nodiscard]] bool started() const { return started_; }

private:
    void spawn()
    {
        auto child = launch();
        if (!child) {
            died(child.error().what);
            return;
        }
        current_ = std::move(*child);
        startedAt_ = monotonicNow();
        changed(steadyState_);
        handlers_.onStarted(std::exchange(startedOnce_, true));
    }

    Result<std::unique_ptr<Child>> launch()
    {
        auto ends = Channel::makePair();
        if (!ends)
            return tl::unexpected(ends.error());
        SpawnRequest request;
        request.program = "/proc/self/exe"; // the same version as this one, also after an upgrade on disk
        request.argv = argv_;
        request.diesWithParent = true;
        request.inherited = ends->second.get();
        auto process = ChildProcess::spawn(request);
        if (!process)
            return tl::unexpected(process.error());
        auto child = std::make_unique<Child>();
        child->process.emplace(std::move(*process));
        attend(*child, {std::move(ends->first), {}, {}});
        return child;
    }

    /// Calls back as long as the child is in one of our hands.
    void attend(Child &child, Channel::Detached channel)
    {
        child.channel.emplace(io_, std::move(channel));
        child.channel->start(handlers_.onMessage,
                             [this, one = &child](const std::string &why) { channelClosed(*one, why); });
        child.watch.emplace(io_, child.process->pidFd(), [this, one = &child] { ended(*one); });
    }

    /// A child has ended when its process has and all that it had written is read.
    void ended(Child &child)
    {
        child.exit = child.process->reap();
        if (!child.exit)
            return;
        child.watch.reset();
        if (!child.channel)
            finish(child);
    }

    void channelClosed(Child &child, const std::string &why)
    {
        child.channel.reset();
        if (child.exit) {
            finish(child);
            return;
        }
        if (&child == current_.get()) {
            log::info(state_.role + ": its channel is closed: " + why);
            child.process->signal(SIGTERM);
        }
    }

    void finish(Child &child)
    {
        if (&child == current_.get())
            finishCurrent();
        else if (&child == successor_.get())
            asio::post(io_, [this, status = child.exit->toString()] {
                keepOld({"A0192", "the new " + state_.role + " process " + status, "look into its log"});
            });
        else
            std::erase_if(retired_, [&](const auto &one) { return one.get() == &child; });
    }

    void finishCurrent()
    {
        const auto status = *current_->exit;
        current_.reset();
        if (successor_)
            return; // it goes on as soon as it is ready
        timer_.cancel();
        if (std::exchange(restarting_, false) && !stopping_) {
            spawn();
            return;
        }
        if (!stopping_) {
            died(status.toString());
            return;
        }
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

    void endInOrder(Duration patience)
    {
        current_->process->signal(SIGTERM);
        timer_.expires_after(patience);
        timer_.async_wait([this](boost::system::error_code error) {
            if (error || !current_)
                return;
            log::error(state_.role + " does not end; killing it");
            current_->process->signal(SIGKILL);
        });
    }

    /// The new one is ready. An old one that does not answer is killed: the new one goes on as after a crash.
    void askToLeave()
    {
        if (!current_ || !current_->channel) {
            promote({});
            return;
        }
        current_->channel->request(makeCommand(command::leave), [this](const json::value &reply) {
            leaveTimer_.cancel();
            if (!replyResult(reply) && current_ && current_->process)
                current_->process->signal(SIGKILL);
            promote(reply);
        });
        leaveTimer_.expires_after(leavePatience);
        leaveTimer_.async_wait([this](boost::system::error_code error) {
            if (!error && successor_ && current_)
                current_->process->signal(SIGKILL); // its closed channel answers the request
        });
    }

    void promote(const json::value &reply)
    {
        if (!successor_)
            return;
        if (current_)
            retire(std::move(current_));
        current_ = std::move(successor_);
        startedAt_ = monotonicNow();
        json::value body = makeCommand(command::goOn);
        const auto *object = reply.if_object();
        const auto *carried = object == nullptr ? nullptr : object->if_contains("carried");
        if (carried != nullptr && carried->is_object()) {
            for (const auto &[key, value] : carried->get_object())
                body.as_object()[key] = value;
        }
        current_->channel->request(std::move(body), [this](const json::value &answer) {
            if (auto onDone = std::exchange(onReplaced_, {}))
                onDone(replyResult(answer));
        });
        changed(steadyState_);
    }

    void retire(std::unique_ptr<Child> child)
    {
        retired_.push_back(std::move(child));
        const auto timer = std::make_shared<asio::steady_timer>(io_, retiredPatience);
        timer->async_wait([this, timer, pid = retired_.back()->process->pid()](boost::system::error_code) {
            for (const auto &one : retired_) {
                if (one->process->pid() == pid)
                    one->process->signal(SIGKILL);
            }
        });
    }

    /// The successor is no good.
    void keepOld(const Error &error)
    {
        if (!successor_)
            return;
        const bool oldIsGone = !current_;
        if (!successor_->exit)
            successor_->process->signal(SIGKILL);
        retire(std::move(successor_));
        if (retired_.back()->exit)
            retired_.pop_back();
        if (auto onDone = std::exchange(onReplaced_, {}))
            onDone(tl::unexpected(error));
        if (oldIsGone && !stopping_)
            died("ended, and its successor could not begin");
    }

    void changed(const std::string &state)
    {
        state_.state = state;
        state_.pid = current_ ? current_->process->pid() : 0;
        state_.since = wallNow();
        handlers_.onChanged();
    }

    asio::io_context &io_;
    asio::steady_timer timer_;
    asio::steady_timer leaveTimer_;
    std::vector<std::string> argv_;
    std::string steadyState_;
    Handlers handlers_;
    wire::ProcessState state_;
    Backoff backoff_;
    TimePoint startedAt_{};
    std::unique_ptr<Child> current_;
    std::unique_ptr<Child> successor_;          ///< while one gets ready
    std::list<std::unique_ptr<Child>> retired_; ///< made room, and end on their own
    std::function<void()> onEnded_;
    Done onReplaced_;
    bool started_ = false;
    bool startedOnce_ = false;
    bool stopping_ = false;
    bool restarting_ = false;
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

void Supervisor::takeUp(ChildRecord child, Handlers handlers)
{
    impl_->takeUp(std::move(child), std::move(handlers));
}

void Supervisor::stop(Duration patience, std::function<void()> onEnded)
{
    impl_->stop(patience, std::move(onEnded));
}

void Supervisor::send(const Message &message)
{
    impl_->send(message);
}

void Supervisor::request(json::value body, std::function<void(json::value)> onReply)
{
    impl_->request(std::move(body), std::move(onReply));
}

void Supervisor::replace(json::value prepare, Done onDone)
{
    impl_->replace(std::move(prepare), std::move(onDone));
}

void Supervisor::restart(Duration patience)
{
    impl_->restart(patience);
}

void Supervisor::detach(std::function<void(std::optional<ChildRecord>)> onDetached)
{
    impl_->detach(std::move(onDetached));
}

bool Supervisor::settled() const
{
    return impl_->settled();
}

bool Supervisor::running() const
{
    return impl_->running();
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
