#include <algorithm>

#include "common/config/lower/lower.h"
#include "common/config/validate/rules/rules.h"

// The owner of the addresses has priority 255, always (RFC 9568 section 5.2.4); weights would change that and are
// ignored.
namespace twinhelm::config::rules
{

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &instance : config.instances) {
        if (priorityOf(instance) != 255)
            continue;
        const auto checkEntry = [&](const model::TrackEntry &entry, int weight) {
            if (weight != 0) {
                report(diagnostics, k0226WeightOfOwner, Severity::Warning, entry.range,
                       *entry.name + " has a weight, and " + *instance.name +
                           " has priority 255, which no weight changes; the entry is ignored.");
            }
        };
        for (const auto &entry : instance.trackScripts) {
            const auto script = std::find_if(config.scripts.begin(), config.scripts.end(),
                                             [&](const auto &one) { return *one.name == *entry.name; });
            const bool inherits = !entry.weight.given && script != config.scripts.end();
            checkEntry(entry, inherits ? *script->weight : *entry.weight);
        }
        for (const auto &entry : instance.trackInterfaces)
            checkEntry(entry, *entry.weight);
    }
}

} // namespace

const Rule k0226WeightOfOwner{
    {"K0226", "Weights on the owner of the addresses",
     "A check with a weight was meant to make this node step back. With priority 255 it never does.",
     "Give the node a priority below 255.",
     "    priority 255\n"
     "    track_interface {\n"
     "        eth1 weight -20\n"
     "#       ^^^^^^^^^^^^^^^\n"
     "    }\n",
     "    priority 200\n"
     "    track_interface {\n"
     "        eth1 weight -20\n"
     "    }\n",
     Place::Instance},
    check};

} // namespace twinhelm::config::rules
