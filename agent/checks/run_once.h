#pragma once

#include "agent/checks/probe_runner.h"

namespace twinhelm::checks
{

/// Runs one probe now and waits for it: for a person who asks, not for a process that has other work.
/// Comes back by the deadline at the latest.
[[nodiscard]] health::Outcome runOnce(const health::Probe &probe, const ProbeContext &context, ProbeOptions options);

} // namespace twinhelm::checks
