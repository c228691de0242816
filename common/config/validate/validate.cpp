#include "common/config/validate/validate.h"

#include <algorithm>

#include "common/config/validate/check_keywords.h"
#include "common/config/validate/rules/rules.h"

namespace twinhelm::config
{

void validate(const Expanded &expanded, const StatementTree &tree, const model::NodeConfig &config,
              Diagnostics &diagnostics)
{
    checkKeywords(expanded, tree, diagnostics);
    for (const auto *rule : rules::all())
        rule->check(config, diagnostics);
    for (auto &diagnostic : diagnostics)
        diagnostic.node = config.nodeId;
    std::stable_sort(diagnostics.begin(), diagnostics.end(),
                     [](const auto &a, const auto &b) { return a.range < b.range; });
}

} // namespace twinhelm::config
