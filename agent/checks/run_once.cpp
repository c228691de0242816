#include "agent/checks/run_once.h"

#include <csignal>

#include <boost/asio.hpp>

namespace twinhelm::checks
{

health::Outcome runOnce(const health::Probe &probe, const ProbeContext &context, ProbeOptions options)
{
    std::signal(SIGPIPE, SIG_IGN); // TLS writes into connections that may be gone
    boost::asio::io_context io(1);
    ProbeRunner runner(io, context);
    std::optional<health::Outcome> out;
    const auto handle = runner.start(probe, options, [&](health::Outcome outcome) {
        out = std::move(outcome);
        io.stop();
    });
    io.run();
    if (out && out->reason == health::Reason::ScriptTimedOut) {
        io.restart();
        io.run_for(std::chrono::milliseconds(2500)); // until the script is gone, by SIGKILL if need be
    }
    if (!out)
        out = health::Outcome{health::Reason::CannotRun, "the check did not come to an end"};
    return std::move(*out);
}

} // namespace twinhelm::checks
