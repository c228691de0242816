#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/base/time.h"

/// Output for people: aligned columns, ages in words. Pure.
namespace twinhelm::ctl
{

/// Columns wide enough for their longest cell (in characters, not bytes), two blanks between them.
[[nodiscard]] std::string table(const std::vector<std::vector<std::string>> &rows);
/// "400 ms", "12 s", "3 min", "5 h", "9 d".
[[nodiscard]] std::string durationText(std::int64_t millis);
/// "2026-11-21 07:38:28.211" in UTC.
[[nodiscard]] std::string timeText(WallMillis time);
/// Control characters, which could repaint a terminal, become '?'.
[[nodiscard]] std::string printable(std::string text);

} // namespace twinhelm::ctl
