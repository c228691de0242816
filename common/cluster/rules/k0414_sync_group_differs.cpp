#include <algorithm>
#include <set>

#include "common/cluster/rules/rules.h"

// A sync group ties instances on its own node only; the other nodes know nothing of it. Where it is missing, its
// instances part from each other after a failover.
namespace twinhelm::cluster::rules
{

namespace
{

using Routers = std::set<std::size_t>;

struct Group {
    std::size_t node = 0;
    const config::model::VrrpSyncGroup *model = nullptr;
    Routers routers;
};

std::vector<Group> groupsOf(const ClusterView &cluster)
{
    std::vector<Group> out;
    for (std::size_t node = 0; node < cluster.nodes().size(); ++node) {
        const auto &models = cluster.nodes()[node].loaded->model.syncGroups;
        for (const auto &settings : cluster.nodes()[node].loaded->settings.syncGroups) {
            const auto model =
                std::ranges::find_if(models, [&](const auto &one) { return *one.name == settings.name; });
            if (model == models.end())
                continue;
            Group group{node, &*model, {}};
            for (const auto &member : settings.members) {
                if (const auto router = cluster.routerOf(node, member))
                    group.routers.insert(*router);
            }
            out.push_back(std::move(group));
        }
    }
    return out;
}

void check(const ClusterView &cluster, Diagnostics &diagnostics)
{
    const auto groups = groupsOf(cluster);
    std::set<std::pair<Routers, std::size_t>> told; // one finding for each kind of group and lacking node
    for (const auto &group : groups) {
        for (std::size_t node = 0; node < cluster.nodes().size(); ++node) {
            // Only what stands on both nodes can be tied on both.
            Routers common;
            for (const auto router : group.routers) {
                if (cluster.routers()[router].of(node))
                    common.insert(router);
            }
            const auto tied = [&](const Group &one) {
                return one.node == node && std::ranges::includes(one.routers, common);
            };
            if (node == group.node || common.size() < 2 || std::ranges::any_of(groups, tied) ||
                !told.emplace(common, node).second)
                continue;
            std::vector<std::string> names;
            for (const auto router : common)
                names.push_back(cluster.routers()[router].of(node)->settings->name);
            const Spot spot{group.node, group.model->range};
            auto &one = report(cluster, diagnostics, k0414SyncGroupDiffers, Severity::Warning, spot,
                               "Sync group " + *group.model->name + " ties " + listed(names) + " on " +
                                   cluster.nodes()[group.node].id + ", but nothing ties them on " +
                                   cluster.nodes()[node].id + ": there they can end up on different nodes.");
            for (const auto &other : groups) {
                if (other.node == node && *other.model->name == *group.model->name)
                    note(cluster, one, spot, {node, other.model->range},
                         "The group of this name on " + cluster.nodes()[node].id + " has other members.");
            }
        }
    }
}

} // namespace

const Rule k0414SyncGroupDiffers{
    {"K0414", "Sync group differs between nodes",
     "A sync group only acts on the node that has it. On a node without it the instances are elected one by one, and "
     "addresses that should stay together part.",
     "Write the same vrrp_sync_group on every node.",
     "@lb01 vrrp_sync_group G {\n    @lb01 group {\n        @lb01 VI_1\n        @lb01 VI_2\n    @lb01 }\n@lb01 }\n"
     "vrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 51\n    @lb01 priority 150\n"
     "    virtual_ipaddress {\n        10.0.0.3\n    }\n}\n"
     "vrrp_instance VI_2 {\n    interface eth1\n    virtual_router_id 52\n    @lb01 priority 150\n"
     "    virtual_ipaddress {\n        10.1.0.3\n    }\n}",
     "vrrp_sync_group G {\n    group {\n        VI_1\n        VI_2\n    }\n}\n"
     "vrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 51\n    @lb01 priority 150\n"
     "    virtual_ipaddress {\n        10.0.0.3\n    }\n}\n"
     "vrrp_instance VI_2 {\n    interface eth1\n    virtual_router_id 52\n    @lb01 priority 150\n"
     "    virtual_ipaddress {\n        10.1.0.3\n    }\n}"},
    check};

} // namespace twinhelm::cluster::rules
