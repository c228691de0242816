#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <typeindex>
#include <vector>

#include "common/cluster/check_cluster.h"

namespace twinhelm::cluster
{

/// One node's instance, as it is written and as the engine runs it. Instances that the engine drops are not looked at.
struct Member {
    std::size_t node = 0; ///< index into ClusterView::nodes
    const config::model::VrrpInstance *model = nullptr;
    const vrrp::InstanceSettings *settings = nullptr;
};

/// Instances that are meant to be one virtual router: at most one of each node, in the order of the nodes.
struct VirtualRouter {
    std::vector<Member> members;

    [[nodiscard]] const Member *of(std::size_t node) const;
    [[nodiscard]] const std::string &name() const { return members.front().settings->name; }
};

/// What rules look at: the nodes, and which instance belongs to which on the others.
class ClusterView
{
public:
    explicit ClusterView(std::span<const CheckedNode> nodes);

    [[nodiscard]] std::span<const CheckedNode> nodes() const { return nodes_; }
    [[nodiscard]] const CheckedNode &node(const Member &member) const { return nodes_[member.node]; }
    [[nodiscard]] const std::string &id(const Member &member) const { return nodes_[member.node].id; }
    [[nodiscard]] const std::vector<VirtualRouter> &routers() const { return routers_; }
    /// Index into routers() of a node's instance; nothing: the engine does not run it.
    [[nodiscard]] std::optional<std::size_t> routerOf(std::size_t node, const std::string &instance) const;
    /// Whether two nodes were read from the same text, so that equal ranges are the same words.
    [[nodiscard]] bool sameDocument(std::size_t a, std::size_t b) const { return document_[a] == document_[b]; }

    /// Addresses a member may send from, as far as they are known: the configured one, else those of its interface.
    [[nodiscard]] std::vector<IpAddress> ownAddresses(const Member &member) const;
    /// The facts of the interface; nullptr: not known, or not there.
    [[nodiscard]] const NodeInterface *interfaceOf(std::size_t node, const std::string &name) const;

    /// What costs much to find out and several rules ask for: `make` runs at the first call for a type. Not for several
    /// threads at once.
    template<typename Answer, typename Make>
    [[nodiscard]] const Answer &once(Make make) const
    {
        auto &kept = answers_[std::type_index(typeid(Answer))];
        if (!kept)
            kept = std::make_shared<const Answer>(make());
        return *static_cast<const Answer *>(kept.get());
    }

private:
    using Keys = std::function<std::vector<std::string>(const Member &)>;
    void collect();
    void join(const Keys &keysOf);

    std::span<const CheckedNode> nodes_;
    std::vector<std::size_t> document_; ///< of each node: the first node with the same text
    std::vector<VirtualRouter> routers_;
    mutable std::map<std::type_index, std::shared_ptr<const void>> answers_;
};

/// All addresses that move with an instance, sorted.
[[nodiscard]] std::vector<IpAddress> movingAddresses(const vrrp::InstanceSettings &settings);

/// A member that differs from most of the others, and one of those others.
struct Odd {
    const Member *member = nullptr;
    const Member *usual = nullptr;
};

/// Who has another `key` than most (of equally many: than the first node). Empty when all agree.
template<typename Key>
[[nodiscard]] std::vector<Odd> oddOnes(const std::vector<const Member *> &members, Key key)
{
    const Member *usual = nullptr;
    std::size_t most = 0;
    for (const auto *one : members) {
        std::size_t count = 0;
        for (const auto *other : members)
            count += key(*one) == key(*other) ? 1 : 0;
        if (count > most) {
            most = count;
            usual = one;
        }
    }
    std::vector<Odd> odd;
    for (const auto *one : members) {
        if (!(key(*one) == key(*usual)))
            odd.push_back({one, usual});
    }
    return odd;
}

template<typename Key>
[[nodiscard]] std::vector<Odd> oddOnes(const VirtualRouter &router, Key key)
{
    std::vector<const Member *> members;
    for (const auto &one : router.members)
        members.push_back(&one);
    return oddOnes(members, key);
}

} // namespace twinhelm::cluster
