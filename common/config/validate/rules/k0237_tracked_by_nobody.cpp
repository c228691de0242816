#include <set>
#include <string_view>

#include "common/config/validate/rules/rules.h"

// keepalived runs a check only while something tracks it. BFD sessions tell their neighbour even when nobody here
// looks.
namespace twinhelm::config::rules
{

namespace
{

template<typename Defined>
void checkUse(const std::vector<Defined> &defined, const std::set<std::string_view> &used, const char *kind,
              Diagnostics &diagnostics)
{
    for (const auto &one : defined) {
        if (one.name.given && !used.contains(*one.name)) {
            report(diagnostics, k0237TrackedByNobody, Severity::Warning, one.name.range,
                   "Nothing tracks " + std::string(kind) + ' ' + *one.name + ": it has no effect.");
        }
    }
}

std::set<std::string_view> namesIn(const model::NodeConfig &config,
                                   std::vector<model::TrackEntry> model::VrrpInstance::*inInstance,
                                   std::vector<model::TrackEntry> model::VrrpSyncGroup::*inGroup)
{
    std::set<std::string_view> names;
    for (const auto &instance : config.instances) {
        for (const auto &entry : instance.*inInstance)
            names.insert(*entry.name);
    }
    for (const auto &group : config.syncGroups) {
        for (const auto &entry : group.*inGroup)
            names.insert(*entry.name);
    }
    return names;
}

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    using model::VrrpInstance;
    using model::VrrpSyncGroup;
    checkUse(config.scripts, namesIn(config, &VrrpInstance::trackScripts, &VrrpSyncGroup::trackScripts), "vrrp_script",
             diagnostics);
    checkUse(config.processes, namesIn(config, &VrrpInstance::trackProcesses, &VrrpSyncGroup::trackProcesses),
             "vrrp_track_process", diagnostics);
    if (config.virtualServers.empty()) { // a FILE_CHECK may use it
        checkUse(config.files, namesIn(config, &VrrpInstance::trackFiles, &VrrpSyncGroup::trackFiles), "track_file",
                 diagnostics);
    }
}

} // namespace

const Rule k0237TrackedByNobody{
    {"K0237", "A check that nobody tracks",
     "The check was written to move the address when something fails. Without a track_script, "
     "track_process or track_file entry it never does.",
     "Name it in the instance or sync group that should react, or remove it.",
     "global_defs {\n"
     "    enable_script_security\n"
     "}\n"
     "vrrp_script chk {\n"
     "#           ^^^\n"
     "    script \"/usr/bin/pgrep nginx\"\n"
     "}\n"
     "vrrp_instance VI_1 {\n"
     "    interface eth0\n"
     "    virtual_router_id 51\n"
     "    virtual_ipaddress {\n"
     "        10.0.0.3\n"
     "    }\n"
     "}\n",
     "global_defs {\n"
     "    enable_script_security\n"
     "}\n"
     "vrrp_script chk {\n"
     "    script \"/usr/bin/pgrep nginx\"\n"
     "}\n"
     "vrrp_instance VI_1 {\n"
     "    interface eth0\n"
     "    virtual_router_id 51\n"
     "    virtual_ipaddress {\n"
     "        10.0.0.3\n"
     "    }\n"
     "    track_script {\n"
     "        chk\n"
     "    }\n"
     "}\n",
     Place::File},
    check};

} // namespace twinhelm::config::rules
