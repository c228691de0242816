#pragma once

#include <functional>
#include <unordered_map>
#include <vector>

#include "agent/checker/ports.h"
#include "agent/checks/probe_runner.h"

namespace twinhelm::agent
{

/// The probes that run, and who waits for a transcript of one.
/// Threading: the io_context's thread.
class ProbeDesk final : public ProbePort
{
public:
    using Finished = std::function<void(health::ProbeFinished)>;
    using Transcript = std::function<void(const health::Outcome &)>;

    ProbeDesk(checks::ProbeRunner &runner, Finished onFinished) : runner_(runner), onFinished_(std::move(onFinished)) {}

    void start(const health::StartProbe &probe) override;
    void cancel(health::ProbeId id) override;
    /// `tell` gets the outcome of its next end; with its steps when it starts after this call. A probe that is
    /// cancelled tells Reason::Cancelled.
    void listen(health::ProbeId id, Transcript tell);

private:
    void finished(health::ProbeId id, health::Outcome outcome);

    checks::ProbeRunner &runner_;
    Finished onFinished_;
    std::unordered_map<health::ProbeId, checks::ProbeHandle> running_;
    std::unordered_map<health::ProbeId, std::vector<Transcript>> listeners_;
};

} // namespace twinhelm::agent
