#include <map>
#include <tuple>

#include "common/config/lower/lower.h"
#include "common/config/validate/rules/rules.h"

// Two instances with one virtual_router_id on the same interface and family answer each other's advertisements.
// keepalived's VRRP process exits when it reads such a file. Unicast instances with different peers may share one.
namespace twinhelm::config::rules
{

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    std::map<std::tuple<std::string, int, Family>, const model::VrrpInstance *> seen;
    for (const auto &instance : config.instances) {
        const bool multicast = instance.unicastPeers.empty();
        if (!instance.virtualRouterId.given || !instance.interface.given || !multicast)
            continue;
        const auto [first, fresh] =
            seen.try_emplace({*instance.interface, *instance.virtualRouterId, familyOf(instance)}, &instance);
        if (fresh || *first->second->name == *instance.name)
            continue;
        auto &one = report(diagnostics, k0201DuplicateRouterId, Severity::Error, instance.virtualRouterId.range,
                           *instance.name + " and " + *first->second->name + " both use virtual_router_id " +
                               std::to_string(*instance.virtualRouterId) + " on " + *instance.interface + '.');
        one.notes.push_back({first->second->virtualRouterId.range, "It is used here first."});
    }
}

} // namespace

const Rule k0201DuplicateRouterId{{"K0201", "virtual_router_id used twice on one interface",
                                   "Routers tell virtual routers apart by their number. Two instances with the same "
                                   "number on one interface fight each other, and keepalived refuses to run.",
                                   "Give one of the instances a number that nobody else on this network segment uses.",
                                   "vrrp_instance A {\n    interface eth0\n    virtual_router_id 51\n}\nvrrp_instance "
                                   "B {\n    interface eth0\n    virtual_router_id 51\n}",
                                   "vrrp_instance B {\n    interface eth0\n    virtual_router_id 52\n}"},
                                  check};

} // namespace twinhelm::config::rules
