#include <algorithm>

#include "common/cluster/rules/rules.h"

// A master takes its own list. An address that only one node has goes away with that node. keepalived counts and logs
// a difference in the advertised ones, and goes on.
namespace twinhelm::cluster::rules
{

namespace
{

std::string missing(const std::vector<IpAddress> &all, const std::vector<IpAddress> &some)
{
    std::vector<IpAddress> rest;
    std::ranges::set_difference(all, some, std::back_inserter(rest));
    std::vector<std::string> words;
    for (const auto &one : rest)
        words.push_back(one.toString());
    return listed(words);
}

void check(const ClusterView &cluster, Diagnostics &diagnostics)
{
    const auto addressesOf = [](const Member &one) { return movingAddresses(*one.settings); };
    for (const auto &router : cluster.routers()) {
        for (const auto &[member, usual] : oddOnes(router, addressesOf)) {
            const auto mine = addressesOf(*member);
            const auto theirs = addressesOf(*usual);
            std::string text;
            if (const auto without = missing(theirs, mine); !without.empty())
                text += " Without " + without + ", which " + cluster.id(*usual) + " has.";
            if (const auto more = missing(mine, theirs); !more.empty())
                text += " With " + more + ", which " + cluster.id(*usual) + " has not.";
            const auto spot = spotOf(*member, member->model->addressesRange);
            auto &one =
                report(cluster, diagnostics, k0405AddressesDiffer, Severity::Warning, spot,
                       member->settings->name + " moves other addresses on " + cluster.id(*member) + " than on " +
                           cluster.id(*usual) + '.' + text + " What one node lacks is gone while that node is master.");
            note(cluster, one, spot, spotOf(*usual, usual->model->addressesRange),
                 "The list of " + cluster.id(*usual) + '.');
        }
    }
}

} // namespace

const Rule k0405AddressesDiffer{
    {"K0405", "Virtual addresses differ between nodes",
     "Each master takes the addresses of its own list. One that is missing on a node is not reachable while that node "
     "is master; the election itself goes on.",
     "Write the same virtual_ipaddress (and virtual_ipaddress_excluded) on every node.",
     "vrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 51\n    @lb01 priority 150\n"
     "    virtual_ipaddress {\n        10.0.0.3\n        @lb01 10.0.0.4\n    }\n}",
     "vrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 51\n    @lb01 priority 150\n"
     "    virtual_ipaddress {\n        10.0.0.3\n        10.0.0.4\n    }\n}"},
    check};

} // namespace twinhelm::cluster::rules
