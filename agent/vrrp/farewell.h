#pragma once

#include <string>
#include <vector>

#include "common/vrrp/node_events.h"

namespace twinhelm::agent
{

/// The advertisements with priority 0 that an engine which died as MASTER of `instances` could not send any more.
/// Pure: the engine itself is asked what it would have said.
[[nodiscard]] std::vector<vrrp::SendPacket> farewell(const vrrp::NodeSettings &settings,
                                                     const std::vector<std::string> &instances,
                                                     const std::vector<vrrp::InterfaceFacts> &interfaces);

} // namespace twinhelm::agent
