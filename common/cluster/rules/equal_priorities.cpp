#include "common/cluster/rules/equal_priorities.h"

#include <map>

namespace twinhelm::cluster::rules
{

std::string EqualPriorities::names(const ClusterView &cluster) const
{
    std::vector<std::string> words;
    for (const auto *one : members)
        words.push_back(cluster.id(*one));
    return listed(words);
}

std::vector<EqualPriorities> equalPriorities(const VirtualRouter &router)
{
    std::map<Priority, EqualPriorities> byPriority;
    for (const auto &member : router.members) {
        auto &group = byPriority[member.settings->priority];
        group.members.push_back(&member);
        if (member.settings->startAs == vrrp::StartAs::Master)
            ++group.startingAsMaster;
    }
    std::vector<EqualPriorities> out;
    for (auto &[priority, group] : byPriority) {
        if (group.members.size() > 1)
            out.push_back(std::move(group));
    }
    return out;
}

} // namespace twinhelm::cluster::rules
