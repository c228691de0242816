#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/config/repair/patched_text.h"

namespace twinhelm::config
{

/// A character or HTML that stands for ASCII.
struct ForeignCharacter {
    std::size_t length = 0; ///< in bytes
    std::string_view ascii; ///< what was meant; empty: nothing
};

/// Full-width forms, smart quotes and dashes, blanks of every kind, invisible characters, HTML entities and line
/// breaks, where one starts at `at`.
[[nodiscard]] std::optional<ForeignCharacter> foreignCharacter(std::string_view text, std::size_t at);

/// Length of the blank that starts at `at`, also of one that is not ASCII; 0 when there is none.
[[nodiscard]] std::size_t blankLength(std::string_view text, std::size_t at);

/// Turns foreign characters outside comments into ASCII. Lines of prose and what stands between ASCII double quotes
/// stay.
void repairCharacters(PatchedText &text);

} // namespace twinhelm::config
