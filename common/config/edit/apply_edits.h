#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/diagnostics/text_edit.h"

namespace twinhelm::config
{

/// The text after all edits. Edits speak of the text before any of them and must not overlap; their order does not
/// matter. The file index is ignored: the caller picks the edits of one file. Ranges beyond the end are cut.
[[nodiscard]] std::string applyEdits(std::string_view text, std::vector<TextEdit> edits);

} // namespace twinhelm::config
