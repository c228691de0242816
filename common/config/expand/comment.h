#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace twinhelm::config
{

/// What keepalived takes of a line before it looks at anything else (lib/parser.c: decomment).
struct Uncommented {
    std::size_t begin = 0;            ///< after leading blanks
    std::size_t end = 0;              ///< before the comment and the blanks in front of it
    std::vector<std::size_t> escapes; ///< offsets of backslashes that only protect # or !, to be dropped
    bool hasComment = false;
    bool continued = false; ///< ends in a backslash, perhaps inside the comment: a definition goes on
    /// When continued: where that backslash is, and the end of the last word in front of it and of the comment. When
    /// the line ends right behind it, keepalived drops what is between them: the backslash sticks to the word.
    std::size_t backslash = 0;
    std::size_t lastWord = 0;
    bool sticks = false;
    bool quoteOpen = false; ///< a double quote is not closed
    std::size_t quote = 0;  ///< where the last double quote opened
};

[[nodiscard]] Uncommented uncomment(std::string_view line);

} // namespace twinhelm::config
