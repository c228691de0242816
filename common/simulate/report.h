#pragma once

#include <string>
#include <vector>

#include "common/simulate/timeline.h"

namespace twinhelm::simulate
{

/// The timeline for people: what happened, line by line, then who had each address from when to when. Two masters for
/// less than 10 ms are left out: so long the old one may take to hear the new one.
[[nodiscard]] std::string reportText(const Timeline &timeline, const std::vector<std::string> &assumptions);

/// The same for programs, as one JSON object with a line end. Times are seconds.
[[nodiscard]] std::string reportJson(const Timeline &timeline, const std::vector<std::string> &assumptions);

/// "12.345": seconds with three digits.
[[nodiscard]] std::string secondsText(TimePoint at);

} // namespace twinhelm::simulate
