#pragma once

#include "common/config/model/node_config.h"
#include "common/config/model/statement_tree.h"
#include "common/diagnostics/diagnostic.h"

namespace twinhelm::config
{

/// What is right in keepalived.conf but not done by this version of twinhelmd: a warning for each part (K0301), at its
/// first keyword in `tree`.
void checkKeywordSupport(const StatementTree &tree, const std::string &nodeId, Diagnostics &diagnostics);

/// Of the findings of several trees: each part is named once, at its first keyword.
void keepFirstOfEach(Diagnostics &gaps);

/// Instances that stay in FAULT because of what is not done yet (K0302); see lower/refusal.h.
void checkRefusals(const model::NodeConfig &config, Diagnostics &diagnostics);

} // namespace twinhelm::config
