#include "common/config/lower/lower.h"
#include "common/config/validate/rules/rules.h"

// RFC 9568 section 5.2.9: the first IPv6 address is the virtual router's link-local one. keepalived logs it, and
// refuses in strict mode.
namespace twinhelm::config::rules
{

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &instance : config.instances) {
        if (instance.addresses.empty() || familyOf(instance) != Family::IPv6 || !instance.unicastPeers.empty())
            continue;
        const auto &first = instance.addresses.front();
        if (first.prefix->address.isLinkLocal())
            continue;
        const bool strict = isStrict(instance, config.global);
        report(diagnostics, k0244FirstNotLinkLocal, strict ? Severity::Error : Severity::Hint, first.prefix.range,
               strict ? "In strict mode the first IPv6 address must be link-local (fe80::)."
                      : "The first IPv6 address should be link-local (fe80::): that is what hosts use as their "
                        "router's address.");
    }
}

} // namespace

const Rule k0244FirstNotLinkLocal{
    {"K0244", "First IPv6 address is not link-local",
     "Routers of other makes expect the link-local address first and may refuse the advertisement; in "
     "strict mode keepalived does.",
     "List an address out of fe80::/64 first.",
     "vrrp_instance VI_1 {\n"
     "    interface eth0\n"
     "    virtual_router_id 51\n"
     "    virtual_ipaddress {\n"
     "        2001:db8::3\n"
     "#       ^^^^^^^^^^^\n"
     "    }\n"
     "}\n",
     "vrrp_instance VI_1 {\n"
     "    interface eth0\n"
     "    virtual_router_id 51\n"
     "    virtual_ipaddress {\n"
     "        fe80::3\n"
     "        2001:db8::3\n"
     "    }\n"
     "}\n",
     Place::File},
    check};

} // namespace twinhelm::config::rules
