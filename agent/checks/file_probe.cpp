#include <cerrno>
#include <fstream>

#include "agent/checks/probes.h"
#include "common/health/file_weight.h"
#include "common/vrrp/file_value.h"

namespace twinhelm::checks
{

namespace
{

using health::Reason;

health::Outcome look(const Run &run, const health::FileProbe &probe)
{
    const auto subject = "file " + probe.path;
    std::ifstream file(probe.path, std::ios::binary);
    std::string text(127, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    const bool there = file.gcount() > 0;
    text.resize(static_cast<std::size_t>(file.gcount()));
    const auto value = vrrp::parseFileValue(text);
    if (!value)
        return run.outcome(subject, {Reason::CannotRun, "cannot be judged: its number is too large"});
    const auto weight = health::fileWeight(*value, probe);
    const auto says =
        there ? "says " + std::to_string(*value) : std::string("is not there or empty, which counts as 0");
    if (!weight)
        return run.outcome(subject, {Reason::BadStatus, says + ", which takes the server out"});
    auto out = run.outcome(subject, {Reason::Answered, says});
    if (probe.weight != 0)
        out.weight = *weight;
    return out;
}

} // namespace

ProbeResult probeFile(Run &run, const health::FileProbe &probe)
{
    co_return look(run, probe);
}

ProbeResult probeBfd(Run &run, const health::BfdProbe &probe)
{
    const Failure notYet{Reason::CannotRun, "cannot be asked: this version runs no BFD sessions"};
    co_return run.outcome("BFD session " + probe.session, notYet);
}

} // namespace twinhelm::checks
