#include "common/config/validate/rules/rules.h"

// Labels are an IPv4 matter of the kernel; keepalived ignores them on IPv6 addresses, as it does with broadcast.
namespace twinhelm::config::rules
{

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    const auto checkList = [&](const std::vector<model::VirtualAddress> &addresses) {
        for (const auto &address : addresses) {
            if (address.label.given && address.prefix->address.isV6()) {
                report(diagnostics, k0221LabelOfIpv6, Severity::Warning, address.label.range,
                       "An IPv6 address has no label; it is ignored.");
            }
            if (address.scope.given && address.prefix->address.isV6()) {
                report(diagnostics, k0221LabelOfIpv6, Severity::Warning, address.scope.range,
                       "An IPv6 address has its scope of itself; this one is ignored.");
            }
        }
    };
    for (const auto &instance : config.instances) {
        checkList(instance.addresses);
        checkList(instance.excludedAddresses);
    }
}

} // namespace

const Rule k0221LabelOfIpv6{{"K0221", "Label on an IPv6 address",
                             "Tools that look for the label will not find the address.", "Remove the label.",
                             "    virtual_ipaddress_excluded {\n"
                             "        2001:db8::3 label eth0:1\n"
                             "#                         ^^^^^^\n"
                             "    }\n",
                             "    virtual_ipaddress_excluded {\n"
                             "        2001:db8::3\n"
                             "    }\n",
                             Place::Instance},
                            check};

} // namespace twinhelm::config::rules
