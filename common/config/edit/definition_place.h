#pragma once

#include <cstdint>
#include <string_view>

#include "common/config/syntax/syntax_tree.h"

namespace twinhelm::config::edit
{

/// Where a new block of the top level has to stand that others name: a script, file, process, BFD session, group of
/// virtual servers or tracks. keepalived looks such a name up while it reads the block that uses it, and ignores what
/// is defined further down (K0228).
struct DefinitionPlace {
    std::uint32_t behind = SyntaxNode::none; ///< the last block of its kind that is high enough
    std::uint32_t before = SyntaxNode::none; ///< else the first statement that may name it
};

/// `keyword` by its proper spelling. Neither is given when nothing of the text may name such a block. A line that
/// brings text from elsewhere (an include, a definition of several lines, ~SEQ) may. Cost: one walk over the top level.
[[nodiscard]] DefinitionPlace definitionPlace(const SyntaxTree &tree, std::string_view keyword);

} // namespace twinhelm::config::edit
