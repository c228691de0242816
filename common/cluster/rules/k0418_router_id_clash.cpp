#include <map>
#include <set>

#include "common/cluster/rules/rules.h"
#include "common/cluster/rules/subnets.h"

// On one node keepalived refuses a VRID twice on an interface (K0201). Between nodes nobody notices: two instances that
// have nothing to do with each other take each other for one virtual router.
namespace twinhelm::cluster::rules
{

namespace
{

struct Candidate {
    std::size_t router = 0;
    const Member *member = nullptr;
};

bool sameSegment(const ClusterView &cluster, const Member &a, const Member &b)
{
    const auto *left = cluster.interfaceOf(a.node, a.settings->interface);
    const auto *right = cluster.interfaceOf(b.node, b.settings->interface);
    return left && right ? shareSubnet(*left, *right) : a.settings->interface == b.settings->interface;
}

void compare(const ClusterView &cluster, const Candidate &a, const Candidate &b,
             std::set<std::pair<std::size_t, std::size_t>> &told, Diagnostics &diagnostics)
{
    if (a.router == b.router || a.member->node == b.member->node || !sameSegment(cluster, *a.member, *b.member) ||
        !told.emplace(a.router, b.router).second)
        return;
    const auto spot = spotOf(*b.member, b.member->model->virtualRouterId);
    auto &one = report(cluster, diagnostics, k0418RouterIdClash, Severity::Error, spot,
                       b.member->settings->name + " on " + cluster.id(*b.member) + " and " + a.member->settings->name +
                           " on " + cluster.id(*a.member) + " share virtual_router_id " +
                           std::to_string(b.member->settings->virtualRouterId.value) +
                           " on one network, but not an address: they elect one master between them, and the addresses "
                           "of the other are gone.");
    note(cluster, one, spot, spotOf(*a.member, a.member->model->virtualRouterId),
         a.member->settings->name + " has it on " + cluster.id(*a.member) + '.');
}

void check(const ClusterView &cluster, Diagnostics &diagnostics)
{
    std::map<std::pair<std::uint8_t, Family>, std::vector<Candidate>> byId;
    for (std::size_t i = 0; i < cluster.routers().size(); ++i) {
        for (const auto &member : cluster.routers()[i].members) {
            if (member.settings->unicastPeers.empty())
                byId[{member.settings->virtualRouterId.value, member.settings->family}].push_back({i, &member});
        }
    }
    std::set<std::pair<std::size_t, std::size_t>> told;
    for (const auto &[id, candidates] : byId) {
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            for (std::size_t j = i + 1; j < candidates.size(); ++j)
                compare(cluster, candidates[i], candidates[j], told, diagnostics);
        }
    }
}

} // namespace

const Rule k0418RouterIdClash{
    {"K0418", "One virtual_router_id for different instances",
     "On a network the number says who belongs together. Two instances of different nodes with one number elect one "
     "master between them; the addresses of the loser are nowhere.",
     "Give each virtual router of a network a number of its own.",
     "@lb01 vrrp_instance VI_1 {\n    @lb01 interface eth0\n    @lb01 virtual_router_id 51\n"
     "    @lb01 virtual_ipaddress {\n        @lb01 10.0.0.3\n    @lb01 }\n@lb01 }\n"
     "@lb02 vrrp_instance VI_2 {\n    @lb02 interface eth0\n    @lb02 virtual_router_id 51\n"
     "    @lb02 virtual_ipaddress {\n        @lb02 10.0.0.4\n    @lb02 }\n@lb02 }",
     "vrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 51\n    @lb01 priority 150\n"
     "    virtual_ipaddress {\n        10.0.0.3\n    }\n}\n"
     "vrrp_instance VI_2 {\n    interface eth0\n    virtual_router_id 52\n    @lb02 priority 150\n"
     "    virtual_ipaddress {\n        10.0.0.4\n    }\n}"},
    check};

} // namespace twinhelm::cluster::rules
