#include <map>

#include "common/cluster/rules/rules.h"

// router_id is the node's name in keepalived's mails and SNMP traps; it has no part in the election.
namespace twinhelm::cluster::rules
{

namespace
{

void check(const ClusterView &cluster, Diagnostics &diagnostics)
{
    std::map<std::string, std::vector<std::size_t>> byName;
    for (std::size_t node = 0; node < cluster.nodes().size(); ++node) {
        const auto &name = cluster.nodes()[node].loaded->model.global.routerId;
        if (name.given)
            byName[*name].push_back(node);
    }
    for (const auto &[name, nodes] : byName) {
        if (nodes.size() < 2)
            continue;
        const auto rangeOf = [&](std::size_t node) {
            return cluster.nodes()[node].loaded->model.global.routerId.range;
        };
        std::vector<std::string> names;
        for (const auto node : nodes)
            names.push_back(cluster.nodes()[node].id);
        const Spot spot{nodes.back(), rangeOf(nodes.back())};
        auto &one = report(cluster, diagnostics, k0415SameRouterName, Severity::Hint, spot,
                           listed(names) + " all call themselves router_id " + name +
                               ": a mail or a trap does not say which of them it is from.");
        for (const auto node : nodes)
            note(cluster, one, spot, {node, rangeOf(node)}, cluster.nodes()[node].id + " has the name here.");
    }
}

} // namespace

const Rule k0415SameRouterName{
    {"K0415", "router_id is the same on several nodes",
     "router_id names a node in alert mails and SNMP traps. It plays no part in the election, but with one name for "
     "all nobody can tell who reports.",
     "Give each node a name of its own, or leave router_id out: then it is the host name.",
     "global_defs {\n    router_id LVS_DEVEL\n}\n@lb01 vrrp_script a {\n@lb01     script /bin/true\n@lb01 }\n@lb02 #",
     "global_defs {\n    @lb01 router_id lb01\n    @lb02 router_id lb02\n}"},
    check};

} // namespace twinhelm::cluster::rules
