#include "common/config/syntax/node_ids.h"
#include "common/config/syntax/syntax_tree.h"
#include "tests/fuzz/common/targets.h"
#include "tests/fuzz/promise.h"

namespace twinhelm::fuzz
{

namespace
{

bool inside(SourceRange range, std::string_view text)
{
    return range.begin <= range.end && range.end <= text.size();
}

} // namespace

void parseTarget(std::string_view input)
{
    const auto tree = config::parse(std::string(input));
    promise(config::text(tree) == input, "the tokens joined are the text");
    std::uint32_t at = 0;
    for (const auto &token : tree.tokens()) {
        promise(token.begin == at && token.end > token.begin, "tokens follow each other without a gap");
        at = token.end;
    }
    for (std::uint32_t i = 0; i < tree.nodes().size(); ++i) {
        const auto &node = tree.nodes()[i];
        promise(inside(node.range, input) && inside(node.open, input) && inside(node.close, input),
                "a node lies in the text");
        promise(node.end > i && node.end <= tree.nodes().size(), "a node's children follow it");
        promise(node.parent == config::SyntaxNode::none || node.parent < i, "a parent stands before its children");
        for (const auto &word : tree.words(node))
            promise(inside(word.range, input), "a word lies in the text");
    }
    for (const auto &id : config::nodeIds(input))
        promise(!id.empty(), "a node id is not empty");
}

} // namespace twinhelm::fuzz
