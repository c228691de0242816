#include <algorithm>

#include "common/config/validate/rules/rules.h"

// A track_script entry must name a vrrp_script. keepalived ignores an unknown one: the check that was to protect the
// address never runs, and nobody notices.
namespace twinhelm::config::rules
{

namespace
{

void checkEntries(const std::vector<model::TrackEntry> &entries, const model::NodeConfig &config,
                  Diagnostics &diagnostics)
{
    for (const auto &entry : entries) {
        const auto script = std::find_if(config.scripts.begin(), config.scripts.end(),
                                         [&](const auto &one) { return *one.name == *entry.name; });
        // A script without a command is reported where it is defined.
        if (script == config.scripts.end()) {
            report(diagnostics, k0202UnknownScript, Severity::Error, entry.name.range,
                   "There is no vrrp_script " + *entry.name + "; this entry is ignored.");
        }
    }
}

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &instance : config.instances)
        checkEntries(instance.trackScripts, config, diagnostics);
    for (const auto &group : config.syncGroups)
        checkEntries(group.trackScripts, config, diagnostics);
}

} // namespace

const Rule k0202UnknownScript{
    {"K0202", "track_script names no vrrp_script",
     "The instance was meant to react to a check, but no check of that name exists, so it never reacts.",
     "Correct the name, or add the vrrp_script above.",
     "    track_script {\n"
     "        chk_ngnix\n"
     "#       ^^^^^^^^^\n"
     "    }\n",
     "    track_interface {\n"
     "        eth1\n"
     "    }\n",
     Place::Instance},
    check};

} // namespace twinhelm::config::rules
