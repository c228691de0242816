#include "agent/notify/script_runner.h"

#include <algorithm>
#include <csignal>
#include <deque>
#include <list>
#include <optional>
#include <set>

#include <boost/asio.hpp>

#include "agent/linux/file_view.h"
#include "agent/notify/output_tail.h"
#include "agent/process/fd_watch.h"
#include "agent/process/log.h"

namespace twinhelm::agent
{

namespace
{

constexpr std::chrono::seconds killAfter{2};
constexpr const char *keepalivedUser = "keepalived_script";
/// Pipes of programs that ended but left something running that may write.
constexpr std::size_t mostLingering = 32;

} // namespace

class ScriptRunner::Impl
{
public:
    Impl(boost::asio::io_context &io, Finished onFinished, OnTrouble onTrouble)
        : io_(io), onFinished_(std::move(onFinished)), onTrouble_(std::move(onTrouble))
    {
    }

    void setDefaultUser(const std::string &user, const std::string &group, bool security)
    {
        security_ = security;
        identities_.clear();
        complaints_.clear();
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
        auto output = OutputPipe::open(io_);
        auto process = start(action.command, output ? output->writeEnd() : -1);
        if (!process) {
            complain("script " + action.script, process.error());
            // Answered from the loop: the node is in the middle of a step.
            boost::asio::post(io_, [this, name = action.script, why = process.error().what] {
                onFinished_({name, vrrp::ScriptResult::NotRun, 127, 0, why});
            });
            return;
        }
        complaints_.erase("script " + action.script);
        auto script = std::make_shared<Script>(io_, action.script, std::move(*process), std::move(output));
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
        auto output = OutputPipe::open(io_);
        auto process = start(action.command, output ? output->writeEnd() : -1);
        if (!process) {
            complain("notify of " + action.subject, process.error());
            return;
        }
        if (output)
            output->closeWriteEnd();
        notifies_.emplace_back(action.subject + ": " + action.command.argv.front(), std::move(*process),
                               std::move(output));
        const auto at = std::prev(notifies_.end());
        at->watch.emplace(io_, at->process.pidFd(), [this, at] { notifyEnded(at); });
    }

    [[nodiscard]] std::size_t runningNotifies() const { return notifies_.size(); }

    void killScripts()
    {
        for (const auto &[name, script] : scripts_)
            script->process.signalGroup(SIGKILL);
    }

    Result<ChildProcess> start(const vrrp::Command &command, int output)
    {
        const auto refused = [&](std::string what, std::string mend) {
            return fail("A0330", std::move(what), std::move(mend));
        };
        SpawnRequest request;
        request.argv = command.argv;
        request.identity = command.user.empty() ? default_ : identityOf(command.user, command.group);
        if (!request.identity && !command.user.empty())
            return refused("there is no user '" + command.user + "' to run " + command.argv.front() + " as",
                           "create the user or correct the script's user");
        if (!request.identity && security_)
            return refused("enable_script_security is on, and there is no user to run " + command.argv.front() + " as",
                           std::string("set script_user, or create the user ") + keepalivedUser);
        const SystemFileView files;
        const auto program = scripts::findProgram(command.argv.front(), files);
        if (!program)
            return refused("there is no program " + command.argv.front(), "write its full path");
        request.program = *program;
        scripts::RunsAs as;
        if (request.identity) {
            as = {request.identity->user, {request.identity->group}};
            as.groups.insert(as.groups.end(), request.identity->supplementary.begin(),
                             request.identity->supplementary.end());
        }
        const auto verdict = scripts::checkScript(*program, as, files);
        const bool insecure = verdict.kind == scripts::Verdict::Kind::Insecure;
        if (verdict.kind != scripts::Verdict::Kind::Fine && (!insecure || security_))
            return refused(verdict.what, verdict.mend);
        if (insecure && warned_.insert(*program).second)
            log::warning(*program + " is run as root, but " + verdict.what + "; " + verdict.mend);
        request.ownGroup = true;
        request.quiet = true;
        request.output = output;
        request.withoutLoaderWords = true;
        return ChildProcess::spawn(request);
    }

private:
    struct Script {
        Script(boost::asio::io_context &io, std::string scriptName, ChildProcess child,
               std::shared_ptr<OutputPipe> pipe)
            : name(std::move(scriptName)), process(std::move(child)), output(std::move(pipe)), timer(io)
        {
            if (output)
                output->closeWriteEnd();
        }
        std::string name;
        ChildProcess process;
        std::shared_ptr<OutputPipe> output;
        std::optional<FdWatch> watch;
        boost::asio::steady_timer timer;
        bool reported = false;
    };
    struct Notify {
        Notify(std::string commandName, ChildProcess child, std::shared_ptr<OutputPipe> pipe)
            : name(std::move(commandName)), process(std::move(child)), output(std::move(pipe))
        {
        }
        std::string name;
        ChildProcess process;
        std::shared_ptr<OutputPipe> output;
        std::optional<FdWatch> watch;
    };

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
        const auto output = endOf(std::move(script->output));
        if (script->reported)
            return;
        const int exitCode = status->signal != 0 ? 128 + status->signal : status->code;
        onFinished_({script->name, status->success() ? vrrp::ScriptResult::Ok : vrrp::ScriptResult::Failed, exitCode,
                     status->signal, output});
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
        onFinished_({script->name, vrrp::ScriptResult::TimedOut, 128 + SIGTERM, 0,
                     script->output ? script->output->text() : std::string()});
    }

