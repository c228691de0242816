#pragma once

#include <string>

#include "agent/process/channel.h"
#include "common/config/model/node_config.h"

namespace twinhelm::agent
{

struct CheckerOptions {
    std::string stateDir = "/var/lib/twinhelm";
};

/// Whether a configuration has anything for the checker to work on; without that it is not started (keepalived).
[[nodiscard]] bool needsChecker(const config::model::NodeConfig &model);

/// The checker role: runs a health::Balancer with probes, the kernel's IPVS, scripts, pipes and mails behind it.
/// Where the kernel has no IPVS it says so, and probes go on.
[[nodiscard]] int runChecker(const CheckerOptions &options, ChannelFd channel);

} // namespace twinhelm::agent
