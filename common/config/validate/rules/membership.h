#pragma once

#include <string_view>
#include <unordered_map>

#include "common/config/model/node_config.h"

namespace twinhelm::config::rules
{

/// One name in the member list of a sync group.
struct Membership {
    const model::VrrpSyncGroup &group;
    const model::Value<std::string> &member;
    const model::VrrpInstance *instance;      ///< nullptr: there is none of that name
    const model::Value<std::string> *earlier; ///< a place further up that has it in a group already; that one counts
};

/// Visits every membership, in the order of the file. Cost: linear in instances and members.
template<typename Visit>
void forEachMembership(const model::NodeConfig &config, Visit visit)
{
    if (config.syncGroups.empty())
        return;
    std::unordered_map<std::string_view, const model::VrrpInstance *> instances;
    for (const auto &instance : config.instances)
        instances.try_emplace(*instance.name, &instance); // keepalived keeps the first of a name
    std::unordered_map<std::string_view, const model::Value<std::string> *> seen;
    for (const auto &group : config.syncGroups) {
        for (const auto &member : group.members) {
            const auto [first, fresh] = seen.try_emplace(*member, &member);
            const auto instance = instances.find(*member);
            visit(Membership{group, member, instance == instances.end() ? nullptr : instance->second,
                             fresh ? nullptr : first->second});
        }
    }
}

} // namespace twinhelm::config::rules
