#include "common/cluster/rules/weight_effect.h"

#include <algorithm>

namespace twinhelm::cluster::rules
{

namespace
{

using Trackers = std::vector<const Tracker *>;

/// With this many trackers every combination is tried, with more only the plainest.
constexpr std::size_t mostCombined = 5;

/// What may have failed before: nothing, and sets of the others.
std::vector<Trackers> contexts(const std::vector<Tracker> &all, const Tracker &tried)
{
    Trackers others;
    for (const auto &one : all) {
        if (&one != &tried)
            others.push_back(&one);
    }
    std::vector<Trackers> out;
    if (others.size() <= mostCombined) {
        for (std::size_t set = 0; set < (std::size_t(1) << others.size()); ++set) {
            Trackers chosen;
            for (std::size_t i = 0; i < others.size(); ++i) {
                if ((set >> i & 1) != 0)
                    chosen.push_back(others[i]);
            }
            out.push_back(std::move(chosen));
        }
        return out;
    }
    out.emplace_back();
    for (const auto *one : others)
        out.push_back({one});
    Trackers same;
    Trackers elsewhere;
    for (const auto *one : others)
        (one->member == tried.member ? same : elsewhere).push_back(one);
    out.push_back(std::move(same));
    out.push_back(std::move(elsewhere));
    return out;
}

bool moves(const WhatIf &about, const Tracker &tried)
{
    return std::ranges::any_of(contexts(about.trackers(), tried), [&](const Trackers &before) {
        WhatIf::Trial trial(about);
        for (const auto *one : before)
            trial.fail(*one);
        const auto *holder = trial.holder();
        trial.fail(tried);
        return trial.holder() != holder;
    });
}

std::vector<IdleWeight> idleWeights(const WhatIf &about, const VirtualRouter &router)
{
    std::vector<IdleWeight> out;
    for (const auto &tracker : about.trackers()) {
        if (tracker.weight == 0)
            continue;
        WhatIf::Trial trial(about);
        IdleWeight idle;
        idle.tracker = &tracker;
        idle.holder = trial.holder();
        // On the others it decides nothing while the first one is well.
        if (idle.holder != tracker.member)
            continue;
        idle.before = trial.priorityOf(*idle.holder);
        const auto since = trial.now();
        trial.fail(tracker);
        if (trial.holder() != idle.holder)
            continue;
        idle.after = trial.priorityOf(*idle.holder);
        for (const auto &other : router.members) {
            const int priority = &other == idle.holder ? 0 : trial.priorityOf(other);
            if (priority > idle.rivals) {
                idle.rivals = priority;
                idle.rival = &other;
            }
        }
        idle.words = trial.words(since);
        if (idle.rival && !moves(about, tracker))
            out.push_back(std::move(idle));
    }
    return out;
}

} // namespace

const std::vector<WeightTrial> &weightTrials(const ClusterView &cluster)
{
    return cluster.once<std::vector<WeightTrial>>([&] {
        std::vector<WeightTrial> out;
        for (const auto *router : WhatIf::worthwhile(cluster, WhatIf::tracks)) {
            auto about = std::make_unique<WhatIf>(cluster, *router);
            auto idle = idleWeights(*about, *router);
            out.push_back({router, std::move(about), std::move(idle)});
        }
        return out;
    });
}

} // namespace twinhelm::cluster::rules
