#include "common/config/validate/rules/membership.h"
#include "common/config/validate/rules/rules.h"
#include "common/config/validate/rules/tracked.h"

// Members of a sync group share their fate, so their priorities must not move apart: without sync_group_tracking_weight
// keepalived ignores trackers with a weight (for interfaces, the weight).
namespace twinhelm::config::rules
{

namespace
{

int weightOf(const model::TrackEntry &entry, const model::NodeConfig &config)
{
    if (entry.weight.given)
        return *entry.weight;
    const auto *script = findNamed(config.scripts, *entry.name);
    return script ? *script->weight : 0;
}

void checkMember(const model::VrrpInstance &instance, const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &entry : instance.trackScripts) {
        if (weightOf(entry, config) != 0) {
            report(diagnostics, k0219WeightInGroup, Severity::Error, entry.range,
                   *entry.name + " has a weight, and " + *instance.name +
                       " is in a sync group: the script is ignored here.");
        }
    }
    for (const auto &entry : instance.trackInterfaces) {
        if (*entry.weight != 0) {
            report(diagnostics, k0219WeightInGroup, Severity::Error, entry.range,
                   "The weight of " + *entry.name + " is ignored: " + *instance.name + " is in a sync group.");
        }
    }
}

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    forEachMembership(config, [&](const Membership &one) {
        if (one.instance && !one.earlier && !*one.group.trackingWeight)
            checkMember(*one.instance, config, diagnostics);
    });
}

} // namespace

const Rule k0219WeightInGroup{
    {"K0219", "Weighted tracking inside a sync group",
     "The instance was meant to step back when a check fails. Inside a sync group a weighted check is "
     "ignored.",
     "Track without a weight (failure means FAULT for the whole group), or set sync_group_tracking_weight.",
     "vrrp_sync_group VG_1 {\n"
     "    group {\n"
     "        VI_1\n"
     "        VI_2\n"
     "    }\n"
     "}\n"
     "vrrp_instance VI_1 {\n"
     "    interface eth0\n"
     "    virtual_router_id 51\n"
     "    virtual_ipaddress {\n"
     "        10.0.0.3\n"
     "    }\n"
     "    track_interface {\n"
     "        eth2 weight -20\n"
     "#       ^^^^^^^^^^^^^^^\n"
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
     "}\n"
     "vrrp_instance VI_1 {\n"
     "    interface eth0\n"
     "    virtual_router_id 51\n"
     "    virtual_ipaddress {\n"
     "        10.0.0.3\n"
     "    }\n"
     "    track_interface {\n"
     "        eth2\n"
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
