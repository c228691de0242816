#include "common/config/lower/lower.h"
#include "common/config/validate/rules/rules.h"

// Without addresses an instance protects nothing. keepalived warns in version 2, and refuses in version 3 or strict
// mode.
namespace twinhelm::config::rules
{

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &instance : config.instances) {
        if (!instance.addresses.empty() || *instance.noVirtualAddress)
            continue;
        const bool fatal = isStrict(instance, config.global);
        report(diagnostics, k0210NoAddress, fatal ? Severity::Error : Severity::Warning,
               instance.addressesRange.empty() ? instance.range : instance.addressesRange,
               *instance.name + " has no valid virtual address.");
    }
}

} // namespace

const Rule k0210NoAddress{{"K0210", "Instance without a virtual address",
                           "An instance without an address elects a master of nothing.",
                           "List the addresses in virtual_ipaddress, or say no_virtual_ipaddress when that is meant.",
                           "vrrp_instance VI_1 {\n"
                           "#^^^^^^^^^^^^^^^^^\n"
                           "    interface eth0\n"
                           "    virtual_router_id 51\n"
                           "}\n",
                           "vrrp_instance VI_1 {\n"
                           "    interface eth0\n"
                           "    virtual_router_id 51\n"
                           "    virtual_ipaddress {\n"
                           "        10.0.0.3/24\n"
                           "    }\n"
                           "}\n",
                           Place::File},
                          check};

} // namespace twinhelm::config::rules
