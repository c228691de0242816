#include <csignal>

#include <boost/asio.hpp>

#include "agent/checks/probe_resources.h"
#include "agent/checks/probes.h"
#include "agent/notify/output_tail.h"
#include "common/health/words.h"

namespace twinhelm::checks
{

namespace
{

namespace asio = boost::asio;
using agent::ChildProcess;
using health::Reason;

constexpr std::chrono::seconds killAfter{2};

/// A script under way, with the pipe it writes into.
struct Script {
    Script(asio::io_context &io, ChildProcess child, std::shared_ptr<agent::OutputPipe> pipe)
        : process(std::move(child)), output(std::move(pipe)), ended(io, process.pidFd())
    {
        if (output)
            output->closeWriteEnd();
    }
    ~Script() { (void)ended.release(); } // the pidfd is the process's
    Script(const Script &) = delete;
    Script &operator=(const Script &) = delete;

    ChildProcess process;
    std::shared_ptr<agent::OutputPipe> output;
    Run::Descriptor ended; ///< readable when the process has ended
};

/// Sees a script that nobody waits for to its end: SIGKILL when it does not go by itself.
asio::awaitable<void> bury(std::shared_ptr<Script> script)
{
    asio::steady_timer timer(script->ended.get_executor(), killAfter);
    timer.async_wait([script](const boost::system::error_code &error) {
        if (!error)
            script->process.signalGroup(SIGKILL);
    });
    boost::system::error_code ignored;
    while (!script->process.reap())
        co_await script->ended.async_wait(Run::Descriptor::wait_read,
                                          asio::redirect_error(asio::use_awaitable, ignored));
    timer.cancel();
}

Failure judged(const agent::ExitStatus &status, const health::MiscProbe &probe, const std::string &output)
{
    const auto said = output.empty() ? std::string() : ": " + health::shown(output, 200);
    if (status.signal != 0 || status.code == 1 || (status.code != 0 && !probe.dynamic))
        return {Reason::ScriptFailed, status.toString() + said};
    if (status.code == 0)
        return {Reason::Answered, "exited with 0" + said};
    return {Reason::Answered, "exited with " + std::to_string(status.code) + ", which asks for weight " +
                                  std::to_string(status.code - 2) + said};
}

} // namespace

ProbeResult probeMisc(Run &run, const health::MiscProbe &probe)
{
    const auto subject =
        "script " + (probe.command.argv.empty() ? std::string("without a name") : probe.command.argv.front());
    auto output = agent::OutputPipe::open(run.io());
    auto process = run.resources().startScript(probe.command, output ? output->writeEnd() : -1);
    if (!process) {
        const Failure refused{Reason::CannotRun, "cannot be run: " + process.error().what};
        co_return run.outcome(subject, refused);
    }
    auto script = std::make_shared<Script>(run.io(), std::move(*process), std::move(output));
    run.step([&] { return "started as process " + std::to_string(script->process.pid()); });
    run.onCancel = [script] { script->process.signalGroup(SIGTERM); };
    run.phase("an exit code", probe.timeout);
    const auto waited = co_await run.wait(script->ended, Run::Until::Readable);
    run.onCancel = nullptr;
    const auto status = script->process.reap();
    if (!status) {
        script->process.signalGroup(SIGTERM);
        asio::co_spawn(run.io(), bury(script), asio::detached);
        const Failure late{waited == Run::Waited::Cancelled ? Reason::Cancelled : Reason::ScriptTimedOut,
                           "had not ended after " + health::lasting(run.elapsed()) + " and was told to stop"};
        co_return run.outcome(subject, late);
    }
    const auto failure = judged(*status, probe, script->output ? script->output->text() : std::string());
    auto out = run.outcome(subject, failure);
    if (probe.dynamic && out.passed())
        out.weight = status->code;
    co_return out;
}

} // namespace twinhelm::checks
