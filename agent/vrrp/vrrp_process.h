#pragma once

#include <string>

#include "agent/process/channel.h"

namespace twinhelm::agent
{

struct VrrpOptions {
    std::string runtimeDir; ///< holds vrrp.state, the addresses that are ours
};

/// The vrrp role: waits for its configuration on the channel, then runs the engine until SIGTERM, SIGINT or the
/// guardian's end. Says priority 0 and takes its addresses off before it returns the process's exit status.
[[nodiscard]] int runVrrp(const VrrpOptions &options, ChannelFd channel);

/// Where the addresses that are ours are written down (AddressLedger).
[[nodiscard]] std::string statePathIn(const VrrpOptions &options);

} // namespace twinhelm::agent
