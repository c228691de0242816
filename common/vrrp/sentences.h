#pragma once

#include <string>

#include "common/base/time.h"
#include "common/vrrp/cause.h"

namespace twinhelm::vrrp
{

/// "3.609 s", "0.1 s", "2 s": as people say it, rounded down to the millisecond.
[[nodiscard]] std::string seconds(Duration duration);
/// "10.0.0.5 (priority 150)"
[[nodiscard]] std::string router(const IpAddress &address, Priority priority);
/// The facts in words, without what followed from them: "10.0.0.5 not heard for 3.609 s, 3 adverts missed".
/// Empty for monostate.
[[nodiscard]] std::string sentence(const Cause &cause);
/// What a configuration is called in sentences and in the state: the first 12 digits of its SHA-256.
[[nodiscard]] std::string shortRevision(const std::string &sha256);

} // namespace twinhelm::vrrp
