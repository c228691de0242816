#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "common/simulate/host.h"

namespace twinhelm::simulate
{

/// A node's settings and what is known of its addresses.
struct NodeInput {
    std::string id;
    vrrp::NodeSettings settings;
    std::map<std::string, std::vector<IpAddress>> addresses; ///< by interface; not listed: made up
};

/// Every interface that instances and sync groups live on or track.
[[nodiscard]] std::set<std::string> interfacesOf(const vrrp::NodeSettings &settings);

struct Setup {
    std::vector<HostSetup> hosts;
    /// What had to be made up, in words: "lb01 has 198.18.0.1 on eth0". Addresses decide between equal priorities.
    std::vector<std::string> assumptions;
};

/// Hosts that these settings can run on: every interface they name is there and up. Interfaces of one name are on one
/// segment, and so are those of instances that are one virtual router. Addresses come from what is known, then from
/// the configuration (unicast_src_ip, mcast_src_ip, the others' peer lists), else they are made up from 198.18.0.0/15
/// and fe80::/64, rising with the order of the nodes.
[[nodiscard]] Setup setUp(std::span<const NodeInput> nodes);

} // namespace twinhelm::simulate
