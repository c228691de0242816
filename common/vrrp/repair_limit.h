#pragma once

#include <algorithm>
#include <chrono>
#include <optional>

#include "common/base/time.h"

namespace twinhelm::vrrp
{

/// When something that others keep removing may be put back: at once for the first five times, then once a second,
/// so that a quarrel with another program does not make us spin (generic cell rate algorithm).
class RepairLimit
{
public:
    /// `now`, or later after too many of late.
    [[nodiscard]] TimePoint earliest(TimePoint now) const
    {
        return fullAt_ ? std::max(now, *fullAt_ - (atOnce - 1) * every) : now;
    }
    void done(TimePoint now) { fullAt_ = std::max(now, fullAt_.value_or(now)) + every; }

private:
    static constexpr Duration every = std::chrono::seconds(1);
    static constexpr int atOnce = 5;

    std::optional<TimePoint> fullAt_; ///< then all five are free again
};

} // namespace twinhelm::vrrp
