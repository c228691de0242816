#include "common/config/lower/lower_announce_paces.h"

#include <set>

namespace twinhelm::config
{

vrrp::AnnouncePaces lowerAnnouncePaces(const model::NodeConfig &config)
{
    vrrp::AnnouncePaces out;
    out.otherwise = {*config.global.garpInterval, *config.global.gnaInterval};
    std::set<std::string> taken;
    for (const auto &group : config.garpGroups) {
        vrrp::AnnounceGroup lowered{{}, {*group.garpInterval, *group.gnaInterval}};
        for (const auto &interface : group.interfaces) {
            if (taken.insert(*interface).second)
                lowered.interfaces.push_back(*interface);
        }
        if (!lowered.interfaces.empty())
            out.groups.push_back(std::move(lowered));
    }
    return out;
}

} // namespace twinhelm::config
