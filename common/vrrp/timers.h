#pragma once

#include "common/base/strong.h"
#include "common/base/time.h"
#include "common/vrrp/settings.h"

/// VRRP's two derived times, exact to the nanosecond (rounded down, as every deadline is compared with `now`).
namespace twinhelm::vrrp
{

/// How long after the others a router waits, so that the best backup is first.
/// v2: (256 - priority) / 256 s (RFC 3768 section 6.1). v3: (256 - priority) / 256 of the master's interval
/// (RFC 9568 section 6.1).
[[nodiscard]] constexpr Duration skewTime(Version version, Priority priority, Duration masterAdvertInterval)
{
    const Duration unit = version == Version::V2 ? Duration(std::chrono::seconds(1)) : masterAdvertInterval;
    return unit * (256 - priority.value) / 256;
}

/// Silence after which the master counts as dead: `adverts` (3 unless down_timer_adverts says otherwise)
/// intervals and the skew.
[[nodiscard]] constexpr Duration masterDownInterval(Version version, Priority priority, Duration masterAdvertInterval,
                                                    unsigned adverts)
{
    return masterAdvertInterval * adverts + skewTime(version, priority, masterAdvertInterval);
}

} // namespace twinhelm::vrrp
