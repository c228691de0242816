#include "common/cluster/rules/common_places.h"

// Needs to know the nodes' interfaces. Without dynamic_interfaces keepalived ends with exit code 2 over an interface it
// does not find, also at a reload.
namespace twinhelm::cluster::rules
{

namespace
{

void look(const ClusterView &cluster, const Member &member, const Spot &spot, const std::string &name,
          CommonPlaces &places)
{
    const auto *facts = cluster.node(member).facts;
    if (facts && !facts->interfaces.empty() && !cluster.interfaceOf(member.node, name))
        places.add(spot, name);
}

void check(const ClusterView &cluster, Diagnostics &diagnostics)
{
    CommonPlaces places(cluster);
    for (const auto &router : cluster.routers()) {
        for (const auto &member : router.members) {
            if (*cluster.node(member).loaded->model.global.dynamicInterfaces)
                continue;
            look(cluster, member, spotOf(member, member.model->interface), member.settings->interface, places);
            for (const auto &track : member.model->trackInterfaces)
                look(cluster, member, spotOf(member, track.name), *track.name, places);
            for (const auto *list : {&member.model->addresses, &member.model->excludedAddresses}) {
                for (const auto &address : *list) {
                    if (address.device.given)
                        look(cluster, member, spotOf(member, address.device), *address.device, places);
                }
            }
        }
    }
    for (const auto &place : places.places()) {
        std::vector<std::string> has;
        for (const auto &one : cluster.nodes()[place.spot.node].facts->interfaces)
            has.push_back(one.name);
        report(cluster, diagnostics, k0420InterfaceUnknown, Severity::Error, place.spot,
               "There is no interface " + place.what + " on " + listed(place.nodes) + "; there is " + listed(has) +
                   ". keepalived does not start then.");
    }
}

} // namespace

const Rule k0420InterfaceUnknown{
    {"K0420", "An interface that the node does not have",
     "keepalived ends when it does not find an interface, and a running one ends at a reload. Names differ between "
     "machines (eth0, ens33, enp1s0).",
     "Write the name the node has (ip link), as @id lines where the nodes differ; or say dynamic_interfaces when it "
     "appears later.",
     "", ""},
    check};

} // namespace twinhelm::cluster::rules
