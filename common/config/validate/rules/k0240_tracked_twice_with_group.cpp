#include <algorithm>

#include "common/config/validate/rules/membership.h"
#include "common/config/validate/rules/rules.h"

// Every member of a sync group takes the group's trackers; keepalived complains about a second entry in the instance.
namespace twinhelm::config::rules
{

namespace
{

void checkEntries(const std::vector<model::TrackEntry> &own, const std::vector<model::TrackEntry> &groups,
                  const std::string &group, Diagnostics &diagnostics)
{
    for (const auto &entry : own) {
        const auto same =
            std::find_if(groups.begin(), groups.end(), [&](const auto &other) { return *other.name == *entry.name; });
        if (same == groups.end())
            continue;
        auto &one = report(diagnostics, k0240TrackedTwiceWithGroup, Severity::Warning, entry.range,
                           *entry.name + " is tracked by the sync group " + group + " already.");
        one.notes.push_back({same->range, "It stands here for every member."});
    }
}

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    forEachMembership(config, [&](const Membership &one) {
        if (!one.instance || one.earlier)
            return;
        const auto &instance = *one.instance;
        const auto &group = one.group;
        checkEntries(instance.trackScripts, group.trackScripts, *group.name, diagnostics);
        checkEntries(instance.trackInterfaces, group.trackInterfaces, *group.name, diagnostics);
        checkEntries(instance.trackFiles, group.trackFiles, *group.name, diagnostics);
        checkEntries(instance.trackProcesses, group.trackProcesses, *group.name, diagnostics);
        checkEntries(instance.trackBfds, group.trackBfds, *group.name, diagnostics);
    });
}

} // namespace

const Rule k0240TrackedTwiceWithGroup{
    {"K0240", "Tracked by the instance and by its sync group",
     "The group's trackers hold for every member. The entry in the instance adds nothing, and its weight "
     "does not count as written.",
     "Keep the entry in the sync group.",
     "vrrp_sync_group VG_1 {\n"
     "    group {\n"
     "        VI_1\n"
     "        VI_2\n"
     "    }\n"
     "    track_interface {\n"
     "        eth2\n"
     "    }\n"
     "}\n"
     "vrrp_instance VI_1 {\n"
     "    interface eth0\n"
     "    virtual_router_id 51\n"
     "    virtual_ipaddress {\n"
     "        10.0.0.3\n"
     "    }\n"
     "    track_interface {\n"
     "        eth2\n"
     "#       ^^^^\n"
     "    }\n"
     "}\n"
     "vrrp_instance VI_2 {\n"
     "    interface eth1\n"
     "    virtual_router_id 52\n"
     "    virtual_ipaddress {\n"
     "        10.0.1.3\n"
     "    }\n"
     "}\n",
     "vrrp_sync_group VG_1 {\n"
     "    group {\n"
     "        VI_1\n"
     "        VI_2\n"
     "    }\n"
     "    track_interface {\n"
     "        eth2\n"
     "    }\n"
     "}\n"
     "vrrp_instance VI_1 {\n"
     "    interface eth0\n"
     "    virtual_router_id 51\n"
     "    virtual_ipaddress {\n"
     "        10.0.0.3\n"
     "    }\n"
     "}\n"
     "vrrp_instance VI_2 {\n"
     "    interface eth1\n"
     "    virtual_router_id 52\n"
     "    virtual_ipaddress {\n"
     "        10.0.1.3\n"
     "    }\n"
     "}\n",
     Place::File},
    check};

} // namespace twinhelm::config::rules
