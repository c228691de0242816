#include "common/cluster/rules/rules.h"
#include "common/vrrp/sentences.h"

// Version 2: an advertisement with another interval is dropped (RFC 3768 section 7.1). Version 3: backups learn the
// master's interval (RFC 9568 section 6.4.2), so that only the time of a failover depends on who is master.
namespace twinhelm::cluster::rules
{

namespace
{

void check(const ClusterView &cluster, Diagnostics &diagnostics)
{
    const auto intervalOf = [](const Member &one) { return one.settings->advertInterval; };
    for (const auto &router : cluster.routers()) {
        for (const auto version : {vrrp::Version::V2, vrrp::Version::V3}) {
            std::vector<const Member *> members;
            for (const auto &one : router.members) {
                if (one.settings->version == version)
                    members.push_back(&one);
            }
            const bool dropped = version == vrrp::Version::V2;
            for (const auto &[member, usual] : oddOnes(members, intervalOf)) {
                const auto spot = spotOf(*member, member->model->advertInterval);
                auto &one = report(
                    cluster, diagnostics, k0403IntervalDiffers, dropped ? Severity::Error : Severity::Warning, spot,
                    member->settings->name + " sends every " + vrrp::seconds(intervalOf(*member)) + " on " +
                        cluster.id(*member) + " and every " + vrrp::seconds(intervalOf(*usual)) + " on " +
                        cluster.id(*usual) +
                        (dropped ? ": version 2 drops advertisements with another interval, and both become master."
                                 : ": how long a failover takes depends on who was master."));
                note(cluster, one, spot, spotOf(*usual, usual->model->advertInterval),
                     cluster.id(*usual) + " has " + vrrp::seconds(intervalOf(*usual)) + '.');
            }
        }
    }
}

} // namespace

const Rule k0403IntervalDiffers{
    {"K0403", "advert_int differs between nodes",
     "In VRRP version 2 a node drops advertisements with another interval than its own, so that both become master. In "
     "version 3 backups adopt the master's interval, and a failover takes longer or shorter than expected.",
     "Write the same advert_int on every node.",
     "vrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 51\n    @lb01 priority 150\n"
     "    @lb01 advert_int 1\n    @lb02 advert_int 2\n    virtual_ipaddress {\n        10.0.0.3\n    }\n}",
     "vrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 51\n    @lb01 priority 150\n"
     "    advert_int 1\n    virtual_ipaddress {\n        10.0.0.3\n    }\n}"},
    check};

} // namespace twinhelm::cluster::rules
