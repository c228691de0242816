#include <algorithm>
#include <set>

#include "common/cluster/rules/common_places.h"

// A virtual server only gets the packets of an address the node has. On a pair an instance brings it; anything else is
// somebody's manual work, and stays behind at a failover.
namespace twinhelm::cluster::rules
{

namespace
{

std::set<IpAddress> held(const ClusterView &cluster)
{
    std::set<IpAddress> out;
    for (const auto &router : cluster.routers()) {
        for (const auto &member : router.members) {
            const auto moving = movingAddresses(*member.settings);
            out.insert(moving.begin(), moving.end());
        }
    }
    for (const auto &node : cluster.nodes()) {
        for (const auto &one : node.loaded->model.staticAddresses)
            out.insert(one.prefix->address);
        for (std::size_t i = 0; node.facts && i < node.facts->interfaces.size(); ++i) {
            for (const auto &one : node.facts->interfaces[i].addresses)
                out.insert(one.address);
        }
    }
    return out;
}

void check(const ClusterView &cluster, Diagnostics &diagnostics)
{
    const auto known = held(cluster);
    CommonPlaces places(cluster);
    for (std::size_t node = 0; node < cluster.nodes().size(); ++node) {
        for (const auto &server : cluster.nodes()[node].loaded->model.virtualServers) {
            if (server.address.given && !known.contains(*server.address))
                places.add({node, server.range}, server.address->toString());
        }
    }
    const bool instances = !cluster.routers().empty();
    for (const auto &place : places.places())
        report(cluster, diagnostics, k0421AddressOfNobody, instances ? Severity::Warning : Severity::Hint, place.spot,
               "No vrrp_instance holds " + place.what +
                   ", the address of this virtual server. Unless somebody gives it to " + listed(place.nodes) +
                   " by hand, nothing arrives here.");
}

} // namespace

const Rule k0421AddressOfNobody{
    {"K0421", "A virtual server whose address nobody holds",
     "The kernel balances packets that arrive for an address of the node. keepalived does not add the address of a "
     "virtual_server by itself: it must be in a virtual_ipaddress, or be configured on the node.",
     "Add the address to the virtual_ipaddress of an instance.",
     "@lb01 #\n@lb02 #\nvrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 51\n    @lb01 priority 150\n"
     "    virtual_ipaddress {\n        10.0.0.3\n    }\n}\n"
     "virtual_server 10.0.0.4 80 {\n    real_server 10.0.0.7 80 {\n    }\n}",
     "vrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 51\n    @lb01 priority 150\n"
     "    @lb02 priority 100\n    virtual_ipaddress {\n        10.0.0.3\n        10.0.0.4\n    }\n}\n"
     "virtual_server 10.0.0.4 80 {\n    real_server 10.0.0.7 80 {\n    }\n}"},
    check};

} // namespace twinhelm::cluster::rules
