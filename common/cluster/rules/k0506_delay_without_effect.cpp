#include <algorithm>

#include "common/cluster/rules/what_if.h"

// preempt_delay waits before taking over from a living master of a lower priority. What never outranks a living master
// has nothing to wait for.
namespace twinhelm::cluster::rules
{

namespace
{

/// Whether the member ever preempts: after its own return, or when something fails on the others.
bool everPreempts(const WhatIf &about, const Member &member)
{
    WhatIf::Trial back(about);
    back.crash(member);
    back.start(member);
    if (back.preempted(member))
        return true;
    return std::ranges::any_of(about.trackers(), [&](const Tracker &tracker) {
        if (tracker.member == &member)
            return false;
        WhatIf::Trial trial(about);
        trial.fail(tracker);
        return trial.preempted(member);
    });
}

void check(const ClusterView &cluster, Diagnostics &diagnostics)
{
    const auto delays = [](const ClusterView &, const Member &one) {
        return one.settings->preemptDelay > Duration::zero();
    };
    for (const auto *each : WhatIf::worthwhile(cluster, delays)) {
        const auto &router = *each;
        const WhatIf about(cluster, router);
        for (const auto &member : router.members) {
            if (member.settings->preemptDelay == Duration::zero() || everPreempts(about, member))
                continue;
            const auto spot = spotOf(member, member.model->preemptDelay);
            WhatIf::Trial trial(about);
            const auto since = trial.now();
            trial.crash(member);
            trial.start(member);
            auto &one = report(cluster, diagnostics, k0506DelayWithoutEffect, Severity::Hint, spot,
                               "preempt_delay of " + router.name() + " has no effect on " + cluster.id(member) +
                                   ": with priority " + std::to_string(member.settings->priority.value) +
                                   " it never takes over from a living master.");
            one.notes.push_back({spot.range, trial.words(since), one.node});
        }
    }
}

} // namespace

const Rule k0506DelayWithoutEffect{
    {"K0506", "preempt_delay on a node that never preempts",
     "preempt_delay makes a node wait before it takes the address from a living master of a lower priority. The node "
     "with the lowest priority never does that; it takes over from dead masters, and then there is no delay.",
     "Write preempt_delay where it is to act, on the node with the higher priority; or leave it, when both nodes' "
     "files shall be alike.",
     "vrrp_instance VI_1 {\n    state BACKUP\n    interface eth0\n    virtual_router_id 51\n"
     "    @lb01 priority 150\n    @lb02 priority 100\n    @lb02 preempt_delay 60\n"
     "    virtual_ipaddress {\n        10.0.0.3\n    }\n}",
     "vrrp_instance VI_1 {\n    state BACKUP\n    interface eth0\n    virtual_router_id 51\n"
     "    @lb01 priority 150\n    @lb02 priority 100\n    @lb01 preempt_delay 60\n"
     "    virtual_ipaddress {\n        10.0.0.3\n    }\n}"},
    check};

} // namespace twinhelm::cluster::rules
