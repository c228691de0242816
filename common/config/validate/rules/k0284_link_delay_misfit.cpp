#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "common/config/validate/rules/rules.h"

// interface_up_down_delays: a link that goes must be gone for `down`, one that comes must be there for `up`, before
// instances notice.
namespace twinhelm::config::rules
{

namespace
{

using Names = std::set<std::string>;

void add(Names &names, const model::Value<std::string> &name)
{
    if (name.given)
        names.insert(*name);
}

/// Every interface whose state matters to somebody.
Names usedInterfaces(const model::NodeConfig &config)
{
    Names names;
    for (const auto &group : config.syncGroups) {
        for (const auto &entry : group.trackInterfaces)
            add(names, entry.name);
    }
    for (const auto &instance : config.instances) {
        add(names, instance.interface);
        add(names, instance.vmac->name);
        for (const auto &entry : instance.trackInterfaces)
            add(names, entry.name);
        for (const auto *list : {&instance.addresses, &instance.excludedAddresses}) {
            for (const auto &address : *list)
                add(names, address.device);
        }
        for (const auto &route : instance.routes)
            add(names, route.device);
    }
    return names;
}

/// How long the others wait before they take over, at least; 0: no instance leaves through this interface.
Duration patienceOn(const model::NodeConfig &config, const std::string &interface)
{
    Duration least{};
    for (const auto &instance : config.instances) {
        if (*instance.interface != interface)
            continue;
        const auto patience = *instance.advertInterval * *instance.downTimerAdverts;
        least = least == Duration{} ? patience : std::min(least, patience);
    }
    return least;
}

void checkDelay(const model::InterfaceDelay &delay, const model::NodeConfig &config, Diagnostics &diagnostics)
{
    const bool none = *delay.down == Duration{} && (!delay.up.given || *delay.up == Duration{});
    if (none && delay.down.given) {
        report(diagnostics, k0284LinkDelayMisfit, Severity::Hint, delay.down.range,
               "Both delays are 0: link changes count at once, as without the line.");
        return;
    }
    const auto patience = patienceOn(config, *delay.interface);
    if (patience != Duration{} && *delay.down > patience) {
        report(diagnostics, k0284LinkDelayMisfit, Severity::Warning, delay.down.range,
               "Longer than the others wait for an advertisement: they take over first, and until the delay is over "
               "this node is master beside them.");
    }
}

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    if (config.interfaceDelays.empty())
        return;
    const auto used = usedInterfaces(config);
    std::map<std::string, SourceRange> seen;
    for (const auto &delay : config.interfaceDelays) {
        const auto [first, fresh] = seen.try_emplace(*delay.interface, delay.interface.range);
        if (!fresh) {
            auto &one = report(diagnostics, k0284LinkDelayMisfit, Severity::Warning, delay.interface.range,
                               *delay.interface + " has delays already; these replace them.");
            one.notes.push_back({first->second, "It stands here first."});
        } else if (!used.contains(*delay.interface)) {
            report(diagnostics, k0284LinkDelayMisfit, Severity::Hint, delay.interface.range,
                   "No instance uses or tracks " + *delay.interface + "; nobody waits for its delays.");
            continue;
        }
        checkDelay(delay, config, diagnostics);
    }
}

} // namespace

const Rule k0284LinkDelayMisfit{
    {"K0284", "Link delay that does not help",
     "Link delays keep a link that flaps from moving addresses. Too long a down delay leaves two masters; one of an "
     "interface that nobody looks at does nothing.",
     "Keep the down delay below the time after which the other nodes take over (three advertisement intervals), and "
     "name an interface that an instance uses or tracks.",
     "interface_up_down_delays {\n"
     "    eth0 10 5\n"
     "#        ^^\n"
     "}\n"
     "vrrp_instance VI_1 {\n"
     "    interface eth0\n"
     "    virtual_router_id 51\n"
     "    virtual_ipaddress {\n"
     "        10.0.0.3/24\n"
     "    }\n"
     "}\n",
     "interface_up_down_delays {\n"
     "    eth0 2 10\n"
     "}\n"
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
