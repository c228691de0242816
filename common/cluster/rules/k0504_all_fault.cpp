#include <algorithm>

#include "common/cluster/rules/what_if.h"

// A check without weight means FAULT on its node. The same check on every node can fail on every node: when what it
// asks is shared (a database, a gateway), or when the script itself breaks with a roll-out.
namespace twinhelm::cluster::rules
{

namespace
{

/// The tracker of this name, without weight, on a member; nullptr: none.
const Tracker *shared(const WhatIf &about, const Member &member, const std::string &name)
{
    const auto found = std::ranges::find_if(about.trackers(), [&](const Tracker &one) {
        return one.member == &member && one.kind == vrrp::TrackKind::Script && one.name == name && one.weight == 0;
    });
    return found == about.trackers().end() ? nullptr : &*found;
}

void check(const ClusterView &cluster, Diagnostics &diagnostics)
{
    for (const auto *each : WhatIf::worthwhile(cluster, WhatIf::tracks)) {
        const auto &router = *each;
        const WhatIf about(cluster, router);
        for (const auto &tracker : about.trackers()) {
            if (tracker.member != &router.members.front())
                continue;
            std::vector<const Tracker *> everywhere;
            for (const auto &member : router.members) {
                if (const auto *one = shared(about, member, tracker.name))
                    everywhere.push_back(one);
            }
            if (everywhere.size() != router.members.size())
                continue;
            WhatIf::Trial trial(about);
            const auto since = trial.now();
            for (const auto *one : everywhere)
                trial.fail(*one);
            if (trial.masters() > 0)
                continue;
            auto &one = report(cluster, diagnostics, k0504AllFault, Severity::Hint, tracker.spot,
                               "When " + tracker.text() +
                                   " fails on every node at once, all go to FAULT and nobody "
                                   "holds the addresses of " +
                                   router.name() +
                                   ". Right if it checks this node only; for something the nodes "
                                   "share, use a negative weight.");
            for (const auto *other : everywhere)
                note(cluster, one, tracker.spot, other->spot, cluster.id(*other->member) + " tracks it here.");
            one.notes.push_back({tracker.spot.range, trial.words(since), one.node});
        }
    }
}

} // namespace

const Rule k0504AllFault{
    {"K0504", "A check that can take all nodes down at once",
     "A check without weight puts its node into FAULT. When it fails on every node, because what it asks is shared or "
     "because the script itself is broken, nobody holds the address, although the nodes are alive.",
     "For things the nodes share, use a negative weight larger than the distance of the priorities: then the better "
     "node still holds the address. For local things it is right as it is.",
     "vrrp_script check_db {\n    script /usr/local/bin/check_db\n}\n"
     "vrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 51\n    @lb01 priority 150\n"
     "    @lb02 priority 100\n    virtual_ipaddress {\n        10.0.0.3\n    }\n"
     "    track_script {\n        check_db\n    }\n}",
     "vrrp_script check_db {\n    script /usr/local/bin/check_db\n    weight -60\n}\n"
     "vrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 51\n    @lb01 priority 150\n"
     "    @lb02 priority 100\n    virtual_ipaddress {\n        10.0.0.3\n    }\n"
     "    track_script {\n        check_db\n    }\n}"},
    check};

} // namespace twinhelm::cluster::rules
