#include "common/config/lower/lower.h"
#include "common/config/validate/rules/rules.h"
#include "common/config/validate/rules/tracked.h"

// keepalived keeps the effective priority within 1 and 254; what a weight would move it beyond is lost
// (vrrp_set_effective_priority). The owner's 255 is K0226.
namespace twinhelm::config::rules
{

namespace
{

struct Reach {
    int least = 0; ///< what all losses together take away
    int most = 0;  ///< what all gains together add
    SourceRange last;
    unsigned weights = 0;

    void add(int weight, SourceRange where)
    {
        if (weight == 0)
            return;
        (weight > 0 ? most : least) += weight;
        last = where;
        ++weights;
    }
};

template<typename Defined>
void addAll(Reach &reach, const std::vector<model::TrackEntry> &entries, const std::vector<Defined> &defined)
{
    for (const auto &entry : entries) {
        const auto *definition = findNamed(defined, *entry.name);
        if (definition)
            reach.add(entry.weight.given ? *entry.weight : *definition->weight, entry.range);
    }
}

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    constexpr int highest = 254;
    for (const auto &instance : config.instances) {
        const auto priority = priorityOf(instance);
        Reach reach;
        addAll(reach, instance.trackScripts, config.scripts);
        addAll(reach, instance.trackProcesses, config.processes);
        addAll(reach, instance.trackBfds, config.bfds);
        for (const auto &entry : instance.trackInterfaces)
            reach.add(*entry.weight, entry.range);
        if (priority > highest || reach.weights == 0)
            continue;
        const bool above = priority + reach.most > highest;
        if (!above && priority + reach.least >= 1)
            continue;
        const auto wanted = priority + (above ? reach.most : reach.least);
        // Far below 1 is a way to say "certainly not this one".
        report(diagnostics, k0229PriorityClamped, above ? Severity::Warning : Severity::Hint, reach.last,
               "With its weights the priority of " + *instance.name + " would be " + std::to_string(wanted) +
                   "; keepalived stops at " + (above ? "254." : "1."));
    }
}

} // namespace

const Rule k0229PriorityClamped{
    {"K0229", "Weights beyond what a priority can be",
     "Beyond 254 and below 1 weights no longer count, so that two failures may look like one, or a node "
     "that should step back does not.",
     "Choose priority and weights so that their sums stay within 1 and 254.",
     "    priority 250\n"
     "    track_interface {\n"
     "        eth1 weight 20\n"
     "#       ^^^^^^^^^^^^^^\n"
     "    }\n",
     "    priority 150\n"
     "    track_interface {\n"
     "        eth1 weight 20\n"
     "    }\n",
     Place::Instance},
    check};

} // namespace twinhelm::config::rules
