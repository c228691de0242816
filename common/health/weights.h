#pragma once

#include <algorithm>
#include <cstdint>

#include "common/health/outcome.h"
#include "common/health/settings.h"

/// What a server's weight is made of.
namespace twinhelm::health
{

inline constexpr std::int64_t mostWeight = 65535; ///< IPVS takes more, keepalived does not

[[nodiscard]] constexpr int clampWeight(std::int64_t weight)
{
    return static_cast<int>(std::clamp<std::int64_t>(weight, 0, mostWeight));
}

/// What a probe that passed adds to the configured weight: nothing for most; a dynamic script's exit code N > 1 asks
/// for a weight of N - 2, and 0 takes back what it asked for before; a file's number counts as it is. Several add up
/// (keepalived).
[[nodiscard]] std::int64_t contributionOf(const Probe &probe, const Outcome &outcome, int configuredWeight);

} // namespace twinhelm::health
