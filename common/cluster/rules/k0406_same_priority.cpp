#include "common/cluster/rules/equal_priorities.h"

// Between equal priorities the larger source address wins (RFC 9568 section 6.4.3), but only among two masters: a
// backup accepts an equal advertisement, so that in fact whoever was first stays.
namespace twinhelm::cluster::rules
{

namespace
{

void check(const ClusterView &cluster, Diagnostics &diagnostics)
{
    for (const auto &router : cluster.routers()) {
        for (const auto &group : equalPriorities(router)) {
            if (group.startingAsMaster >= 2)
                continue; // K0407
            const auto priority = std::to_string(group.members.front()->settings->priority.value);
            const auto spot = spotOf(*group.members.back(), group.members.back()->model->priority);
            auto &one = report(cluster, diagnostics, k0406SamePriority, Severity::Warning, spot,
                               router.name() + " has priority " + priority + " on " + group.names(cluster) +
                                   ": nobody decides who is master but the order of starting and, when they start "
                                   "together, the larger address.");
            for (const auto *member : group.members)
                note(cluster, one, spot, spotOf(*member, member->model->priority),
                     cluster.id(*member) + " has " + priority + " here.");
        }
    }
}

} // namespace

const Rule k0406SamePriority{
    {"K0406", "Nodes with the same priority",
     "The first node to start is master, and stays it when the other one comes. When they start together, the larger "
     "address wins after a moment with two masters. Nobody can tell from the configuration who is master.",
     "Give each node a priority of its own, 150 and 100 for example.",
     "vrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 51\n    priority 100\n"
     "    virtual_ipaddress {\n        10.0.0.3\n    }\n}",
     "vrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 51\n    @lb01 priority 150\n"
     "    @lb02 priority 100\n    virtual_ipaddress {\n        10.0.0.3\n    }\n}"},
    check};

} // namespace twinhelm::cluster::rules
