#pragma once

#include <cstdint>
#include <string>

#include "common/health/status.h"
#include "common/ipvs/counters.h"
#include "common/ipvs/settings.h"
#include "common/wire/messages.h"

namespace twinhelm::agent
{

/// What turns the balancer's status into what the API says: both clocks at one instant, and the kernel's part.
struct BalancerContext {
    TimePoint now;
    WallMillis wallNow = 0;
    bool ipvs = false;     ///< the kernel has it
    bool complete = false; ///< and has all that is wanted
    std::string trouble;   ///< why not
    std::uint64_t mended = 0;
    std::uint64_t refused = 0;
    ipvs::Counters counters{}; ///< what could be read of them
};

/// The checker's part of a NodeState: services and balancer. `settings` and `status` go together by number. Pure.
[[nodiscard]] wire::NodeState reportBalancer(const ipvs::NodeSettings &settings, const health::NodeStatus &status,
                                             const BalancerContext &context);

/// Established connections and others that are remembered, of one destination under all keys of its service.
[[nodiscard]] ipvs::DestinationCounters countersOf(const ipvs::Counters &counters,
                                                   const std::vector<ipvs::ServiceKey> &keys,
                                                   const ipvs::Destination &destination);

} // namespace twinhelm::agent
