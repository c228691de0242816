#include <set>

#include "common/config/validate/rules/rules.h"

// keepalived keeps the first entry of a name, so the weight of the second is lost.
namespace twinhelm::config::rules
{

namespace
{

void checkEntries(const std::vector<model::TrackEntry> &entries, Diagnostics &diagnostics)
{
    std::set<std::string> seen;
    for (const auto &entry : entries) {
        if (!seen.insert(*entry.name).second) {
            report(diagnostics, k0225TrackedTwice, Severity::Warning, entry.range,
                   *entry.name + " is tracked already; this entry is ignored.");
        }
    }
}

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &instance : config.instances) {
        checkEntries(instance.trackScripts, diagnostics);
        checkEntries(instance.trackInterfaces, diagnostics);
    }
    for (const auto &group : config.syncGroups) {
        checkEntries(group.trackScripts, diagnostics);
        checkEntries(group.trackInterfaces, diagnostics);
    }
}

} // namespace

const Rule k0225TrackedTwice{{"K0225", "The same thing tracked twice", "Only the first entry counts, with its weight.",
                              "Keep the entry that is meant.",
                              "    track_interface {\n"
                              "        eth1\n"
                              "        eth1 weight -10\n"
                              "#       ^^^^^^^^^^^^^^^\n"
                              "    }\n",
                              "    track_interface {\n"
                              "        eth1 weight -10\n"
                              "    }\n",
                              Place::Instance},
                             check};

} // namespace twinhelm::config::rules
