#include <algorithm>

#include "common/cluster/rules/common_places.h"
#include "common/cluster/rules/subnets.h"

// Needs to know the nodes' interfaces. An address is answered for on the segment its interface is on; hosts ask for it
// there only when it is of their network.
namespace twinhelm::cluster::rules
{

namespace
{

void look(const ClusterView &cluster, const Member &member, const config::model::VirtualAddress &address,
          CommonPlaces &places)
{
    const auto &device = address.device.given ? *address.device : member.settings->interface;
    const auto *interface = cluster.interfaceOf(member.node, device);
    if (!interface)
        return;
    const auto &wanted = address.prefix->address;
    const auto inside = [&](const Prefix &one) { return within(wanted, one); };
    if (std::ranges::any_of(interface->addresses, inside))
        return;
    std::vector<std::string> has;
    for (const auto &one : interface->addresses) {
        if (one.address.family() == wanted.family())
            has.push_back(networkOf(one).toString());
    }
    places.add({member.node, address.range}, wanted.toString() + " is in none of the networks of " + device + " (" +
                                                 (has.empty() ? "which has no such address" : listed(has)) + ')');
}

void check(const ClusterView &cluster, Diagnostics &diagnostics)
{
    CommonPlaces places(cluster);
    for (const auto &router : cluster.routers()) {
        for (const auto &member : router.members) {
            for (const auto *list : {&member.model->addresses, &member.model->excludedAddresses}) {
                for (const auto &address : *list)
                    look(cluster, member, address, places);
            }
        }
    }
    for (const auto &place : places.places())
        report(cluster, diagnostics, k0419OtherSubnet, Severity::Warning, place.spot,
               place.what + " on " + listed(place.nodes) +
                   ": hosts of that segment do not ask for it, and it is only reached if something routes it there.");
}

} // namespace

const Rule k0419OtherSubnet{
    {"K0419", "A virtual address that is not of its interface's network",
     "Hosts ask for an address on a segment when it belongs to their own network. A virtual address of another network "
     "is held by the master, but nobody finds it.",
     "Correct the address or the interface; with dev an address can be put on another interface than the instance's.",
     "", ""},
    check};

} // namespace twinhelm::cluster::rules