    /// What a program that ended wrote last. Its pipe stays while something it left behind may write into it.
    std::string endOf(std::shared_ptr<OutputPipe> output)
    {
        if (!output)
            return {};
        auto text = output->text();
        std::erase_if(lingering_, [](const auto &one) { return one->ended(); });
        if (!output->ended())
            lingering_.push_back(std::move(output));
        if (lingering_.size() > mostLingering)
            lingering_.pop_front();
        return text;
    }

    void notifyEnded(std::list<Notify>::iterator at)
    {
        const auto status = at->process.reap();
        if (!status)
            return;
        const auto output = endOf(std::move(at->output));
        const auto line = "notify " + at->name + ' ' + status->toString() + (output.empty() ? "" : ": " + output);
        if (status->success())
            log::info(line);
        else
            log::warning(line);
        // Not from within its own callback.
        boost::asio::post(io_, [this, at] { notifies_.erase(at); });
    }

    /// The same trouble is said once.
    void complain(const std::string &subject, const Error &error)
    {
        const auto line = error.what + "; " + error.mend;
        auto &last = complaints_[subject];
        if (std::exchange(last, line) == line)
            return;
        if (onTrouble_)
            onTrouble_({subject, "script_refused", "not run: " + line});
        else
            log::error(subject + ": " + line);
    }

    boost::asio::io_context &io_;
    Finished onFinished_;
    OnTrouble onTrouble_;
    bool security_ = false;
    std::optional<Identity> default_;
    std::map<std::string, std::optional<Identity>> identities_;
    std::map<std::string, std::shared_ptr<Script>> scripts_;
    std::list<Notify> notifies_;
    std::map<std::string, std::string> complaints_;
    std::set<std::string> warned_;
    std::deque<std::shared_ptr<OutputPipe>> lingering_;
};

ScriptRunner::ScriptRunner(boost::asio::io_context &io, Finished onFinished, OnTrouble onTrouble)
    : impl_(std::make_shared<Impl>(io, std::move(onFinished), std::move(onTrouble)))
{
}

ScriptRunner::~ScriptRunner() = default;

void ScriptRunner::setDefaultUser(const std::string &user, const std::string &group, bool security)
{
    impl_->setDefaultUser(user, group, security);
}

Result<ChildProcess> ScriptRunner::start(const vrrp::Command &command, int output)
{
    return impl_->start(command, output);
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
