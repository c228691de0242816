#include "common/config/lower/refusal.h"

#include <algorithm>

namespace twinhelm::config
{

std::optional<Refusal> refusalOf(const model::VrrpInstance &instance, const model::NodeConfig &config)
{
    if (instance.authHmac.given())
        return Refusal{instance.authHmac->range,
                       "the HMAC trailer cannot be sent yet, and peers that demand it would drop every advertisement"};
    if (!instance.trackBfds.empty())
        return Refusal{instance.trackBfds.front().name.range,
                       "BFD sessions are not run yet, so nobody would know whether the tracked neighbour is alive"};
    for (const auto &group : config.syncGroups) {
        const auto isMember = [&](const auto &member) { return *member == *instance.name; };
        if (!group.trackBfds.empty() && std::ranges::any_of(group.members, isMember))
            return Refusal{group.trackBfds.front().name.range,
                           "its sync group tracks a BFD session, and those are not run yet"};
    }
    const auto polled = std::ranges::find_if(config.linkbeatInterfaces,
                                             [&](const auto &one) { return *one.interface == *instance.interface; });
    const std::string polling = "links are not polled; the kernel must tell link changes of its interface by itself";
    if (*instance.linkbeatUsePolling)
        return Refusal{instance.linkbeatUsePolling.range, polling};
    if (*config.daemon.linkbeatUsePolling) // at the top level: every interface
        return Refusal{config.daemon.linkbeatUsePolling.range, polling};
    if (polled != config.linkbeatInterfaces.end())
        return Refusal{polled->interface.range, polling};
    return std::nullopt;
}

} // namespace twinhelm::config
