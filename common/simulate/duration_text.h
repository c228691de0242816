#pragma once

#include <optional>
#include <string_view>

#include "common/base/time.h"

namespace twinhelm::simulate
{

/// "5s", "1.5s", "200ms", "2m", "3h", "5": seconds without a unit. Nothing: not a duration, negative, or over 10 years.
[[nodiscard]] std::optional<Duration> parseDuration(std::string_view text);

} // namespace twinhelm::simulate
