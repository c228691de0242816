#pragma once

#include <string>
#include <vector>

#include <QByteArray>

#include "common/config/edit/apply_edits.h"
#include "common/config/edit/inverse.h"
#include "common/config/edit/path_editor.h"

namespace twinhelm::test
{

/// What an edit made of a text, or why not; `undone` is the text after undo.
struct Edited {
    std::string text;
    std::string undone;
    Error error;
    std::vector<TextEdit> edits;
};

inline Edited afterEdits(const std::string &text, const Result<std::vector<TextEdit>> &edits)
{
    if (!edits)
        return {"refused " + edits.error().code, text, edits.error(), {}};
    Edited out;
    out.edits = *edits;
    out.text = config::applyEdits(text, *edits);
    out.undone = config::applyEdits(out.text, config::edit::inverse(text, *edits));
    return out;
}

inline config::edit::Path pathOf(const std::string &text)
{
    auto path = config::edit::Path::parse(text);
    return path ? *path : config::edit::Path{{{"no path: " + path.error().what, {}}}};
}

} // namespace twinhelm::test
