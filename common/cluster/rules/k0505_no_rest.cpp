#include <algorithm>
#include <set>

#include "common/cluster/rules/what_if.h"
#include "common/simulate/report.h"

// A sync group moves together. When one node is higher in one member and another node in the next, each takes the whole
// group from the other for ever.
namespace twinhelm::cluster::rules
{

namespace
{

/// Fewer takeovers than this within a rest may still be the way to one.
constexpr std::size_t tooMany = 3;

const config::model::VrrpSyncGroup *groupOf(const ClusterView &cluster, const Member &member)
{
    for (const auto &group : cluster.node(member).loaded->model.syncGroups) {
        for (const auto &name : group.members) {
            if (*name == member.settings->name)
                return &group;
        }
    }
    return nullptr;
}

bool inGroup(const ClusterView &cluster, const Member &member)
{
    const auto *group = groupOf(cluster, member);
    return group && group->members.size() > 1;
}

void check(const ClusterView &cluster, Diagnostics &diagnostics)
{
    std::set<const config::model::VrrpSyncGroup *> told;
    for (const auto *each : WhatIf::worthwhile(cluster, inGroup)) {
        const auto &router = *each;
        const auto &first = router.members.front();
        const auto *group = groupOf(cluster, first);
        if (!group || told.contains(group))
            continue;
        const WhatIf about(cluster, router);
        WhatIf::Trial trial(about);
        const auto since = trial.now();
        trial.rest();
        const auto count = trial.takeovers(since);
        if (count < tooMany)
            continue;
        told.insert(group);
        const Spot spot{first.node, group->range};
        auto &one = report(cluster, diagnostics, k0505NoRest, Severity::Error, spot,
                           "Sync group " + *group->name + " never comes to rest: the nodes take " + router.name() +
                               " from each other " + std::to_string(count) + " times in " +
                               simulate::secondsText(TimePoint(trial.now() - since)) +
                               " s with nothing wrong. One node must have the higher priority in all members.");
        one.notes.push_back({spot.range, trial.words(since), one.node});
    }
}

} // namespace

const Rule k0505NoRest{
    {"K0505", "Nodes that preempt each other for ever",
     "The members of a sync group are master together. When each of two nodes has the higher priority in one of them, "
     "each preempts the other, again and again, and no connection lives longer than some seconds.",
     "Let the same node have the higher priority in every instance of the group, or take the group apart.",
     "vrrp_sync_group G {\n    group {\n        VI_1\n        VI_2\n    }\n}\n"
     "vrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 51\n    @lb01 priority 150\n"
     "    @lb02 priority 100\n    virtual_ipaddress {\n        10.0.0.3\n    }\n}\n"
     "vrrp_instance VI_2 {\n    interface eth1\n    virtual_router_id 52\n    @lb01 priority 100\n"
     "    @lb02 priority 150\n    virtual_ipaddress {\n        10.1.0.3\n    }\n}",
     "vrrp_sync_group G {\n    group {\n        VI_1\n        VI_2\n    }\n}\n"
     "vrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 51\n    @lb01 priority 150\n"
     "    @lb02 priority 100\n    virtual_ipaddress {\n        10.0.0.3\n    }\n}\n"
     "vrrp_instance VI_2 {\n    interface eth1\n    virtual_router_id 52\n    @lb01 priority 150\n"
     "    @lb02 priority 100\n    virtual_ipaddress {\n        10.1.0.3\n    }\n}"},
    check};

} // namespace twinhelm::cluster::rules
