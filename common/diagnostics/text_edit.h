#pragma once

#include <string>

#include "common/diagnostics/source_range.h"

namespace twinhelm
{

/// Replace the bytes of `range` by `text`. Forms, fixes, the text editor and undo all speak in these.
struct TextEdit {
    SourceRange range;
    std::string text;

    friend bool operator==(const TextEdit &, const TextEdit &) = default;
};

} // namespace twinhelm
