#include "common/simulate/rest.h"

#include <algorithm>

namespace twinhelm::simulate
{

Duration timeToRest(const vrrp::NodeSettings &settings)
{
    using std::chrono::seconds;
    Duration election{};
    for (const auto &one : settings.instances)
        election = std::max(election, (one.downTimerAdverts + 3) * one.advertInterval + one.preemptDelay);
    Duration noticing{};
    for (const auto &one : settings.scripts) {
        const auto runs = std::min(std::max(one.rise, one.fall), 1000U) + 1;
        noticing = std::max(noticing, one.interval * runs + one.timeout);
    }
    Duration link{};
    for (const auto &one : settings.linkDelays)
        link = std::max({link, one.down, one.up});
    return settings.startupDelay + election + std::max(noticing, link) + seconds(3);
}

} // namespace twinhelm::simulate
