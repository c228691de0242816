#pragma once

#include "common/config/expand/expanded.h"
#include "common/config/model/node_config.h"
#include "common/config/model/statement_tree.h"
#include "common/config/validate/rules/rules.h"
#include "common/diagnostics/diagnostic.h"

namespace twinhelm::config
{

/// Everything that can be said about one node's configuration: each keyword and value against the schema, then
/// every rule. Findings are in the order of the file; their `node` is the model's.
void validate(const Expanded &expanded, const StatementTree &tree, const model::NodeConfig &config,
              Diagnostics &diagnostics);

// Its parts, for who checks a configuration in pieces; the keywords are checked by checkKeywords().
/// Every rule of this scope.
void checkRules(rules::Scope scope, const model::NodeConfig &config, Diagnostics &diagnostics);
/// Puts findings in the order of the file; those about the same place stay in theirs. Of thousands of one code the
/// first hundred stay, the last of which says how many more there are.
void arrange(Diagnostics &diagnostics, const std::string &nodeId);

} // namespace twinhelm::config
