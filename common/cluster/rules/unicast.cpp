#include "common/cluster/rules/unicast.h"

#include <algorithm>

namespace twinhelm::cluster::rules
{

namespace
{

bool contains(const std::vector<IpAddress> &all, const IpAddress &one)
{
    return std::ranges::find(all, one) != all.end();
}

bool sendsTo(const vrrp::InstanceSettings &settings, const IpAddress &address)
{
    return std::ranges::any_of(settings.unicastPeers, [&](const auto &peer) { return peer.address == address; });
}

UnicastView viewOf(const ClusterView &cluster, const VirtualRouter &router, const Member &member)
{
    UnicastView view;
    view.member = &member;
    std::vector<IpAddress> others;
    bool allKnown = true;
    for (const auto &other : router.members) {
        if (other.node == member.node)
            continue;
        const auto theirs = cluster.ownAddresses(other);
        allKnown = allKnown && !theirs.empty();
        others.insert(others.end(), theirs.begin(), theirs.end());
        const bool reached =
            std::ranges::any_of(theirs, [&](const auto &one) { return sendsTo(*member.settings, one); });
        if (!theirs.empty() && !reached && !other.settings->unicastPeers.empty())
            view.unreached.push_back(&other);
    }
    const auto mine = cluster.ownAddresses(member);
    for (const auto &peer : member.model->unicastPeers) {
        if (contains(mine, *peer))
            view.own.push_back(&peer);
        else if (allKnown && peer->family() == member.settings->family && !contains(others, *peer))
            view.strange.push_back(&peer);
    }
    return view;
}

} // namespace

std::vector<UnicastView> unicastViews(const ClusterView &cluster, const VirtualRouter &router)
{
    std::vector<UnicastView> out;
    if (router.members.size() < 2)
        return out;
    for (const auto &member : router.members) {
        if (!member.settings->unicastPeers.empty())
            out.push_back(viewOf(cluster, router, member));
    }
    return out;
}

std::string addressesText(const std::vector<IpAddress> &addresses)
{
    std::vector<std::string> words;
    for (const auto &one : addresses)
        words.push_back(one.toString());
    return listed(words);
}

} // namespace twinhelm::cluster::rules
