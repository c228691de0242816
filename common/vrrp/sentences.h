#pragma once

#include <string>

#include "common/base/time.h"

namespace twinhelm::vrrp
{

/// "3.609 s", "0.1 s", "2 s": as people say it, rounded down to the millisecond.
[[nodiscard]] std::string seconds(Duration duration);

} // namespace twinhelm::vrrp
