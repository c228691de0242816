#include "common/config/validate/rules/membership.h"
#include "common/config/validate/rules/rules.h"

// An instance can be in one sync group; keepalived ignores it in the second.
namespace twinhelm::config::rules
{

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    forEachMembership(config, [&](const Membership &one) {
        if (!one.earlier)
            return;
        auto &finding = report(diagnostics, k0218MemberOfTwoGroups, Severity::Error, one.member.range,
                               *one.member + " is in a sync group already; it is ignored here.");
        finding.notes.push_back({one.earlier->range, "It is named here first."});
    });
}

} // namespace

const Rule k0218MemberOfTwoGroups{
    {"K0218", "Instance in two sync groups",
     "Groups decide where their members are. Two groups could decide differently, so only the first "
     "counts.",
     "Name the instance in one group.",
     "vrrp_sync_group VG_1 {\n"
     "    group {\n"
     "        VI_1\n"
     "        VI_2\n"
     "    }\n"
     "}\n"
     "vrrp_sync_group VG_2 {\n"
     "    group {\n"
     "        VI_1\n"
     "#       ^^^^\n"
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
