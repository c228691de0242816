#pragma once

#include "agent/vrrp/vrrp_process.h"

namespace twinhelm::agent
{

/// The sweep role, for when a vrrp process died that must not be started again yet: takes its addresses off the
/// interfaces and says priority 0 for it, so that the peer takes over at once. Waits for the configuration on the
/// channel, does its work and ends.
[[nodiscard]] int runSweep(const VrrpOptions &options, ChannelFd channel);

} // namespace twinhelm::agent
