#include "common/config/lower/lower.h"
#include "common/config/validate/rules/rules.h"

// An advertisement carries addresses of one family. The first address decides; keepalived drops the others.
namespace twinhelm::config::rules
{

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &instance : config.instances) {
        for (const auto &address : instance.addresses) {
            if (address.prefix->address.family() == familyOf(instance))
                continue;
            auto &one = report(diagnostics, k0211MixedFamilies, Severity::Error, address.range,
                               address.prefix->address.toString() + " is dropped: " + *instance.name + " is an " +
                                   (familyOf(instance) == Family::IPv4 ? "IPv4" : "IPv6") + " instance.");
            one.notes.push_back({instance.addresses.front().range, "The first address decides the family."});
        }
    }
}

} // namespace

const Rule k0211MixedFamilies{
    {"K0211", "IPv4 and IPv6 in one virtual_ipaddress",
     "One instance advertises one family. Addresses of the other are left out and never come up.",
     "Move them to virtual_ipaddress_excluded, or to an instance of their own.",
     "    virtual_ipaddress {\n"
     "        2001:db8::3\n"
     "#       ^^^^^^^^^^^\n"
     "    }\n",
     "    virtual_ipaddress_excluded {\n"
     "        2001:db8::3\n"
     "    }\n",
     Place::Instance},
    check};

} // namespace twinhelm::config::rules
