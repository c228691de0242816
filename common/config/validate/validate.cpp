#include "common/config/validate/validate.h"

#include <algorithm>
#include <map>
#include <string_view>

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

namespace
{

/// Nobody reads the thousandth finding of a kind; a screen of them tells the story.
constexpr std::size_t mostOfAKind = 100;

/// Leaves the first ones of each code, and says how many there were.
void limit(Diagnostics &diagnostics)
{
    std::map<std::string_view, std::size_t> counts;
    for (const auto &one : diagnostics)
        ++counts[one.code];
    std::erase_if(counts, [](const auto &one) { return one.second <= mostOfAKind; });
    if (counts.empty())
        return;
    Diagnostics kept;
    std::map<std::string, std::size_t> met;
    for (auto &one : diagnostics) {
        const auto count = counts.find(one.code);
        const auto number = count == counts.end() ? 0 : ++met[one.code];
        if (number > mostOfAKind)
            continue;
        if (number == mostOfAKind) {
            const auto more = count->second - mostOfAKind;
            if (more > 0)
                one.message += " (and " + std::to_string(more) + " more of this kind below)";
        }
        kept.push_back(std::move(one));
    }
    diagnostics = std::move(kept);
}

} // namespace

void arrange(Diagnostics &diagnostics, const std::string &nodeId)
{
    for (auto &diagnostic : diagnostics)
        diagnostic.node = nodeId;
    std::stable_sort(diagnostics.begin(), diagnostics.end(),
                     [](const auto &a, const auto &b) { return a.range < b.range; });
    limit(diagnostics);
}

} // namespace twinhelm::config
