#include "common/cluster/rules/cluster_view.h"

#include <algorithm>
#include <unordered_map>

namespace twinhelm::cluster
{

namespace
{

std::string wireName(const Member &member)
{
    return std::to_string(member.settings->virtualRouterId.value) +
           (member.settings->family == Family::IPv4 ? "/4" : "/6");
}

std::vector<std::string> addressKeys(const Member &member, const std::string &before)
{
    std::vector<std::string> keys;
    for (const auto &one : movingAddresses(*member.settings))
        keys.push_back(before + ' ' + one.toString());
    return keys;
}

} // namespace

const Member *VirtualRouter::of(std::size_t node) const
{
    const auto found = std::ranges::find(members, node, &Member::node);
    return found == members.end() ? nullptr : &*found;
}

ClusterView::ClusterView(std::span<const CheckedNode> nodes) : nodes_(nodes)
{
    const auto textOf = [&](std::size_t node) { return nodes_[node].loaded->sources.text(FileIndex{0}); };
    for (std::size_t node = 0; node < nodes_.size(); ++node) {
        std::size_t first = 0;
        const auto &path = nodes_[node].loaded->sources.path(FileIndex{0});
        while (nodes_[first].loaded->sources.path(FileIndex{0}) != path || textOf(first) != textOf(node))
            ++first;
        document_.push_back(first);
    }
    collect();
    // What peers know a router by comes first, then what people do. A name alone joins what a typing error in the VRID
    // has torn apart; an address alone what was renamed as well.
    join([](const auto &one) { return std::vector{wireName(one) + ' ' + one.settings->name}; });
    join([](const auto &one) { return addressKeys(one, wireName(one)); });
    join([](const auto &one) { return std::vector{one.settings->name}; });
    join([](const auto &one) { return addressKeys(one, {}); });
}

/// Every instance as a router of its own, to be joined.
void ClusterView::collect()
{
    for (std::size_t node = 0; node < nodes_.size(); ++node) {
        std::unordered_map<std::string_view, const config::model::VrrpInstance *> byName;
        for (const auto &model : nodes_[node].loaded->model.instances)
            byName.emplace(*model.name, &model);
        for (const auto &settings : nodes_[node].loaded->settings.instances) {
            if (const auto model = byName.find(settings.name); model != byName.end())
                routers_.push_back({{Member{node, model->second, &settings}}});
        }
    }
}

/// Joins routers whose members have a key in common and stand on different nodes.
void ClusterView::join(const Keys &keysOf)
{
    std::vector<VirtualRouter> joined;
    std::unordered_multimap<std::string, std::size_t> known;
    for (auto &router : routers_) {
        std::optional<std::size_t> into;
        std::vector<std::string> keys;
        for (const auto &member : router.members) {
            auto more = keysOf(member);
            keys.insert(keys.end(), more.begin(), more.end());
        }
        for (const auto &key : keys) {
            const auto [begin, end] = known.equal_range(key);
            for (auto candidate = begin; candidate != end; ++candidate) {
                const bool fits = std::ranges::none_of(
                    router.members, [&](const auto &one) { return joined[candidate->second].of(one.node) != nullptr; });
                if (fits && (!into || candidate->second < *into))
                    into = candidate->second;
            }
        }
        if (into) {
            auto &members = joined[*into].members;
            members.insert(members.end(), router.members.begin(), router.members.end());
            std::ranges::sort(members, {}, &Member::node);
        } else {
            into = joined.size();
            joined.push_back(std::move(router));
        }
        for (auto &key : keys)
            known.emplace(std::move(key), *into);
    }
    routers_ = std::move(joined);
}

std::optional<std::size_t> ClusterView::routerOf(std::size_t node, const std::string &instance) const
{
    for (std::size_t i = 0; i < routers_.size(); ++i) {
        const auto *member = routers_[i].of(node);
        if (member && member->settings->name == instance)
            return i;
    }
    return std::nullopt;
}

const NodeInterface *ClusterView::interfaceOf(std::size_t node, const std::string &name) const
{
    if (!nodes_[node].facts)
        return nullptr;
    const auto &all = nodes_[node].facts->interfaces;
    const auto found = std::ranges::find(all, name, &NodeInterface::name);
    return found == all.end() ? nullptr : &*found;
}

std::vector<IpAddress> ClusterView::ownAddresses(const Member &member) const
{
    if (member.settings->sourceAddress)
        return {*member.settings->sourceAddress};
    std::vector<IpAddress> out;
    if (const auto *interface = interfaceOf(member.node, member.settings->interface)) {
        for (const auto &one : interface->addresses) {
            if (one.address.family() == member.settings->family)
                out.push_back(one.address);
        }
    }
    return out;
}

std::vector<IpAddress> movingAddresses(const vrrp::InstanceSettings &settings)
{
    std::vector<IpAddress> out;
    for (const auto *list : {&settings.addresses, &settings.excludedAddresses}) {
        for (const auto &one : *list)
            out.push_back(one.prefix.address);
    }
    std::ranges::sort(out);
    return out;
}

} // namespace twinhelm::cluster
