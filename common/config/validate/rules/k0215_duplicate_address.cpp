#include <map>

#include "common/config/validate/rules/rules.h"

// Within one instance the repetition is dropped. In two instances, the address is on two nodes as soon as their masters
// differ. The same address on two devices is left alone.
namespace twinhelm::config::rules
{

namespace
{

struct Seen {
    SourceRange range;
    std::string instance;
};

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    std::map<std::pair<IpAddress, std::string>, Seen> seen;
    const auto add = [&](const model::VrrpInstance &instance, const model::VirtualAddress &address) {
        const auto &device = address.device.given ? *address.device : *instance.interface;
        const auto [first, fresh] =
            seen.try_emplace({address.prefix->address, device}, Seen{address.range, *instance.name});
        if (fresh)
            return;
        const bool same = first->second.instance == *instance.name;
        auto &one = report(diagnostics, k0215DuplicateAddress, Severity::Warning, address.range,
                           address.prefix->address.toString() +
                               (same ? " is listed twice." : " belongs to " + first->second.instance + " as well."));
        one.notes.push_back({first->second.range, "It stands here first."});
    };
    for (const auto &instance : config.instances) {
        for (const auto &address : instance.addresses)
            add(instance, address);
        for (const auto &address : instance.excludedAddresses)
            add(instance, address);
    }
}

} // namespace

const Rule k0215DuplicateAddress{
    {"K0215", "Virtual address listed twice",
     "When two instances with one address have different masters, the address is up on two nodes.",
     "Keep the address in one place.",
     "    virtual_ipaddress_excluded {\n"
     "        10.0.1.3\n"
     "        10.0.1.3\n"
     "#       ^^^^^^^^\n"
     "    }\n",
     "    virtual_ipaddress_excluded {\n"
     "        10.0.1.3\n"
     "    }\n",
     Place::Instance},
    check};

} // namespace twinhelm::config::rules
