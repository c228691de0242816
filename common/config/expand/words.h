#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/config/expand/expanded.h"

namespace twinhelm::config
{

/// A word of an expanded line. `text` has no quotes; `range` includes them.
struct Word {
    std::string_view text;
    SourceRange range;
    SourceRange definition; ///< where $NAME= gave it its text; empty otherwise
    bool quoted = false;
};

/// The words of one line, keyword first. A view: it holds as long as the StatementTree or vector it came from.
using Words = std::span<const Word>;

/// Words split at blanks; "..." is one word, also in the middle of another. `out` is reused: no allocation.
/// appendWords keeps what `out` holds.
void appendWords(const ExpandedLine &line, std::vector<Word> &out);
void splitWords(const ExpandedLine &line, std::vector<Word> &out);
[[nodiscard]] std::vector<Word> splitWords(const ExpandedLine &line);

/// A script's line, which keepalived reads by rules of its own: ' and " quote, a backslash escapes.
/// The first element is the keyword.
struct CommandWord {
    std::string text;
    SourceRange range;
    bool quoted = false;
};
[[nodiscard]] std::vector<CommandWord> splitCommandWords(const ExpandedLine &line);

/// The text of a quoted command cut into program and arguments, as keepalived does: at blanks, ' groups.
[[nodiscard]] std::vector<std::string> splitArguments(std::string_view command);

} // namespace twinhelm::config
