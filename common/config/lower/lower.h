#pragma once

#include "common/config/lower/routing_names.h"
#include "common/config/model/node_config.h"
#include "common/vrrp/settings.h"

namespace twinhelm::config
{

/// The engine's settings: the model with keepalived's defaults and adjustments (language.md section 3), without
/// what keepalived drops (a second instance of the same name, an instance without a router id or interface, a
/// script without a command, a group without members).
/// `lookup` knows the names of routing tables and the like on the node; without it a route or rule that uses one stands
/// in NodeSettings::leftOut instead.
[[nodiscard]] vrrp::NodeSettings lower(const model::NodeConfig &config, const RoutingLookup &lookup = {});

/// Decisions that rules share with lowering.
[[nodiscard]] Family familyOf(const model::VrrpInstance &instance);
/// 2 or 3: what is written, else 3 for IPv6, else the global default.
[[nodiscard]] int versionOf(const model::VrrpInstance &instance, const model::GlobalDefs &global);
[[nodiscard]] bool isStrict(const model::VrrpInstance &instance, const model::GlobalDefs &global);
/// 100, or 255 for state MASTER without a priority.
[[nodiscard]] int priorityOf(const model::VrrpInstance &instance);
[[nodiscard]] bool startsAsMaster(const model::VrrpInstance &instance);
/// Whole seconds for version 2, hundredths for version 3, within what the packet can carry.
[[nodiscard]] Duration advertIntervalOf(const model::VrrpInstance &instance, int version);

} // namespace twinhelm::config
