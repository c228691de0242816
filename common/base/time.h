#pragma once

#include <chrono>
#include <cstdint>

namespace twinhelm
{

/// Monotonic time as a value. There is deliberately no `now()`: pure code is told what time it is,
/// drivers convert from std::chrono::steady_clock (same epoch: CLOCK_MONOTONIC), tests make it up.
struct Monotonic {
    using duration = std::chrono::nanoseconds;
    using rep = duration::rep;
    using period = duration::period;
    using time_point = std::chrono::time_point<Monotonic>;
    static constexpr bool is_steady = true;
};

using TimePoint = Monotonic::time_point;
using Duration = Monotonic::duration;

/// Milliseconds since 1970-01-01 UTC. Only for showing and for correlating nodes, never for deadlines.
using WallMillis = std::int64_t;

} // namespace twinhelm
