#include "common/cluster/rules/unicast.h"

// keepalived says nothing and sends each advertisement to itself as well.
namespace twinhelm::cluster::rules
{

namespace
{

void check(const ClusterView &cluster, Diagnostics &diagnostics)
{
    for (const auto &router : cluster.routers()) {
        for (const auto &view : unicastViews(cluster, router)) {
            for (const auto *peer : view.own) {
                const auto spot = spotOf(*view.member, *peer);
                auto &one = report(cluster, diagnostics, k0410OwnAddressAsPeer, Severity::Warning, spot,
                                   router.name() + " on " + cluster.id(*view.member) + " has its own address " +
                                       (*peer)->toString() + " among its peers: it sends advertisements to itself.");
                if (view.member->model->unicastSource.given)
                    note(cluster, one, spot, spotOf(*view.member, view.member->model->unicastSource),
                         "This is its own address.");
            }
        }
    }
}

} // namespace

const Rule k0410OwnAddressAsPeer{
    {"K0410", "A node's own address among its unicast peers",
     "unicast_peer lists the others. The own address in it does no good, and often stands where a peer's was meant: a "
     "block copied from the other node.",
     "Remove it, in a shared file by @^id: the line then holds for every node but that one.",
     "vrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 51\n    @lb01 priority 150\n"
     "    @lb01 unicast_src_ip 10.0.0.5\n    @lb02 unicast_src_ip 10.0.0.6\n"
     "    unicast_peer {\n        10.0.0.5\n        10.0.0.6\n    }\n"
     "    virtual_ipaddress {\n        10.0.0.3\n    }\n}",
     "vrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 51\n    @lb01 priority 150\n"
     "    @lb01 unicast_src_ip 10.0.0.5\n    @lb02 unicast_src_ip 10.0.0.6\n"
     "    unicast_peer {\n        @^lb01 10.0.0.5\n        @^lb02 10.0.0.6\n    }\n"
     "    virtual_ipaddress {\n        10.0.0.3\n    }\n}"},
    check};

} // namespace twinhelm::cluster::rules
