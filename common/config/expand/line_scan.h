#pragma once

#include <cstddef>
#include <string_view>

namespace twinhelm::config
{

/// What a line holds, found in one pass over its bytes.
struct LineScan {
    std::size_t end = 0;  ///< without the line end
    std::size_t next = 0; ///< begin of the next line
    bool special = false; ///< a character that needs a closer look: comment, quote, backslash, $ or NUL
    bool brace = false;
};

/// Of the line that begins at `from`.
[[nodiscard]] LineScan scanLine(std::string_view text, std::size_t from);

} // namespace twinhelm::config
