#include "common/cluster/rules/rules.h"

// nopreempt holds back the node it stands on, and only a node with a higher priority has anything to be held back from.
namespace twinhelm::cluster::rules
{

namespace
{

void check(const ClusterView &cluster, Diagnostics &diagnostics)
{
    for (const auto &router : cluster.routers()) {
        for (const auto &member : router.members) {
            if (!member.settings->preempt || *member.model->nopreempt)
                continue;
            const Member *held = nullptr;
            for (const auto &other : router.members) {
                if (!other.settings->preempt && other.settings->priority < member.settings->priority)
                    held = &other;
            }
            if (!held)
                continue;
            const auto spot = spotOf(*held, held->model->nopreempt);
            auto &one = report(cluster, diagnostics, k0416NopreemptOnWrongNode, Severity::Warning, spot,
                               router.name() + " has nopreempt on " + cluster.id(*held) + " (priority " +
                                   std::to_string(held->settings->priority.value) + "), but " + cluster.id(member) +
                                   " (priority " + std::to_string(member.settings->priority.value) +
                                   ") has none: once repaired, it takes the addresses back.");
            note(cluster, one, spot, spotOf(member, member.model->priority),
                 cluster.id(member) + " outranks " + cluster.id(*held) + " and may preempt.");
        }
    }
}

} // namespace

const Rule k0416NopreemptOnWrongNode{
    {"K0416", "nopreempt on the lower node only",
     "nopreempt keeps a node from taking over while another one is master. It does so for the node it stands on. On "
     "the node with the lower priority it changes nothing; the higher one still takes the addresses back.",
     "Write nopreempt (and state BACKUP) on every node, or at least on all but the lowest.",
     "vrrp_instance VI_1 {\n    state BACKUP\n    interface eth0\n    virtual_router_id 51\n    @lb01 priority 150\n"
     "    @lb02 priority 100\n    @lb02 nopreempt\n    virtual_ipaddress {\n        10.0.0.3\n    }\n}",
     "vrrp_instance VI_1 {\n    state BACKUP\n    interface eth0\n    virtual_router_id 51\n    @lb01 priority 150\n"
     "    @lb02 priority 100\n    nopreempt\n    virtual_ipaddress {\n        10.0.0.3\n    }\n}"},
    check};

} // namespace twinhelm::cluster::rules
