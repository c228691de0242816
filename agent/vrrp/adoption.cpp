#include "agent/vrrp/adoption.h"

#include <algorithm>
#include <set>

namespace twinhelm::agent
{

namespace
{

const vrrp::InstanceSettings *findInstance(const vrrp::NodeSettings &settings, const std::string &name)
{
    const auto found = std::find_if(settings.instances.begin(), settings.instances.end(),
                                    [&](const vrrp::InstanceSettings &one) { return one.name == name; });
    return found == settings.instances.end() ? nullptr : &*found;
}

bool owns(const vrrp::InstanceSettings &instance, const HeldAddress &held)
{
    const auto same = [&](const vrrp::VirtualAddress &one) {
        return one.prefix == held.address.prefix && one.peer == held.address.peer &&
               (one.device.empty() ? instance.addressDevice() : one.device) == held.interface;
    };
    return std::any_of(instance.addresses.begin(), instance.addresses.end(), same) ||
           std::any_of(instance.excludedAddresses.begin(), instance.excludedAddresses.end(), same);
}

Duration nobodyHasTakenOverFor(const vrrp::InstanceSettings &instance)
{
    const auto adverts = std::max(instance.downTimerAdverts, 1U) - 1;
    return adverts * instance.advertInterval;
}

bool isStatic(const vrrp::NodeSettings &settings, const HeldAddress &held)
{
    return std::ranges::any_of(settings.statics.addresses, [&](const vrrp::VirtualAddress &one) {
        return one.prefix == held.address.prefix && one.peer == held.address.peer && one.device == held.interface;
    });
}

} // namespace

std::vector<HeldAddress> AdoptionPlan::orphansOf(const vrrp::NodeStatus &started) const
{
    std::vector<HeldAddress> out;
    for (const auto &held : adopted) {
        const bool isMaster =
            std::any_of(started.instances.begin(), started.instances.end(), [&](const vrrp::InstanceStatus &one) {
                return one.name == held.instance && one.state == vrrp::State::Master;
            });
        if (!isMaster)
            out.push_back(held);
    }
    return out;
}

AdoptionPlan planAdoption(const vrrp::NodeSettings &settings, const std::vector<HeldAddress> &leftovers, bool adopt,
                          Duration silence)
{
    AdoptionPlan out;
    std::set<std::string> instances;
    for (const auto &held : leftovers) {
        if (adopt && held.instance.empty() && isStatic(settings, held))
            continue; // the engine sets it at its start, which changes nothing
        const auto *instance = adopt ? findInstance(settings, held.instance) : nullptr;
        if (instance == nullptr || !owns(*instance, held) || silence >= nobodyHasTakenOverFor(*instance)) {
            out.orphans.push_back(held);
            continue;
        }
        out.adopted.push_back(held);
        instances.insert(held.instance);
    }
    out.instances.assign(instances.begin(), instances.end());
    return out;
}

} // namespace twinhelm::agent
