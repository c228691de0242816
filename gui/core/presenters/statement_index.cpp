#include "gui/core/presenters/statement_index.h"

#include "common/config/syntax/syntax_tree.h"
#include "gui/core/base/qt_text.h"

namespace twinhelm::desk
{

namespace
{

void collect(const config::SyntaxTree &tree, std::uint32_t block, const QString &prefix, StatementIndex &out)
{
    for (const auto child : tree.children(block)) {
        const auto &node = tree.nodes()[child];
        const auto key = prefix + toQt(tree.keyword(node));
        out[key] << node.range;
        if (node.isBlock())
            collect(tree, child, key + u'.', out);
    }
}

std::string argumentText(const config::SyntaxTree &tree, const config::SyntaxNode &node)
{
    const auto words = tree.arguments(node);
    if (words.empty())
        return {};
    return std::string(tree.text(SourceRange{tree.file(), words.front().range.begin, words.back().range.end}));
}

} // namespace

StatementIndex statementsOf(const config::SyntaxTree &tree, const config::BlockRef &block)
{
    StatementIndex out;
    for (const auto child : tree.children(config::SyntaxNode::none)) {
        const auto &node = tree.nodes()[child];
        if (node.isBlock() && tree.keyword(node) == block.keyword && argumentText(tree, node) == block.name)
            collect(tree, child, {}, out);
    }
    return out;
}

} // namespace twinhelm::desk
