#pragma once

#include "common/cluster/check_cluster.h"

namespace twinhelm::cluster::rules
{

/// Whether an address lies in the network of a prefix.
[[nodiscard]] bool within(const IpAddress &address, const Prefix &network);

/// 10.0.0.0/24 for 10.0.0.5/24.
[[nodiscard]] Prefix networkOf(const Prefix &address);

/// Whether two interfaces have addresses of one network: then they are on the same segment, as far as one can tell.
[[nodiscard]] bool shareSubnet(const NodeInterface &a, const NodeInterface &b);

} // namespace twinhelm::cluster::rules
