#pragma once

#include <optional>
#include <string_view>

namespace twinhelm::vrrp
{

/// The number in a tracked file, as C's strtol reads it with base 0: leading blanks, a sign, 0x or 0 before other
/// bases; what follows is of no matter. No number: 0. Nothing: it does not fit into an int, and the file keeps the
/// value it had (keepalived).
[[nodiscard]] std::optional<int> parseFileValue(std::string_view text);

/// What a number amounts to with a weight: the product within -254..253, where -254 means FAULT. Weight 0: every number
/// but 0 means FAULT.
[[nodiscard]] int fileContribution(int value, int weight, bool reverse);

constexpr int faultContribution = -254;

} // namespace twinhelm::vrrp
