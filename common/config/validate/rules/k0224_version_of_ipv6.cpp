#include "common/config/lower/lower.h"
#include "common/config/validate/rules/rules.h"

// RFC 3768 (version 2) is for IPv4 alone; IPv6 came with version 3 (RFC 5798).
namespace twinhelm::config::rules
{

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &instance : config.instances) {
        if (instance.version.given && *instance.version == 2 && familyOf(instance) == Family::IPv6) {
            report(diagnostics, k0224VersionOfIpv6, Severity::Error, instance.version.range,
                   "VRRP version 2 knows no IPv6; " + *instance.name + " has IPv6 addresses.");
        }
    }
}

} // namespace

const Rule k0224VersionOfIpv6{
    {"K0224", "Version 2 with IPv6 addresses",
     "Version 2 was never defined for IPv6. Other routers do not understand it, and keepalived itself "
     "ignores the setting.",
     "Write version 3, or leave version out.",
     "vrrp_instance VI_1 {\n"
     "    interface eth0\n"
     "    virtual_router_id 51\n"
     "    version 2\n"
     "#           ^\n"
     "    virtual_ipaddress {\n"
     "        fe80::3\n"
     "    }\n"
     "}\n",
     "vrrp_instance VI_1 {\n"
     "    interface eth0\n"
     "    virtual_router_id 51\n"
     "    version 3\n"
     "    virtual_ipaddress {\n"
     "        fe80::3\n"
     "    }\n"
     "}\n",
     Place::File},
    check};

} // namespace twinhelm::config::rules
