#include "tests/support/cluster/loaded_cluster.h"

#include <algorithm>

#include "common/config/syntax/node_ids.h"

namespace twinhelm::test
{

void LoadedCluster::loadFile(const std::string &id, const std::string &text)
{
    add(id, config::loadText(text, id, id));
}

void LoadedCluster::loadDocument(const std::vector<std::string> &ids, const std::string &document)
{
    for (const auto &id : ids)
        add(id, config::loadText(document, id));
}

void LoadedCluster::loadDocument(const std::string &document)
{
    auto ids = config::nodeIds(document);
    ids.insert({"lb01", "lb02"});
    loadDocument(std::vector<std::string>(ids.begin(), ids.end()), document);
}

void LoadedCluster::tell(const std::string &id, const std::string &interface, const std::string &prefix)
{
    const auto node = std::ranges::find(nodes_, id, &cluster::CheckedNode::id);
    if (!node->facts)
        node->facts = &facts_.emplace_back();
    const auto facts = std::ranges::find_if(facts_, [&](const auto &one) { return &one == node->facts; });
    auto found = std::ranges::find(facts->interfaces, interface, &cluster::NodeInterface::name);
    if (found == facts->interfaces.end())
        found = facts->interfaces.insert(found, {interface, {}});
    if (const auto address = Prefix::parse(prefix))
        found->addresses.push_back(*address);
}

void LoadedCluster::add(const std::string &id, config::LoadedNode node)
{
    loaded_.push_back(std::move(node));
    nodes_.push_back({id, &loaded_.back(), nullptr});
}

} // namespace twinhelm::test
