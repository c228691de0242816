#include "common/config/lower/lower.h"
#include "common/config/validate/rules/rules.h"
#include "common/config/validate/rules/tracked.h"

// The group's members move together, so they must agree on who owns the addresses and on preemption (vrrp_sync.c,
// language.md section 3.2).
namespace twinhelm::config::rules
{

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &group : config.syncGroups) {
        const model::VrrpInstance *first = nullptr;
        for (const auto &member : group.members) {
            const auto *instance = findNamed(config.instances, *member);
            if (!instance)
                continue;
            if (!first) {
                first = instance;
                continue;
            }
            const bool owner = (priorityOf(*first) == 255) != (priorityOf(*instance) == 255);
            const bool preemption = *first->nopreempt != *instance->nopreempt;
            if (!owner && !preemption)
                continue;
            auto &one = report(diagnostics, k0241UnequalMembers, Severity::Warning, member.range,
                               *instance->name + " and " + *first->name +
                                   (owner ? " move together, but only one of them owns its addresses (priority 255)."
                                          : " move together, but only one of them has nopreempt."));
            one.notes.push_back({instance->range, "This one differs"});
            one.notes.push_back({first->range, "from this one."});
        }
    }
}

} // namespace

const Rule k0241UnequalMembers{
    {"K0241", "Members of a sync group that cannot agree",
     "One member wants to take over while the other wants to stay: the group goes back and forth, or does "
     "not move at all.",
     "Give all members the same preemption, and priorities below 255.",
     "vrrp_sync_group VG_1 {\n"
     "    group {\n"
     "        VI_1\n"
     "        VI_2\n"
     "#       ^^^^\n"
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
     "    nopreempt\n"
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
     "    nopreempt\n"
     "    virtual_ipaddress {\n"
     "        10.0.0.3\n"
     "    }\n"
     "}\n"
     "vrrp_instance VI_2 {\n"
     "    interface eth1\n"
     "    virtual_router_id 52\n"
     "    nopreempt\n"
     "    virtual_ipaddress {\n"
     "        10.0.1.3\n"
     "    }\n"
     "}\n",
     Place::File},
    check};

} // namespace twinhelm::config::rules
