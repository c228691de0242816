#include "common/cluster/rules/unicast.h"

namespace twinhelm::cluster::rules
{

namespace
{

void check(const ClusterView &cluster, Diagnostics &diagnostics)
{
    for (const auto &router : cluster.routers()) {
        for (const auto &view : unicastViews(cluster, router)) {
            for (const auto *peer : view.strange) {
                const auto spot = spotOf(*view.member, *peer);
                const bool misses = !view.unreached.empty();
                auto &one =
                    report(cluster, diagnostics, k0409StrangePeer, misses ? Severity::Error : Severity::Warning, spot,
                           router.name() + " on " + cluster.id(*view.member) + " sends to " + (*peer)->toString() +
                               ", which is none of the nodes." +
                               (misses ? " " + cluster.id(*view.unreached.front()) + " is " +
                                             addressesText(cluster.ownAddresses(*view.unreached.front())) +
                                             " and hears nothing: it becomes master, too."
                                       : ""));
                for (const auto *missed : view.unreached) {
                    const auto &source = missed->model->unicastSource;
                    note(cluster, one, spot,
                         source.given ? spotOf(*missed, source) : spotOf(*missed, missed->model->range),
                         cluster.id(*missed) + " sends from " + addressesText(cluster.ownAddresses(*missed)) + '.');
                }
            }
        }
    }
}

} // namespace

const Rule k0409StrangePeer{
    {"K0409", "A unicast peer that is none of the nodes",
     "With unicast_peer advertisements go to the addresses listed and nowhere else. A wrong one leaves the real peer "
     "without a word, and it becomes master as well.",
     "List the other nodes' unicast_src_ip (or the address of their interface).",
     "vrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 51\n    @lb01 priority 150\n"
     "    @lb01 unicast_src_ip 10.0.0.5\n    @lb02 unicast_src_ip 10.0.0.6\n"
     "    unicast_peer {\n        @lb01 10.0.0.16\n        @lb02 10.0.0.5\n    }\n"
     "    virtual_ipaddress {\n        10.0.0.3\n    }\n}",
     "vrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 51\n    @lb01 priority 150\n"
     "    @lb01 unicast_src_ip 10.0.0.5\n    @lb02 unicast_src_ip 10.0.0.6\n"
     "    unicast_peer {\n        @lb01 10.0.0.6\n        @lb02 10.0.0.5\n    }\n"
     "    virtual_ipaddress {\n        10.0.0.3\n    }\n}"},
    check};

} // namespace twinhelm::cluster::rules
