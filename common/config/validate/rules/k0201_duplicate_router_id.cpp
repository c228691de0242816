#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "common/config/lower/lower.h"
#include "common/config/validate/rules/rules.h"

// Two instances with one virtual_router_id on the same interface and family answer each other's advertisements.
// keepalived's VRRP process exits when it reads such a file. Unicast instances may share one as long as they have no
// peer in common.
namespace twinhelm::config::rules
{

namespace
{

bool haveCommonPeer(const model::VrrpInstance &a, const model::VrrpInstance &b)
{
    return std::any_of(a.unicastPeers.begin(), a.unicastPeers.end(), [&](const auto &peer) {
        return std::any_of(b.unicastPeers.begin(), b.unicastPeers.end(),
                           [&](const auto &other) { return *other == *peer; });
    });
}

/// Of two instances with the same number on one interface.
bool hearEachOther(const model::VrrpInstance &a, const model::VrrpInstance &b)
{
    if (familyOf(a) != familyOf(b) || *a.name == *b.name)
        return false;
    const bool multicast = a.unicastPeers.empty() && b.unicastPeers.empty();
    return multicast || haveCommonPeer(a, b);
}

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    std::map<std::pair<std::string, int>, std::vector<const model::VrrpInstance *>> seen;
    for (const auto &instance : config.instances) {
        if (!instance.virtualRouterId.given || !instance.interface.given)
            continue;
        auto &others = seen[{*instance.interface, *instance.virtualRouterId}];
        const auto first = std::find_if(others.begin(), others.end(),
                                        [&](const auto *other) { return hearEachOther(*other, instance); });
        if (first == others.end()) {
            others.push_back(&instance);
            continue;
        }
        auto &one = report(diagnostics, k0201DuplicateRouterId, Severity::Error, instance.virtualRouterId.range,
                           *instance.name + " and " + *(*first)->name + " both use virtual_router_id " +
                               std::to_string(*instance.virtualRouterId) + " on " + *instance.interface + '.');
        one.notes.push_back({(*first)->virtualRouterId.range, "It is used here first."});
    }
}

} // namespace

const Rule k0201DuplicateRouterId{
    {"K0201", "virtual_router_id used twice on one interface",
     "Routers tell virtual routers apart by their number. Two instances with the same number on one "
     "interface fight each other, and keepalived refuses to run.",
     "Give one of the instances a number that nobody else on this network segment uses.",
     "vrrp_instance VI_1 {\n"
     "    interface eth0\n"
     "    virtual_router_id 51\n"
     "    virtual_ipaddress {\n"
     "        10.0.0.3\n"
     "    }\n"
     "}\n"
     "vrrp_instance VI_2 {\n"
     "    interface eth0\n"
     "    virtual_router_id 51\n"
     "#                     ^^\n"
     "    virtual_ipaddress {\n"
     "        10.0.0.4\n"
     "    }\n"
     "}\n",
     "vrrp_instance VI_1 {\n"
     "    interface eth0\n"
     "    virtual_router_id 51\n"
     "    virtual_ipaddress {\n"
     "        10.0.0.3\n"
     "    }\n"
     "}\n"
     "vrrp_instance VI_2 {\n"
     "    interface eth0\n"
     "    virtual_router_id 52\n"
     "    virtual_ipaddress {\n"
     "        10.0.0.4\n"
     "    }\n"
     "}\n",
     Place::File},
    check};

} // namespace twinhelm::config::rules
