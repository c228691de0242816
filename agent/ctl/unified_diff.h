#pragma once

#include <string>
#include <string_view>

namespace twinhelm::ctl
{

/// What changes between two texts, as `diff -u` writes it; empty when nothing does. Lines are compared as they are and
/// shown as they stand in `shownBefore` and `shownAfter`, which have the same lines with secrets hidden. Pure.
[[nodiscard]] std::string unifiedDiff(const std::string &name, std::string_view before, std::string_view after,
                                      std::string_view shownBefore, std::string_view shownAfter);

} // namespace twinhelm::ctl
