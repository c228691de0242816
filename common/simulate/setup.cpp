#include "common/simulate/setup.h"

#include <algorithm>
#include <set>

namespace twinhelm::simulate
{

namespace
{

using Addresses = std::set<IpAddress>;

bool sameRouter(const vrrp::InstanceSettings &a, const vrrp::InstanceSettings &b)
{
    const auto shares = [&](const vrrp::VirtualAddress &one) {
        return std::ranges::any_of(b.addresses,
                                   [&](const auto &other) { return other.prefix.address == one.prefix.address; });
    };
    return a.virtualRouterId == b.virtualRouterId && a.family == b.family &&
           (a.name == b.name || std::ranges::any_of(a.addresses, shares));
}

/// Calls `use` with each pair of instances of different nodes that are one virtual router, the earlier node first.
template<typename Use>
void forEachPair(std::span<const NodeInput> nodes, Use use)
{
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        for (std::size_t j = i + 1; j < nodes.size(); ++j) {
            for (const auto &a : nodes[i].settings.instances) {
                for (const auto &b : nodes[j].settings.instances) {
                    if (sameRouter(a, b))
                        use(i, a, j, b);
                }
            }
        }
    }
}

Addresses peersOf(const vrrp::InstanceSettings &instance)
{
    Addresses out;
    for (const auto &peer : instance.unicastPeers)
        out.insert(peer.address);
    return out;
}

/// The address the others send to and the node itself does not: most likely its own.
std::optional<IpAddress> guessFromPeers(std::span<const NodeInput> nodes, std::size_t node,
                                        const vrrp::InstanceSettings &instance)
{
    Addresses candidates;
    for (std::size_t other = 0; other < nodes.size(); ++other) {
        for (const auto &theirs : nodes[other].settings.instances) {
            if (other != node && sameRouter(instance, theirs))
                candidates.merge(peersOf(theirs));
        }
    }
    for (const auto &mine : peersOf(instance))
        candidates.erase(mine);
    for (std::size_t other = 0; other < nodes.size(); ++other) {
        for (const auto &theirs : nodes[other].settings.instances) {
            if (other != node && theirs.sourceAddress)
                candidates.erase(*theirs.sourceAddress);
        }
    }
    return candidates.size() == 1 ? std::optional(*candidates.begin()) : std::nullopt;
}

IpAddress madeUp(Family family, std::size_t interface, std::size_t node)
{
    const auto high = static_cast<std::uint8_t>(interface % 256);
    const auto low = static_cast<std::uint8_t>(node % 254 + 1);
    if (family == Family::IPv4)
        return IpAddress::v4(std::array<std::uint8_t, 4>{198, 18, high, low});
    return IpAddress::v6({0xfe, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, high, 0, low});
}

} // namespace

std::set<std::string> interfacesOf(const vrrp::NodeSettings &settings)
{
    std::set<std::string> out;
    const auto tracked = [&](const std::vector<vrrp::TrackWeight> &tracks) {
        for (const auto &one : tracks)
            out.insert(one.name);
    };
    for (const auto &instance : settings.instances) {
        out.insert(instance.interface);
        tracked(instance.trackInterfaces);
    }
    for (const auto &group : settings.syncGroups)
        tracked(group.trackInterfaces);
    return out;
}

Setup setUp(std::span<const NodeInput> nodes)
{
    Setup out;
    std::set<std::string> names;
    for (const auto &node : nodes)
        names.merge(interfacesOf(node.settings));
    for (std::size_t n = 0; n < nodes.size(); ++n) {
        const auto &node = nodes[n];
        HostSetup host{node.id, node.settings, {}, {}};
        vrrp::useBaseInterfaces(host.settings);
        host.settings.statics = {}; // everybody's own, not what moves
        for (const auto &name : interfacesOf(node.settings)) {
            vrrp::InterfaceFacts facts;
            facts.name = name;
            facts.up = true;
            if (const auto known = node.addresses.find(name); known != node.addresses.end())
                facts.addresses = known->second;
            const auto add = [&](const IpAddress &address) {
                if (std::ranges::find(facts.addresses, address) == facts.addresses.end())
                    facts.addresses.push_back(address);
            };
            std::set<Family> needed;
            for (const auto &instance : node.settings.instances) {
                if (instance.interface != name)
                    continue;
                needed.insert(instance.family);
                if (instance.sourceAddress)
                    add(*instance.sourceAddress);
                else if (const auto guess = guessFromPeers(nodes, n, instance))
                    add(*guess);
            }
            for (const auto family : needed) {
                const bool has = std::ranges::any_of(facts.addresses, [&](const IpAddress &one) {
                    return one.family() == family && (one.isV4() || one.isLinkLocal());
                });
                if (has)
                    continue;
                const auto number = static_cast<std::size_t>(std::distance(names.begin(), names.find(name)));
                add(madeUp(family, number, n));
                out.assumptions.push_back(node.id + " has " + facts.addresses.back().toString() + " on " + name);
            }
            host.interfaces.push_back(std::move(facts));
        }
        out.hosts.push_back(std::move(host));
    }
    forEachPair(nodes, [&](std::size_t i, const auto &a, std::size_t j, const auto &b) {
        const auto &first = out.hosts[i].segments;
        const auto known = first.find(a.interface);
        const auto segment = known == first.end() ? a.interface : known->second;
        if (b.interface != segment)
            out.hosts[j].segments[b.interface] = segment;
    });
    return out;
}

} // namespace twinhelm::simulate
