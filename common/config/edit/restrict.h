#pragma once

#include <vector>

#include "common/base/result.h"
#include "common/config/edit/edit_context.h"
#include "common/diagnostics/text_edit.h"

namespace twinhelm::config::edit
{

/// Makes a block be read by `audience` only: every line of it gets the condition, lines that nobody reads any more go.
/// E0009 when a line would need several conditions, or the block shares a line with something else.
[[nodiscard]] Result<std::vector<TextEdit>> restrictTo(const EditContext &context, std::uint32_t block,
                                                       const Audience &audience);

} // namespace twinhelm::config::edit
