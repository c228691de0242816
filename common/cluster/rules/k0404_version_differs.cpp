#include "common/cluster/rules/rules.h"

// Advertisements of another version are dropped (RFC 9568 section 7.1).
namespace twinhelm::cluster::rules
{

namespace
{

void check(const ClusterView &cluster, Diagnostics &diagnostics)
{
    const auto versionOf = [](const Member &one) { return static_cast<int>(one.settings->version); };
    const auto spotFor = [&](const Member &member) {
        const auto &global = cluster.node(member).loaded->model.global.version;
        return member.model->version.given || !global.given ? spotOf(member, member.model->version)
                                                            : Spot{member.node, global.range};
    };
    for (const auto &router : cluster.routers()) {
        for (const auto &[member, usual] : oddOnes(router, versionOf)) {
            const auto spot = spotFor(*member);
            auto &one = report(cluster, diagnostics, k0404VersionDiffers, Severity::Error, spot,
                               member->settings->name + " speaks VRRP version " + std::to_string(versionOf(*member)) +
                                   " on " + cluster.id(*member) + " and version " + std::to_string(versionOf(*usual)) +
                                   " on " + cluster.id(*usual) +
                                   ": they do not understand each other, and both "
                                   "become master.");
            note(cluster, one, spot, spotFor(*usual), "Here " + cluster.id(*usual) + " gets its version from.");
        }
    }
}

} // namespace

const Rule k0404VersionDiffers{
    {"K0404", "VRRP version differs between nodes",
     "A node drops advertisements of another version, so that each takes itself for the only one.",
     "Use the same version and vrrp_version on every node. To go from 2 to 3, change the backup last and expect both "
     "to be master in between.",
     "vrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 51\n    @lb01 priority 150\n    @lb02 version 3\n"
     "    virtual_ipaddress {\n        10.0.0.3\n    }\n}",
     "vrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 51\n    @lb01 priority 150\n    version 3\n"
     "    virtual_ipaddress {\n        10.0.0.3\n    }\n}"},
    check};

} // namespace twinhelm::cluster::rules
