#include "common/cluster/check_cluster.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "common/cluster/rules/rules.h"

namespace twinhelm::cluster
{

namespace
{

std::size_t indexOf(std::span<const CheckedNode> nodes, const std::string &id)
{
    return static_cast<std::size_t>(std::ranges::find(nodes, id, &CheckedNode::id) - nodes.begin());
}

} // namespace

Diagnostics checkCluster(std::span<const CheckedNode> nodes)
{
    Diagnostics all;
    const ClusterView cluster(nodes);
    for (const auto *rule : rules::all())
        rule->check(cluster, all);
    std::ranges::stable_sort(all, {},
                             [&](const Diagnostic &one) { return std::pair(indexOf(nodes, one.node), one.range); });
    return all;
}

Diagnostics mergeFindings(std::span<const CheckedNode> nodes)
{
    const ClusterView cluster(nodes);
    Diagnostics all;
    for (std::size_t node = 0; node < nodes.size(); ++node) {
        for (auto &finding : nodes[node].loaded->findings()) {
            finding.node = nodes[node].id;
            all.push_back(std::move(finding));
        }
    }
    // Counted over the nodes of one document; with several documents nothing holds for every node at one place.
    const bool oneDocument = [&] {
        for (std::size_t node = 1; node < nodes.size(); ++node) {
            if (!cluster.sameDocument(0, node))
                return false;
        }
        return nodes.size() > 1;
    }();
    if (!oneDocument)
        return all;
    std::map<std::tuple<std::string, SourceRange, std::string>, std::set<std::string>> saidBy;
    for (const auto &one : all)
        saidBy[{one.code, one.range, one.message}].insert(one.node);
    Diagnostics merged;
    for (auto &one : all) {
        const auto &who = saidBy.at({one.code, one.range, one.message});
        if (who.size() < nodes.size()) {
            merged.push_back(std::move(one));
        } else if (one.node == nodes.front().id) {
            one.node.clear();
            merged.push_back(std::move(one));
        }
    }
    return merged;
}

} // namespace twinhelm::cluster
