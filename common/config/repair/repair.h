#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/config/repair/change.h"

namespace twinhelm::config
{

/// What a text is, as far as it can be told from the schema.
enum class TextKind {
    Configuration,
    Part,        ///< the inside of a block, without the block
    ShellScript, ///< not touched
    Other,       ///< no line of it is keepalived's; not touched
};

struct RepairOptions {
    bool applyUncertain = false; ///< every question is answered with yes
};

struct RepairResult {
    std::string text; ///< the very bytes given when nothing needed repair
    TextKind kind = TextKind::Configuration;
    std::vector<Change> changes; ///< in the order of the text

    [[nodiscard]] bool changed() const;
    /// Changes that wait for an answer.
    [[nodiscard]] std::size_t openQuestions() const;
};

/// Makes text that was copied from a web page, a terminal or a chat a configuration again: line breaks, braces and
/// ASCII characters that were lost on the way come back, what is no part of the configuration goes. The schema decides;
/// where it allows several readings the change is only asked for. Values are never made up. Total: any bytes give a
/// result. Cost: a few passes.
[[nodiscard]] RepairResult repair(std::string_view text, RepairOptions options = {});

} // namespace twinhelm::config
