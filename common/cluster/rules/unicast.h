#pragma once

#include <vector>

#include "common/cluster/rules/rules.h"

namespace twinhelm::cluster::rules
{

/// How one unicast member's peers fit the other members, as far as addresses are known.
struct UnicastView {
    const Member *member = nullptr;
    std::vector<const config::model::Value<IpAddress> *> own;     ///< peers that are the member itself
    std::vector<const config::model::Value<IpAddress> *> strange; ///< peers that surely are no member of the router
    std::vector<const Member *> unreached; ///< unicast members whose known addresses are not among the peers
};

/// One view for each unicast member.
[[nodiscard]] std::vector<UnicastView> unicastViews(const ClusterView &cluster, const VirtualRouter &router);

[[nodiscard]] std::string addressesText(const std::vector<IpAddress> &addresses);

} // namespace twinhelm::cluster::rules
