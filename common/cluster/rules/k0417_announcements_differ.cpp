#include "common/cluster/rules/rules.h"

namespace twinhelm::cluster::rules
{

namespace
{

void check(const ClusterView &cluster, Diagnostics &diagnostics)
{
    for (const auto &router : cluster.routers()) {
        const auto announceOf = [](const Member &one) { return one.settings->announce; };
        for (const auto &[member, usual] : oddOnes(router, announceOf)) {
            const Spot spot{member->node, member->model->range};
            auto &one = report(cluster, diagnostics, k0417AnnouncementsDiffer, Severity::Hint, spot,
                               member->settings->name + " announces its addresses in another way on " +
                                   cluster.id(*member) + " than on " + cluster.id(*usual) +
                                   " (garp_master_*, garp_lower_prio_*): switches and clients learn of a failover to "
                                   "one node sooner than to the other.");
            note(cluster, one, spot, {usual->node, usual->model->range}, "The instance of " + cluster.id(*usual) + '.');
        }
    }
}

} // namespace

const Rule k0417AnnouncementsDiffer{
    {"K0417", "Announcements differ between nodes",
     "After a failover gratuitous ARP tells switches and clients where the address is now. With different settings a "
     "failover in one direction works and the one back seems to hang.",
     "Write the same garp_master_* and garp_lower_prio_* settings on every node, best in global_defs.",
     "vrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 51\n    @lb01 priority 150\n"
     "    @lb01 garp_master_refresh 60\n    virtual_ipaddress {\n        10.0.0.3\n    }\n}",
     "vrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 51\n    @lb01 priority 150\n"
     "    garp_master_refresh 60\n    virtual_ipaddress {\n        10.0.0.3\n    }\n}"},
    check};

} // namespace twinhelm::cluster::rules
