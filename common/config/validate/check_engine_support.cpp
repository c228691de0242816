#include "common/config/validate/check_engine_support.h"

#include <algorithm>
#include <set>
#include <utility>

#include "common/config/expand/words.h"
#include "common/config/lower/refusal.h"
#include "common/config/schema/engine_gaps.h"
#include "common/config/validate/codes.h"

namespace twinhelm::config
{

namespace
{

void report(Diagnostics &diagnostics, codes::Code code, Severity severity, SourceRange range, std::string message,
            const std::string &node)
{
    diagnostics.push_back({std::string(code), severity, range, std::move(message), node, {}, {}});
}

bool blockHasGaps(const schema::Block &block)
{
    return std::ranges::any_of(schema::engineGaps(), [&](const schema::EngineGap &gap) {
        return std::ranges::any_of(gap.keywords, [&](const auto &keyword) { return keyword.path == block.path; });
    });
}

} // namespace

void checkKeywordSupport(const StatementTree &tree, const std::string &nodeId, Diagnostics &diagnostics)
{
    const auto gaps = schema::engineGaps();
    std::vector<bool> said(gaps.size());
    const schema::Block *block = nullptr;
    bool hasGaps = false;
    for (const auto &node : tree.nodes()) {
        if (node.line == StatementNode::noLine || !node.outer)
            continue;
        if (std::exchange(block, node.outer) != node.outer)
            hasGaps = blockHasGaps(*node.outer);
        if (!hasGaps) // most lines of a large file
            continue;
        const auto words = tree.words(node);
        const auto uses = [&](const schema::GapKeyword &keyword) {
            return keyword.name == words.front().text && keyword.path == node.outer->path;
        };
        for (std::size_t i = 0; i < gaps.size(); ++i) {
            if (said[i] || std::ranges::none_of(gaps[i].keywords, uses))
                continue;
            said[i] = true;
            report(diagnostics, codes::notActedOn, Severity::Warning, words.front().range,
                   std::string(gaps[i].feature) + ": kept in the file, but not done by this version of twinhelmd; " +
                       std::string(gaps[i].consequence) + '.',
                   nodeId);
        }
    }
}

void keepFirstOfEach(Diagnostics &gaps)
{
    std::set<std::string> said;
    std::erase_if(gaps, [&](const Diagnostic &gap) { return !said.insert(gap.message).second; });
}

void checkRefusals(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &instance : config.instances) {
        if (const auto refusal = refusalOf(instance, config))
            report(diagnostics, codes::instanceRefused, Severity::Warning, refusal->range,
                   "twinhelmd does not run " + *instance.name + ", it stays in FAULT: " + refusal->reason + '.',
                   config.nodeId);
    }
}

} // namespace twinhelm::config
