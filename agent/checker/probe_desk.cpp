#include "agent/checker/probe_desk.h"

namespace twinhelm::agent
{

void ProbeDesk::start(const health::StartProbe &probe)
{
    checks::ProbeOptions options;
    options.keepSteps = listeners_.contains(probe.id);
    running_.insert_or_assign(
        probe.id, runner_.start(*probe.probe, options,
                                [this, id = probe.id](health::Outcome outcome) { finished(id, std::move(outcome)); }));
}

void ProbeDesk::cancel(health::ProbeId id)
{
    running_.erase(id);
    health::Outcome outcome;
    outcome.reason = health::Reason::Cancelled;
    outcome.text = "it was cancelled";
    if (auto waiting = listeners_.extract(id)) {
        for (const auto &tell : waiting.mapped())
            tell(outcome);
    }
}

void ProbeDesk::listen(health::ProbeId id, Transcript tell)
{
    listeners_[id].push_back(std::move(tell));
}

void ProbeDesk::finished(health::ProbeId id, health::Outcome outcome)
{
    const auto ended = running_.extract(id); // its handle lives until the callback is over
    if (auto waiting = listeners_.extract(id)) {
        for (const auto &tell : waiting.mapped())
            tell(outcome);
    }
    onFinished_({id, std::move(outcome)});
}

} // namespace twinhelm::agent
