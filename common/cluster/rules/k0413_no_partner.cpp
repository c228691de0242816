#include "common/cluster/rules/rules.h"

namespace twinhelm::cluster::rules
{

namespace
{

void check(const ClusterView &cluster, Diagnostics &diagnostics)
{
    if (cluster.nodes().size() < 2)
        return;
    for (const auto &router : cluster.routers()) {
        if (router.members.size() > 1)
            continue;
        const auto &only = router.members.front();
        report(cluster, diagnostics, k0413NoPartner, Severity::Warning, {only.node, only.model->range},
               only.settings->name + " stands on " + cluster.id(only) +
                   " only: when that node fails, nobody takes its addresses over.");
    }
}

} // namespace

const Rule k0413NoPartner{
    {"K0413", "Instance on one node only",
     "No other node has an instance of this name, or one with these addresses. The addresses go away with the node.",
     "Add the instance to another node, or leave it out when a fixed address is meant.",
     "@lb01 vrrp_instance VI_1 {\n    @lb01 interface eth0\n    @lb01 virtual_router_id 51\n"
     "    @lb01 virtual_ipaddress {\n        @lb01 10.0.0.3\n    @lb01 }\n@lb01 }\n@lb02 global_defs {\n@lb02 }",
     "vrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 51\n    @lb01 priority 150\n"
     "    @lb02 priority 100\n    virtual_ipaddress {\n        10.0.0.3\n    }\n}"},
    check};

} // namespace twinhelm::cluster::rules
