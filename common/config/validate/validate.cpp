#include "common/config/validate/validate.h"

#include <algorithm>

#include "common/config/validate/check_keywords.h"
#include "common/config/validate/rules/rules.h"

namespace twinhelm::config
{

void validate(const Expanded &expanded, const StatementTree &tree, const model::NodeConfig &config,
              Diagnostics &diagnostics)
{
    unsigned unknownWords = 0;
    checkKeywords(expanded, tree, diagnostics, unknownWords);
    checkRules(rules::Scope::Block, config, diagnostics);
    checkRules(rules::Scope::Node, config, diagnostics);
    arrange(diagnostics, config.nodeId);
}

void checkRules(rules::Scope scope, const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto *rule : rules::all()) {
        if (rule->scope == scope)
            rule->check(config, diagnostics);
    }
}

void arrange(Diagnostics &diagnostics, const std::string &nodeId)
{
    for (auto &diagnostic : diagnostics)
        diagnostic.node = nodeId;
    std::stable_sort(diagnostics.begin(), diagnostics.end(),
                     [](const auto &a, const auto &b) { return a.range < b.range; });
}

} // namespace twinhelm::config
