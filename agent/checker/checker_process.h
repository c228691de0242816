#pragma once

#include "agent/process/channel.h"

namespace twinhelm::agent
{

/// The checker role. This version has no load balancing: the process says so once when the configuration asks for
/// it, and waits for its end.
[[nodiscard]] int runChecker(ChannelFd channel);

} // namespace twinhelm::agent
