#pragma once

#include "common/config/expand/expanded.h"
#include "common/config/model/statement_tree.h"
#include "common/diagnostics/diagnostic.h"

namespace twinhelm::config
{

/// Checks every statement against the schema: is the keyword known in its block (K0006), does its block have
/// braces, and, in the blocks of VRRP, is its value of the right kind and range (K01xx).
void checkKeywords(const Expanded &expanded, const StatementTree &tree, Diagnostics &diagnostics);

} // namespace twinhelm::config
