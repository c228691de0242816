#include "common/cluster/rules/rules.h"

// Advertisements carry the VRID, and whoever has another one does not listen: each node believes itself alone.
namespace twinhelm::cluster::rules
{

namespace
{

void check(const ClusterView &cluster, Diagnostics &diagnostics)
{
    for (const auto &router : cluster.routers()) {
        const auto idOf = [](const Member &one) { return one.settings->virtualRouterId.value; };
        for (const auto &[member, usual] : oddOnes(router, idOf)) {
            const auto spot = spotOf(*member, member->model->virtualRouterId);
            auto &one = report(cluster, diagnostics, k0401RouterIdDiffers, Severity::Error, spot,
                               member->settings->name + " has virtual_router_id " + std::to_string(idOf(*member)) +
                                   " on " + cluster.id(*member) + " and " + std::to_string(idOf(*usual)) + " on " +
                                   cluster.id(*usual) + ": they do not hear each other, and both become master.");
            note(cluster, one, spot, spotOf(*usual, usual->model->virtualRouterId),
                 cluster.id(*usual) + " has " + std::to_string(idOf(*usual)) + " here.");
        }
    }
}

} // namespace

const Rule k0401RouterIdDiffers{
    {"K0401", "virtual_router_id differs between nodes",
     "The nodes of a virtual router recognise each other by this number. With different numbers each node takes itself "
     "for the only one, and both hold the addresses at the same time.",
     "Give the instance the same virtual_router_id on every node.",
     "vrrp_instance VI_1 {\n    interface eth0\n    @lb01 virtual_router_id 51\n    @lb02 virtual_router_id 52\n"
     "    @lb01 priority 150\n    virtual_ipaddress {\n        10.0.0.3\n    }\n}",
     "vrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 51\n"
     "    @lb01 priority 150\n    virtual_ipaddress {\n        10.0.0.3\n    }\n}"},
    check};

} // namespace twinhelm::cluster::rules
