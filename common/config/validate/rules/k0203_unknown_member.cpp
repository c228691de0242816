#include <algorithm>

#include "common/config/validate/rules/rules.h"

// Members of a vrrp_sync_group are names of instances. keepalived ignores an unknown one, so the instance that was
// meant moves alone.
namespace twinhelm::config::rules
{

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &group : config.syncGroups) {
        for (const auto &member : group.members) {
            const bool known = std::any_of(config.instances.begin(), config.instances.end(),
                                           [&](const auto &instance) { return *instance.name == *member; });
            if (!known) {
                report(diagnostics, k0203UnknownMember, Severity::Error, member.range,
                       "There is no vrrp_instance " + *member + "; the group does without it.");
            }
        }
    }
}

} // namespace

const Rule k0203UnknownMember{
    {"K0203", "Sync group member is no instance",
     "Instances of a group must move together. One that is named wrongly stays out and can end up on the "
     "other node.",
     "Correct the name, or add the vrrp_instance.",
     "vrrp_sync_group VG_1 {\n"
     "    group {\n"
     "        VI_INTERNAL\n"
     "        VI_EXTRENAL\n"
     "#       ^^^^^^^^^^^\n"
     "    }\n"
     "}\n"
     "vrrp_instance VI_INTERNAL {\n"
     "    interface eth0\n"
     "    virtual_router_id 51\n"
     "    virtual_ipaddress {\n"
     "        10.0.0.3\n"
     "    }\n"
     "}\n"
     "vrrp_instance VI_EXTERNAL {\n"
     "    interface eth1\n"
     "    virtual_router_id 52\n"
     "    virtual_ipaddress {\n"
     "        10.0.1.3\n"
     "    }\n"
     "}\n",
     "vrrp_sync_group VG_1 {\n"
     "    group {\n"
     "        VI_INTERNAL\n"
     "        VI_EXTERNAL\n"
     "    }\n"
     "}\n"
     "vrrp_instance VI_INTERNAL {\n"
     "    interface eth0\n"
     "    virtual_router_id 51\n"
     "    virtual_ipaddress {\n"
     "        10.0.0.3\n"
     "    }\n"
     "}\n"
     "vrrp_instance VI_EXTERNAL {\n"
     "    interface eth1\n"
     "    virtual_router_id 52\n"
     "    virtual_ipaddress {\n"
     "        10.0.1.3\n"
     "    }\n"
     "}\n",
     Place::File},
    check};

} // namespace twinhelm::config::rules
