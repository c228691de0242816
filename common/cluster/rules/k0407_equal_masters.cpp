#include "common/cluster/rules/equal_priorities.h"

// Both wait one interval and the same skew, so that nodes which start together become master in the same instant; then
// the larger source address wins. Two owners (priority 255) do not even wait.
namespace twinhelm::cluster::rules
{

namespace
{

void check(const ClusterView &cluster, Diagnostics &diagnostics)
{
    for (const auto &router : cluster.routers()) {
        for (const auto &group : equalPriorities(router)) {
            if (group.startingAsMaster < 2)
                continue; // K0406
            const auto &last = *group.members.back();
            const auto priority = last.settings->priority;
            const auto spotFor = [&](const Member &one) {
                return one.model->state.given ? spotOf(one, one.model->state) : spotOf(one, one.model->priority);
            };
            const auto spot = spotFor(last);
            auto &one = report(cluster, diagnostics, k0407EqualMasters,
                               priority == priorityOwner ? Severity::Error : Severity::Warning, spot,
                               router.name() + " starts as MASTER with priority " + std::to_string(priority.value) +
                                   " on " + group.names(cluster) +
                                   (priority == priorityOwner
                                        ? ": priority 255 says \"the address is mine\", and only one node can own it."
                                        : ": nodes that start together are both master for a moment, and "
                                          "the addresses decide who stays."));
            for (const auto *member : group.members)
                note(cluster, one, spot, spotFor(*member), cluster.id(*member) + " starts as MASTER, too.");
        }
    }
}

} // namespace

const Rule k0407EqualMasters{
    {"K0407", "Nodes that start as MASTER with the same priority",
     "Most likely one node's file was copied to the other. After a common start, of a rack for example, both hold the "
     "addresses for a moment; which one stays, the larger address decides.",
     "Write state BACKUP and a lower priority on all nodes but one.",
     "vrrp_instance VI_1 {\n    state MASTER\n    interface eth0\n    virtual_router_id 51\n    priority 150\n"
     "    virtual_ipaddress {\n        10.0.0.3\n    }\n}",
     "vrrp_instance VI_1 {\n    @lb01 state MASTER\n    @lb02 state BACKUP\n    interface eth0\n"
     "    virtual_router_id 51\n    @lb01 priority 150\n    @lb02 priority 100\n"
     "    virtual_ipaddress {\n        10.0.0.3\n    }\n}"},
    check};

} // namespace twinhelm::cluster::rules
