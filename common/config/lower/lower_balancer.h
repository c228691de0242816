#pragma once

#include "common/config/model/node_config.h"
#include "common/health/settings.h"
#include "common/ipvs/settings.h"

namespace twinhelm::config
{

/// What the load balancer is told to do. `ipvs.services` and `health.services` go together by number, and so do a
/// service's destinations and servers.
struct BalancerSettings {
    ipvs::NodeSettings ipvs;
    health::NodeSettings health;
    friend bool operator==(const BalancerSettings &, const BalancerSettings &) = default;
};

/// The balancer's settings: the model with keepalived's defaults and inheritance, without what keepalived drops: a
/// virtual server without an address or without real servers, one of a group that does not exist, a real server that is
/// there twice, a checker without what it needs. Cost: one pass; memory for all of it, so it is not part of loading.
[[nodiscard]] BalancerSettings lowerBalancer(const model::NodeConfig &config);

} // namespace twinhelm::config
