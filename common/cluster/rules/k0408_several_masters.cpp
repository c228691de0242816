#include <algorithm>

#include "common/cluster/rules/rules.h"

// state is only where a node begins: the lower one hears the higher one within an interval and steps back. It gives up
// nopreempt and preempt_delay for nothing, though (keepalived clears them for state MASTER).
namespace twinhelm::cluster::rules
{

namespace
{

void check(const ClusterView &cluster, Diagnostics &diagnostics)
{
    for (const auto &router : cluster.routers()) {
        std::vector<const Member *> masters;
        for (const auto &member : router.members) {
            if (member.settings->startAs == vrrp::StartAs::Master)
                masters.push_back(&member);
        }
        if (masters.size() < 2)
            continue;
        const auto highest =
            std::ranges::max_element(masters, {}, [](const Member *one) { return one->settings->priority; });
        const auto priority = (*highest)->settings->priority;
        for (const auto *member : masters) {
            if (member->settings->priority == priority || !member->model->state.given)
                continue; // K0407, or an owner by its priority
            const auto spot = spotOf(*member, member->model->state);
            auto &one = report(cluster, diagnostics, k0408SeveralMasters, Severity::Hint, spot,
                               router.name() + " starts as MASTER on " + cluster.id(*member) +
                                   " too, but with priority " + std::to_string(member->settings->priority.value) +
                                   " it gives way to " + cluster.id(**highest) + " (" + std::to_string(priority.value) +
                                   "). Write state BACKUP: priority decides, state is only the beginning.");
            note(cluster, one, spot, spotOf(**highest, (*highest)->model->state),
                 cluster.id(**highest) + " starts as MASTER.");
        }
    }
}

} // namespace

const Rule k0408SeveralMasters{
    {"K0408", "Several nodes start as MASTER",
     "state says where a node begins, and priority who is master. A lower node that begins as MASTER takes the "
     "addresses sooner than it should when both start, and cannot have nopreempt or preempt_delay.",
     "Write state BACKUP on all nodes but the one with the highest priority.",
     "vrrp_instance VI_1 {\n    state MASTER\n    interface eth0\n    virtual_router_id 51\n    @lb01 priority 150\n"
     "    @lb02 priority 100\n    virtual_ipaddress {\n        10.0.0.3\n    }\n}",
     "vrrp_instance VI_1 {\n    @lb01 state MASTER\n    @lb02 state BACKUP\n    interface eth0\n"
     "    virtual_router_id 51\n    @lb01 priority 150\n    @lb02 priority 100\n"
     "    virtual_ipaddress {\n        10.0.0.3\n    }\n}"},
    check};

} // namespace twinhelm::cluster::rules
