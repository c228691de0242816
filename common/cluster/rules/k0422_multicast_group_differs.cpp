#include "common/cluster/rules/rules.h"

namespace twinhelm::cluster::rules
{

namespace
{

IpAddress groupOf(const ClusterView &cluster, const Member &member)
{
    if (member.settings->multicastGroup)
        return *member.settings->multicastGroup;
    const auto &settings = cluster.node(member).loaded->settings;
    return member.settings->family == Family::IPv4 ? settings.multicastGroupV4 : settings.multicastGroupV6;
}

Spot spotFor(const ClusterView &cluster, const Member &member)
{
    if (member.settings->multicastGroup)
        return spotOf(member, member.model->multicastDestination);
    const auto &global = cluster.node(member).loaded->model.global;
    const auto &value = member.settings->family == Family::IPv4 ? global.multicastGroupV4 : global.multicastGroupV6;
    return spotOf(member, value);
}

void check(const ClusterView &cluster, Diagnostics &diagnostics)
{
    for (const auto &router : cluster.routers()) {
        std::vector<const Member *> members;
        for (const auto &one : router.members) {
            if (one.settings->unicastPeers.empty())
                members.push_back(&one);
        }
        const auto key = [&](const Member &one) { return groupOf(cluster, one); };
        for (const auto &[member, usual] : oddOnes(members, key)) {
            const auto spot = spotFor(cluster, *member);
            auto &one =
                report(cluster, diagnostics, k0422MulticastGroupDiffers, Severity::Error, spot,
                       member->settings->name + " sends to another multicast group on " + cluster.id(*member) +
                           " than on " + cluster.id(*usual) + ": they do not hear each other, and both become master.");
            note(cluster, one, spot, spotFor(cluster, *usual), "This is the group of " + cluster.id(*usual) + '.');
        }
    }
}

} // namespace

const Rule k0422MulticastGroupDiffers{
    {"K0422", "Multicast group differs between nodes",
     "Nodes listen to the group they send to. With different groups each takes itself for the only one.",
     "Write the same vrrp_mcast_group4, vrrp_mcast_group6 and mcast_dst_ip on every node, or leave them out.",
     "global_defs {\n    @lb02 vrrp_mcast_group4 224.0.0.19\n}\n"
     "vrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 51\n    @lb01 priority 150\n"
     "    virtual_ipaddress {\n        10.0.0.3\n    }\n}",
     "global_defs {\n    vrrp_mcast_group4 224.0.0.19\n}\n"
     "vrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 51\n    @lb01 priority 150\n"
     "    virtual_ipaddress {\n        10.0.0.3\n    }\n}"},
    check};

} // namespace twinhelm::cluster::rules
