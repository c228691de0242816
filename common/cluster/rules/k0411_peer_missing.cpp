#include "common/cluster/rules/unicast.h"

namespace twinhelm::cluster::rules
{

namespace
{

void check(const ClusterView &cluster, Diagnostics &diagnostics)
{
    for (const auto &router : cluster.routers()) {
        for (const auto &view : unicastViews(cluster, router)) {
            if (!view.strange.empty())
                continue; // K0409: most likely that one was meant
            for (const auto *missed : view.unreached) {
                const auto spot = spotOf(*view.member, view.member->model->unicastRange);
                auto &one = report(cluster, diagnostics, k0411PeerMissing, Severity::Error, spot,
                                   router.name() + " on " + cluster.id(*view.member) + " does not send to " +
                                       cluster.id(*missed) + " (" + addressesText(cluster.ownAddresses(*missed)) +
                                       "): as long as " + cluster.id(*view.member) + " is master, " +
                                       cluster.id(*missed) + " hears nothing and becomes master, too.");
                const auto &source = missed->model->unicastSource;
                note(cluster, one, spot, source.given ? spotOf(*missed, source) : spotOf(*missed, missed->model->range),
                     cluster.id(*missed) + " is " + addressesText(cluster.ownAddresses(*missed)) + '.');
            }
        }
    }
}

} // namespace

const Rule k0411PeerMissing{
    {"K0411", "A node that is missing among the unicast peers",
     "With unicast_peer advertisements go to the addresses listed and nowhere else. A node that is not listed takes "
     "the master for dead.",
     "List every other node in unicast_peer, on every node.",
     "vrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 51\n    @lb01 priority 150\n"
     "    @lb01 unicast_src_ip 10.0.0.5\n    @lb02 unicast_src_ip 10.0.0.6\n"
     "    unicast_peer {\n        10.0.0.5\n    }\n"
     "    virtual_ipaddress {\n        10.0.0.3\n    }\n}",
     "vrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 51\n    @lb01 priority 150\n"
     "    @lb01 unicast_src_ip 10.0.0.5\n    @lb02 unicast_src_ip 10.0.0.6\n"
     "    unicast_peer {\n        @^lb01 10.0.0.5\n        @^lb02 10.0.0.6\n    }\n"
     "    virtual_ipaddress {\n        10.0.0.3\n    }\n}"},
    check};

} // namespace twinhelm::cluster::rules
