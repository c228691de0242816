#pragma once

#include <string_view>

#include "common/config/repair/patched_text.h"
#include "common/config/repair/repair.h"
#include "common/config/schema/block.h"

namespace twinhelm::config
{

/// Whether a text is a program for a shell: a #! line, or several of the shell's words and no block of keepalived's.
[[nodiscard]] bool looksLikeScript(std::string_view text);

struct Judged {
    TextKind kind = TextKind::Other;
    const schema::Block *block = nullptr; ///< what the text is the inside of; nullptr when it is nothing of ours
};

/// What a text is, by the keywords its lines begin with.
[[nodiscard]] Judged judgeText(std::string_view text);

/// Asks when the text holds what only several nodes' files together can hold.
void askAboutCopies(PatchedText &text);

} // namespace twinhelm::config
