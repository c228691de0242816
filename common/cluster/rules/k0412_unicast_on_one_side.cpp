#include "common/cluster/rules/rules.h"

// Multicast where unicast is configured is dropped, and the other way round (keepalived vrrp_check_packet).
namespace twinhelm::cluster::rules
{

namespace
{

void check(const ClusterView &cluster, Diagnostics &diagnostics)
{
    const auto isUnicast = [](const Member &one) { return !one.settings->unicastPeers.empty(); };
    for (const auto &router : cluster.routers()) {
        for (const auto &[member, usual] : oddOnes(router, isUnicast)) {
            const auto spot = spotOf(*member, member->model->unicastRange);
            auto &one = report(
                cluster, diagnostics, k0412UnicastOnOneSide, Severity::Error, spot,
                member->settings->name + " sends " + (isUnicast(*member) ? "to unicast peers" : "multicast") + " on " +
                    cluster.id(*member) + " and " + (isUnicast(*usual) ? "to unicast peers" : "multicast") + " on " +
                    cluster.id(*usual) + ": each drops what the other sends, and both become master.");
            note(cluster, one, spot, spotOf(*usual, usual->model->unicastRange),
                 "The instance of " + cluster.id(*usual) + '.');
        }
    }
}

} // namespace

const Rule k0412UnicastOnOneSide{
    {"K0412", "Unicast on one node, multicast on the other",
     "A node with unicast_peer drops multicast advertisements, and one without drops unicast ones.",
     "Write unicast_peer on every node, or on none.",
     "vrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 51\n    @lb01 priority 150\n"
     "    @lb01 unicast_peer {\n        @lb01 10.0.0.6\n    @lb01 }\n"
     "    virtual_ipaddress {\n        10.0.0.3\n    }\n}",
     "vrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 51\n    @lb01 priority 150\n"
     "    unicast_peer {\n        @lb01 10.0.0.6\n        @lb02 10.0.0.5\n    }\n"
     "    virtual_ipaddress {\n        10.0.0.3\n    }\n}"},
    check};

} // namespace twinhelm::cluster::rules
