#include "common/vrrp/settings.h"

#include <algorithm>

namespace twinhelm::vrrp
{

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
