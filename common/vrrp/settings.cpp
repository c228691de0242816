#include "common/vrrp/settings.h"

#include <algorithm>

namespace twinhelm::vrrp
{

bool runsPrograms(const NodeSettings &settings)
{
    const auto notifies = [](const auto &one) {
        const auto &notify = one.notify;
        return notify.toBackup || notify.toMaster || notify.toFault || notify.onStop || notify.any ||
               notify.onDeleted || notify.lowerPriorityHeard;
    };
    return !settings.scripts.empty() || std::ranges::any_of(settings.instances, notifies) ||
           std::ranges::any_of(settings.syncGroups, notifies) ||
           std::ranges::any_of(settings.fifos, [](const auto &fifo) { return fifo.reader.has_value(); });
}

void useBaseInterfaces(NodeSettings &settings)
{
    for (auto &instance : settings.instances) {
        for (auto *addresses : {&instance.addresses, &instance.excludedAddresses}) {
            for (auto &address : *addresses) {
                const auto link = std::ranges::find(instance.virtualLinks, address.device, &VirtualLink::name);
                if (link != instance.virtualLinks.end())
                    address.device = link->base;
            }
        }
        instance.virtualLinks.clear();
        instance.wireInterface.clear();
        instance.addressInterface.clear();
    }
}

} // namespace twinhelm::vrrp
