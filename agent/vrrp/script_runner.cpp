#include "agent/vrrp/script_runner.h"

#include <csignal>
#include <list>
#include <optional>

#include <boost/asio.hpp>

#include "agent/process/fd_watch.h"
#include "agent/process/log.h"

namespace twinhelm::agent
{

namespace
{

constexpr std::chrono::seconds killAfter{2};
constexpr const char *keepalivedUser = "keepalived_script";

} // namespace

class ScriptRunner::Impl
{
public:
    Impl(boost::asio::io_context &io, Finished onFinished) : io_(io), onFinished_(std::move(onFinished)) {}

    void setDefaultUser(const std::string &user, const std::string &group)
    {
        identities_.clear();
        default_.reset();
        if (!user.empty()) {
            default_ = identityOf(user, group);
            return;
        }
        if (auto identity = findIdentity(keepalivedUser, {}))
            default_ = std::move(*identity);
    }

    void run(const vrrp::RunScript &action)
    {
        // The last run was given up on and still has not died: it gets no third chance.
        if (const auto old = scripts_.find(action.script); old != scripts_.end())
            old->second->process.signalGroup(SIGKILL);
        auto process = start(action.command);
        if (!process) {
            complain(action.script, process.error().what + "; " + process.error().mend);
            // Answered from the loop: the node is in the middle of a step.
            boost::asio::post(io_, [this, name = action.script] {
                onFinished_({name, vrrp::ScriptResult::NotRun, 127});
            });
            return;
        }
        complain(action.script, {});
        auto script = std::make_shared<Script>(io_, action.script, std::move(*process));
        scripts_[action.script] = script;
        script->watch.emplace(io_, script->process.pidFd(), [this, script] { scriptEnded(script); });
        script->timer.expires_after(action.timeout);
        script->timer.async_wait([this, script](boost::system::error_code error) {
            if (!error)
                scriptTimedOut(script);
        });
    }

    void notify(const vrrp::RunNotify &action)
    {
        auto process = start(action.command);
        if (!process) {
            log::error("notify of " + action.subject + ": " + process.error().what + "; " + process.error().mend);
            return;
        }
        notifies_.emplace_back(action.subject + ": " + action.command.argv.front(), std::move(*process));
        const auto at = std::prev(notifies_.end());
        at->watch.emplace(io_, at->process.pidFd(), [this, at] { notifyEnded(at); });
    }

    [[nodiscard]] std::size_t runningNotifies() const { return notifies_.size(); }

    void killScripts()
    {
        for (const auto &[name, script] : scripts_)
            script->process.signalGroup(SIGKILL);
    }

private:
    struct Script {
        Script(boost::asio::io_context &io, std::string scriptName, ChildProcess child)
            : name(std::move(scriptName)), process(std::move(child)), timer(io)
        {
        }
        std::string name;
        ChildProcess process;
        std::optional<FdWatch> watch;
        boost::asio::steady_timer timer;
        bool reported = false;
    };
    struct Notify {
        Notify(std::string commandName, ChildProcess child) : name(std::move(commandName)), process(std::move(child)) {}
        std::string name;
        ChildProcess process;
        std::optional<FdWatch> watch;
    };

    Result<ChildProcess> start(const vrrp::Command &command)
    {
        SpawnRequest request;
        request.argv = command.argv;
        request.identity = command.user.empty() ? default_ : identityOf(command.user, command.group);
        if (!request.identity && !command.user.empty())
            return fail("A0330", "there is no user '" + command.user + "' to run " + command.argv.front() + " as",
                        "create the user or correct the script's user");
        request.ownGroup = true;
        request.quiet = true;
        return ChildProcess::spawn(request);
    }

    std::optional<Identity> identityOf(const std::string &user, const std::string &group)
    {
        const auto key = user + ':' + group;
        auto known = identities_.find(key);
        if (known == identities_.end()) {
            auto found = findIdentity(user, group);
            if (!found)
                log::error(found.error().what + "; " + found.error().mend);
            known = identities_.emplace(key, found ? std::optional(std::move(*found)) : std::nullopt).first;
        }
        return known->second;
    }

    void scriptEnded(const std::shared_ptr<Script> &script)
    {
        const auto status = script->process.reap();
        if (!status)
            return;
        script->timer.cancel();
        script->watch.reset();
        if (const auto current = scripts_.find(script->name); current != scripts_.end() && current->second == script)
            scripts_.erase(current);
        if (script->reported)
            return;
        const int exitCode = status->signal != 0 ? 128 + status->signal : status->code;
        onFinished_({script->name, status->success() ? vrrp::ScriptResult::Ok : vrrp::ScriptResult::Failed, exitCode});
    }

    void scriptTimedOut(const std::shared_ptr<Script> &script)
    {
        script->process.signalGroup(SIGTERM);
        script->timer.expires_after(killAfter);
        script->timer.async_wait([script](boost::system::error_code error) {
            if (!error)
                script->process.signalGroup(SIGKILL);
        });
        script->reported = true;
        onFinished_({script->name, vrrp::ScriptResult::TimedOut, 128 + SIGTERM});
    }

    void notifyEnded(std::list<Notify>::iterator at)
    {
        const auto status = at->process.reap();
        if (!status)
            return;
        const auto line = "notify " + at->name + ' ' + status->toString();
        if (status->success())
            log::info(line);
        else
            log::warning(line);
        // Not from within its own callback.
        boost::asio::post(io_, [this, at] { notifies_.erase(at); });
    }

    /// Each script's trouble is said once, and again when it changes.
    void complain(const std::string &script, const std::string &line)
    {
        auto &last = complaints_[script];
        if (!line.empty() && last != line)
            log::error("script " + script + ": " + line);
        last = line;
    }

    boost::asio::io_context &io_;
    Finished onFinished_;
    std::optional<Identity> default_;
    std::map<std::string, std::optional<Identity>> identities_;
    std::map<std::string, std::shared_ptr<Script>> scripts_;
    std::list<Notify> notifies_;
    std::map<std::string, std::string> complaints_;
};

ScriptRunner::ScriptRunner(boost::asio::io_context &io, Finished onFinished)
    : impl_(std::make_shared<Impl>(io, std::move(onFinished)))
{
}

ScriptRunner::~ScriptRunner() = default;

void ScriptRunner::setDefaultUser(const std::string &user, const std::string &group)
{
    impl_->setDefaultUser(user, group);
}

void ScriptRunner::run(const vrrp::RunScript &action)
{
    impl_->run(action);
}

void ScriptRunner::notify(const vrrp::RunNotify &action)
{
    impl_->notify(action);
}

std::size_t ScriptRunner::runningNotifies() const
{
    return impl_->runningNotifies();
}

void ScriptRunner::killScripts()
{
    impl_->killScripts();
}

} // namespace twinhelm::agent
