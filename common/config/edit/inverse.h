#pragma once

#include <string_view>
#include <vector>

#include "common/diagnostics/text_edit.h"

namespace twinhelm::config::edit
{

/// The edits that undo `edits`: applied to applyEdits(text, edits) they give `text` back, byte for byte. `edits` as
/// for applyEdits(): of the text before any of them, without overlap, in any order.
[[nodiscard]] std::vector<TextEdit> inverse(std::string_view text, std::vector<TextEdit> edits);

} // namespace twinhelm::config::edit
