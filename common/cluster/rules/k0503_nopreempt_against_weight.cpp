#include "common/cluster/rules/weight_effect.h"

// A backup with nopreempt accepts any advertisement, also one of a lower priority (keepalived vrrp.c). A master whose
// priority falls thus stays master for as long as it lives.
namespace twinhelm::cluster::rules
{

namespace
{

void check(const ClusterView &cluster, Diagnostics &diagnostics)
{
    for (const auto &trial : weightTrials(cluster)) {
        const auto &router = *trial.router;
        for (const auto &idle : trial.idle) {
            if (!idle.heldByNopreempt())
                continue; // K0501
            auto &one = report(cluster, diagnostics, k0503NopreemptAgainstWeight, Severity::Warning, idle.tracker->spot,
                               idle.tracker->text() + " cannot move " + router.name() + ": when it fails on " +
                                   cluster.id(*idle.holder) + ", priority falls to " + std::to_string(idle.after) +
                                   ", below the " + std::to_string(idle.rivals) + " of " + cluster.id(*idle.rival) +
                                   ", but nopreempt keeps " + cluster.id(*idle.rival) +
                                   " from taking over. Leave the weight out: then a failure means FAULT, and the "
                                   "address moves.");
            note(cluster, one, idle.tracker->spot, spotOf(*idle.rival, idle.rival->model->nopreempt),
                 cluster.id(*idle.rival) + " does not preempt.");
            one.notes.push_back({idle.tracker->spot.range, idle.words, one.node});
        }
    }
}

} // namespace

const Rule k0503NopreemptAgainstWeight{
    {"K0503", "A weight that nopreempt makes useless",
     "nopreempt tells a backup to follow any master, whatever its priority. A check that only lowers the priority then "
     "never moves the address.",
     "Leave the weight out, so that a failed check means FAULT, or leave nopreempt out.",
     "vrrp_script check_web {\n    script /usr/local/bin/check_web\n    weight -60\n}\n"
     "vrrp_instance VI_1 {\n    state BACKUP\n    nopreempt\n    interface eth0\n    virtual_router_id 51\n"
     "    @lb01 priority 150\n    @lb02 priority 100\n    virtual_ipaddress {\n        10.0.0.3\n    }\n"
     "    track_script {\n        check_web\n    }\n}",
     "vrrp_script check_web {\n    script /usr/local/bin/check_web\n}\n"
     "vrrp_instance VI_1 {\n    state BACKUP\n    nopreempt\n    interface eth0\n    virtual_router_id 51\n"
     "    @lb01 priority 150\n    @lb02 priority 100\n    virtual_ipaddress {\n        10.0.0.3\n    }\n"
     "    track_script {\n        check_web\n    }\n}"},
    check};

} // namespace twinhelm::cluster::rules
