#pragma once

#include <cstdint>
#include <string>

#include "common/base/time.h"

namespace twinhelm::agent
{

/// CLOCK_MONOTONIC, the clock of every deadline.
[[nodiscard]] TimePoint monotonicNow();
/// For vrrp::Startup::sequenceBase: grows with the wall clock, fits for decades.
[[nodiscard]] std::uint32_t sequenceBase();
/// CLOCK_REALTIME, for people.
[[nodiscard]] WallMillis wallNow();
/// Since the machine was booted, with the time it slept.
[[nodiscard]] Duration sinceBoot();
/// /proc/sys/kernel/random/boot_id; "unknown" where there is none.
[[nodiscard]] const std::string &bootId();

} // namespace twinhelm::agent
