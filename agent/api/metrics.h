#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "agent/api/refusals.h"
#include "common/wire/messages.h"

namespace twinhelm::api
{

/// What the api process knows of itself.
struct ApiCounts {
    std::uint64_t requests = 0;
    std::size_t connections = 0;
    std::size_t eventStreams = 0;
    std::optional<WallMillis> certificateNotAfter; ///< nothing: not enrolled
};

/// GET /metrics: the Prometheus text format, version 0.0.4. Without a state only the api's own numbers. Pure.
[[nodiscard]] std::string prometheusText(const std::optional<wire::NodeState> &state, const RefusalLedger &refusals,
                                         const ApiCounts &counts);

} // namespace twinhelm::api
