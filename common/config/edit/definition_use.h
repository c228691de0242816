#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/config/edit/edit_context.h"

namespace twinhelm::config::edit
{

/// NAME when `value` is just $NAME or ${NAME}; empty otherwise.
[[nodiscard]] std::string_view soleReference(std::string_view value);
/// Whether it names any definition at all, its own or one of keepalived's.
[[nodiscard]] bool hasReference(std::string_view value);

/// What a document says about one definition.
struct DefinitionUse {
    std::vector<Statement> definitions; ///< $NAME= statements
    std::vector<SourceRange> uses;      ///< $NAME and ${NAME}, comments left out
};
/// Cost: one look for '$' through the text.
[[nodiscard]] DefinitionUse definitionUse(const EditContext &context, std::string_view name);

/// "lines 3, 8 and 20".
[[nodiscard]] std::string linesOf(const EditContext &context, const std::vector<SourceRange> &ranges);

} // namespace twinhelm::config::edit
