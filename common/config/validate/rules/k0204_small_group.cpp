#include "common/config/validate/rules/rules.h"

// A group of one does nothing, a group of none is removed. Unknown members (K0203) are counted: one mistake, one
// finding.
namespace twinhelm::config::rules
{

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &group : config.syncGroups) {
        if (group.members.size() >= 2)
            continue;
        report(diagnostics, k0204SmallGroup, Severity::Warning, group.range,
               group.members.empty() ? "The group has no members and is ignored."
                                     : "The group has a single member; there is nothing to keep together.");
    }
}

} // namespace

const Rule k0204SmallGroup{
    {"K0204", "Sync group with fewer than two members",
     "A sync group exists to keep several instances on one node. With one member it has no effect.",
     "Add the other instances, or remove the group.",
     "vrrp_sync_group VG_1 {\n"
     "#^^^^^^^^^^^^^^^^^^^\n"
     "    group {\n"
     "        VI_1\n"
     "    }\n"
     "}\n"
     "vrrp_instance VI_1 {\n"
     "    interface eth0\n"
     "    virtual_router_id 51\n"
     "    virtual_ipaddress {\n"
     "        10.0.0.3\n"
     "    }\n"
     "}\n",
     "vrrp_instance VI_1 {\n"
     "    interface eth0\n"
     "    virtual_router_id 51\n"
     "    virtual_ipaddress {\n"
     "        10.0.0.3\n"
     "    }\n"
     "}\n",
     Place::File},
    check};

} // namespace twinhelm::config::rules
