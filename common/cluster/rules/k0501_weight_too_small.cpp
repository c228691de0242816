#include "common/cluster/rules/weight_effect.h"

// keepalived adds a positive weight while the check succeeds and subtracts a negative one while it fails (language.md
// 3.1). Unless that takes the node below its peer, a failed check changes a number and nothing else.
namespace twinhelm::cluster::rules
{

namespace
{

std::string advice(const IdleWeight &idle)
{
    // What the node has without this check, and how far it must fall to be below the rival.
    const int without = idle.before - std::max(idle.tracker->weight, 0);
    const int needed = without - idle.rivals + 1;
    if (needed <= 0 || needed > 253)
        return " Without a weight a failure means FAULT, and the address moves.";
    return " It takes weight -" + std::to_string(needed) +
           " or more; or leave the weight out: then a failure means FAULT, and the address moves.";
}

void check(const ClusterView &cluster, Diagnostics &diagnostics)
{
    for (const auto &trial : weightTrials(cluster)) {
        const auto &router = *trial.router;
        for (const auto &idle : trial.idle) {
            if (idle.heldByNopreempt())
                continue; // K0503
            auto &one = report(cluster, diagnostics, k0501WeightTooSmall, Severity::Warning, idle.tracker->spot,
                               idle.tracker->text() + " cannot move " + router.name() + ": when it fails on " +
                                   cluster.id(*idle.holder) + ", priority " + std::to_string(idle.before) +
                                   " becomes " + std::to_string(idle.after) + ", and " + cluster.id(*idle.rival) +
                                   " has " + std::to_string(idle.rivals) + '.' + advice(idle));
            one.notes.push_back({idle.tracker->spot.range, idle.words, one.node});
        }
    }
}

} // namespace

const Rule k0501WeightTooSmall{
    {"K0501", "A weight that can never move the address",
     "The check fails, the priority falls, and the node is still above its peer: the address stays on a node whose "
     "service is dead. Both nodes were simulated with this check failing, alone and behind everything else that can "
     "fail, and the master never changed.",
     "Make the weight larger than the distance between the nodes' priorities, or leave it out: then a failure means "
     "FAULT.",
     "vrrp_script check_web {\n    script /usr/local/bin/check_web\n    weight 50\n}\n"
     "vrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 51\n    @lb01 priority 150\n"
     "    @lb02 priority 100\n    virtual_ipaddress {\n        10.0.0.3\n    }\n"
     "    @lb01 track_script {\n    @lb01     check_web\n    @lb01 }\n}",
     "vrrp_script check_web {\n    script /usr/local/bin/check_web\n    weight -60\n}\n"
     "vrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 51\n    @lb01 priority 150\n"
     "    @lb02 priority 100\n    virtual_ipaddress {\n        10.0.0.3\n    }\n"
     "    track_script {\n        check_web\n    }\n}"},
    check};

} // namespace twinhelm::cluster::rules
