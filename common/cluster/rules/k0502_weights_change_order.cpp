#include <algorithm>

#include "common/cluster/rules/what_if.h"

// Positive weights count while all is well. Then the order the priorities promise is not the order that holds.
namespace twinhelm::cluster::rules
{

namespace
{

std::string partsText(const ClusterView &cluster, const WhatIf::Trial &trial, const Member &member)
{
    return cluster.id(member) + " has " + std::to_string(trial.priorityOf(member)) + " instead of " +
           std::to_string(member.settings->priority.value);
}

void compare(const ClusterView &cluster, const VirtualRouter &router, const WhatIf &about, const WhatIf::Trial &trial,
             Diagnostics &diagnostics)
{
    const auto priority = [](const Member &one) { return one.settings->priority; };
    const auto &high = *std::ranges::max_element(router.members, {}, priority);
    for (const auto &low : router.members) {
        if (priority(low) >= priority(high) || trial.priorityOf(low) < trial.priorityOf(high))
            continue;
        const auto tracker = std::ranges::find_if(
            about.trackers(), [&](const Tracker &one) { return one.member == &low && one.weight > 0; });
        const auto spot = tracker == about.trackers().end() ? spotOf(low, low.model->priority) : tracker->spot;
        const bool equal = trial.priorityOf(low) == trial.priorityOf(high);
        auto &one = report(cluster, diagnostics, k0502WeightsChangeOrder, Severity::Warning, spot,
                           "While all checks of " + router.name() + " succeed, " + partsText(cluster, trial, low) +
                               " and " + partsText(cluster, trial, high) +
                               (equal ? ": equal, so that whoever is master stays it, and a repaired " +
                                            cluster.id(high) + " does not take over again."
                                      : ": " + cluster.id(low) + " is master, although " + cluster.id(high) +
                                            " has the higher priority."));
        note(cluster, one, spot, spotOf(high, high.model->priority),
             cluster.id(high) + " has the higher priority in the file.");
        one.notes.push_back({spot.range, trial.words(trial.now()), one.node});
    }
}

void check(const ClusterView &cluster, Diagnostics &diagnostics)
{
    for (const auto *each : WhatIf::worthwhile(cluster, WhatIf::tracks)) {
        const auto &router = *each;
        const WhatIf about(cluster, router);
        if (std::ranges::none_of(about.trackers(), [](const Tracker &one) { return one.weight != 0; }))
            continue;
        const WhatIf::Trial trial(about);
        compare(cluster, router, about, trial, diagnostics);
    }
}

} // namespace

const Rule k0502WeightsChangeOrder{
    {"K0502", "Weights turn the order of the nodes round",
     "A positive weight is added while its check succeeds, which is nearly always. With more or larger ones on the "
     "lower node it equals or outranks the higher one, and another node is master than the priorities say.",
     "Track the same things with the same weights on every node, or use negative weights: they count only while "
     "something is wrong.",
     "vrrp_script check_web {\n    script /usr/local/bin/check_web\n    weight 50\n}\n"
     "vrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 51\n    @lb01 priority 150\n"
     "    @lb02 priority 100\n    virtual_ipaddress {\n        10.0.0.3\n    }\n"
     "    @lb02 track_script {\n    @lb02     check_web\n    @lb02 }\n}",
     "vrrp_script check_web {\n    script /usr/local/bin/check_web\n    weight -60\n}\n"
     "vrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 51\n    @lb01 priority 150\n"
     "    @lb02 priority 100\n    virtual_ipaddress {\n        10.0.0.3\n    }\n"
     "    track_script {\n        check_web\n    }\n}"},
    check};

} // namespace twinhelm::cluster::rules
