#pragma once

#include "common/config/repair/patched_text.h"

namespace twinhelm::config
{

/// Takes off what a page or a terminal put around and between a configuration's lines: prompts and the commands behind
/// them, here-documents, "copy code" with the second copy of the text that follows it, line numbers, quote marks,
/// fences.
void removePageResidue(PatchedText &text);

} // namespace twinhelm::config
