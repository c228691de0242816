#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/config/syntax/syntax_tree.h"

namespace twinhelm::config::edit
{

/// Where passwords and keys stand: the values of the schema's secret keywords, and of definitions that they refer to.
[[nodiscard]] std::vector<SourceRange> secretRanges(const SyntaxTree &tree);

/// The text with ******** in their place and in those that maskSecrets() knows by their looks, for diffs and logs. It
/// has as many lines as the text.
[[nodiscard]] std::string masked(std::string_view text);

} // namespace twinhelm::config::edit
