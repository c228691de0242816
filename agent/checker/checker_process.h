#pragma once

#include "agent/process/channel.h"
#include "common/config/model/node_config.h"

namespace twinhelm::agent
{

/// Whether a configuration has anything for the checker to work on; without that it is not started (keepalived).
[[nodiscard]] bool needsChecker(const config::model::NodeConfig &model);

/// The checker role. This version has no load balancing: the process says so once when the configuration asks for
/// it, and waits for its end.
[[nodiscard]] int runChecker(ChannelFd channel);

} // namespace twinhelm::agent
