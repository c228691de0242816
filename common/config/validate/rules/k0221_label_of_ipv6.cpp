#include "common/config/validate/rules/rules.h"

// Labels, scopes and broadcast addresses are an IPv4 matter of the kernel. keepalived ignores the first two on an IPv6
// address, and leaves out the address for the third (alloc_ipaddress of vrrp_ipaddress.c).
namespace twinhelm::config::rules
{

namespace
{

void checkAddress(const model::VirtualAddress &address, Diagnostics &diagnostics)
{
    if (!address.prefix->address.isV6())
        return;
    if (address.label.given) {
        report(diagnostics, k0221LabelOfIpv6, Severity::Warning, address.label.range,
               "An IPv6 address has no label; it is ignored.");
    }
    if (address.scope.given) {
        report(diagnostics, k0221LabelOfIpv6, Severity::Warning, address.scope.range,
               "An IPv6 address has its scope of itself; this one is ignored.");
    }
    if (address.broadcast.given) {
        report(diagnostics, k0221LabelOfIpv6, Severity::Error, address.broadcast.range,
               "IPv6 has no broadcast; keepalived leaves out the whole address for it.");
    }
}

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &address : config.staticAddresses)
        checkAddress(address, diagnostics);
    for (const auto &instance : config.instances) {
        for (const auto *list : {&instance.addresses, &instance.excludedAddresses}) {
            for (const auto &address : *list)
                checkAddress(address, diagnostics);
        }
    }
}

} // namespace

const Rule k0221LabelOfIpv6{{"K0221", "Label, scope or broadcast of an IPv6 address",
                             "Tools that look for the label will not find the address, and keepalived does not set one "
                             "with a broadcast address at all.",
                             "Remove the words.",
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
