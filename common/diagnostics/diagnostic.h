#pragma once

#include <string>
#include <vector>

#include "common/diagnostics/source_range.h"
#include "common/diagnostics/text_edit.h"

namespace twinhelm
{

enum class Severity {
    Error,   ///< refused: keepalived's config test fails or the engine would not do what is written
    Warning, ///< works, but most likely not as meant
    Hint,    ///< could be better
};

enum class Certainty { Certain, Guess };

/// A mend that can be applied by a button. Only Certain ones take part in "fix all".
struct Fix {
    std::string title;
    std::vector<TextEdit> edits;
    Certainty certainty = Certainty::Guess;
};

struct Note {
    SourceRange range;
    std::string message;
    std::string node = {}; ///< whose sources the range is of; empty: as the diagnostic's
};

/// One finding about a configuration. Plain data: producing it never prints, printing never decides.
/// `code` is stable (K0201) and has an entry in the catalogue; `node` is empty when it holds for every node.
struct Diagnostic {
    std::string code;
    Severity severity = Severity::Error;
    SourceRange range;
    std::string message;
    std::string node;
    std::vector<Note> notes;
    std::vector<Fix> fixes;
};

using Diagnostics = std::vector<Diagnostic>;

[[nodiscard]] inline bool hasErrors(const Diagnostics &all)
{
    for (const auto &one : all) {
        if (one.severity == Severity::Error)
            return true;
    }
    return false;
}

} // namespace twinhelm
