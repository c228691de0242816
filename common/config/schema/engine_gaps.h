#pragma once

#include <span>
#include <string_view>

namespace twinhelm::config::schema
{

/// A keyword of a part that this version's engine reads and keeps but does not act on.
struct GapKeyword {
    std::string_view path; ///< block, as in Block::path; empty: top level
    std::string_view name;
};

/// Said once per file and part, so that nobody believes that a part works because nobody complained.
struct EngineGap {
    std::string_view feature;     ///< "E-mail alerts"
    std::string_view consequence; ///< what therefore does not happen
    std::span<const GapKeyword> keywords;
};

/// Shrinks with every version; empty when twinhelmd does all that keepalived does.
[[nodiscard]] std::span<const EngineGap> engineGaps();

} // namespace twinhelm::config::schema
