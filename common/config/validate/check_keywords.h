#pragma once

#include "common/config/expand/expanded.h"
#include "common/config/model/statement_tree.h"
#include "common/diagnostics/diagnostic.h"

namespace twinhelm::config
{

/// Checks every statement against the schema: is the keyword known in its block (K0006), does its block have
/// braces, are its words of the right kind and range (K01xx).
/// `unknownWords` counts words that are no keywords: after so many, none is compared with those that are. Whoever
/// checks a configuration in pieces keeps the count.
void checkKeywords(const Expanded &expanded, const StatementTree &tree, Diagnostics &diagnostics,
                   unsigned &unknownWords);

/// A file that is no configuration at all must not cost a comparison with every keyword for each of its lines.
inline constexpr unsigned mostComparedWords = 200;

} // namespace twinhelm::config
