#pragma once

#include <string>
#include <vector>

#include "common/diagnostics/diagnostic.h"

namespace twinhelm::config
{

enum class ChangeKind {
    PageText,  ///< prompts, commands, "copy code" and whatever else stood around the configuration on the page
    Character, ///< full-width, smart or invisible characters, HTML
    LineBreak, ///< statements that had run together
    Brace,     ///< a brace that was missing, or one too many
    Comment,   ///< text that was meant as a comment
    Spelling,  ///< a keyword one slip away from the one that was meant
    Meaning,   ///< nothing is changed: only the author can say what was meant
};

/// page text, character, line break, brace, comment, spelling, meaning.
[[nodiscard]] std::string_view changeName(ChangeKind kind);

/// One thing that was wrong with the text. Never holds a value of the text, so it can hold no secret.
struct Change {
    SourceRange range; ///< in the text that was given
    ChangeKind kind = ChangeKind::Meaning;
    std::string words; ///< what was done, or would be
    Certainty certainty = Certainty::Certain;
    std::string question; ///< what to answer before it is done; empty when certain
    bool applied = false;
};

} // namespace twinhelm::config
