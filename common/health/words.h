#pragma once

#include <string>
#include <string_view>

#include "common/base/time.h"
#include "common/health/settings.h"

/// How probes and what came of them are spoken of.
namespace twinhelm::health
{

/// "10.0.0.7:80", "[fd00::7]:80".
[[nodiscard]] std::string toString(const Endpoint &endpoint);
/// "200-299", "200", "200-299 or 404".
[[nodiscard]] std::string toString(const std::vector<Codes> &codes);
/// "after 12 ms", "after 3.2 s".
[[nodiscard]] std::string after(Duration took);
/// "12 ms", "3.2 s", "0.4 ms".
[[nodiscard]] std::string lasting(Duration time);
/// What came from elsewhere, fit to be shown: one line, no control characters, cut after `most` bytes.
[[nodiscard]] std::string shown(std::string_view text, std::size_t most = 80);

} // namespace twinhelm::health
