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

} // namespace

StatementIndex statementsOf(const config::SyntaxTree &tree, const BlockPath &block)
{
    StatementIndex out;
    const auto *schema = schemaOf(block);
    for (const auto found : block.empty() ? std::vector<std::uint32_t>() : blocksAt(tree, block)) {
        if (schema && schema->entries)
            out[toQt(block.back().keyword)] << tree.nodes()[found].range;
        else
            collect(tree, found, {}, out);
    }
    return out;
}

} // namespace twinhelm::desk
