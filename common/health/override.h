#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "common/base/time.h"

namespace twinhelm::health
{

/// What an operator wants of one server, whatever the configuration says. It lives through reloads and restarts.
struct Override {
    enum class Kind : std::uint8_t {
        Weight, ///< has `weight` until `expires`
        Drain,  ///< weight 0 until undrained; `expires` is when it counts as empty all the same
    };
    Kind kind = Kind::Weight;
    int weight = 0;
    std::string reason; ///< in the operator's words
    std::string by;     ///< who asked for it
    WallMillis since = 0;
    std::optional<TimePoint> expires{};
    std::uint32_t fewConnections = 0; ///< Drain: the server counts as empty with so many left
    bool takeOut = false;             ///< Drain: an empty server leaves the table, which ends persistence
    bool empty = false;               ///< Drain: it came so far
    friend bool operator==(const Override &, const Override &) = default;
};

} // namespace twinhelm::health
