#include "common/config/edit/definition_place.h"

#include <algorithm>
#include <string>

#include "common/config/edit/references.h"
#include "common/config/schema/names.h"
#include "common/config/schema/schema.h"
#include "common/config/syntax/lexer.h"

namespace twinhelm::config::edit
{

namespace
{

bool names(std::span<const schema::Argument> grammar, std::string_view block)
{
    return std::any_of(grammar.begin(), grammar.end(),
                       [&](const schema::Argument &one) { return one.refersTo == block; });
}

/// Whether a keyword, or anything inside of what it opens, takes the name of such a block.
bool mayName(const schema::Block &outer, const schema::Keyword &row, std::string_view block, unsigned depth = 0)
{
    constexpr unsigned deepest = 8; // the schema has five
    if (row.refersTo == block || names(row.more, block))
        return true;
    const auto *inner = row.opensBlock() && depth < deepest ? schema::lookUp(outer, row.name).inner : nullptr;
    return inner && std::any_of(inner->keywords.begin(), inner->keywords.end(),
                                [&](const schema::Keyword &one) { return mayName(*inner, one, block, depth + 1); });
}

bool bringsText(const SyntaxTree &tree, const SyntaxNode &node)
{
    const auto keyword = tree.keyword(node);
    if (keyword.starts_with('$'))
        return definitionLength(tree.text(node.range)) == 0;
    return keyword.starts_with('~') || schema::isIncludeKeyword(keyword);
}

} // namespace

DefinitionPlace definitionPlace(const SyntaxTree &tree, std::string_view keyword)
{
    DefinitionPlace out;
    const auto *top = schema::findBlock("");
    // A group may name instances below it.
    if (!top || keyword == schema::names::vrrpInstance)
        return out;
    for (const auto at : tree.children(SyntaxNode::none)) {
        const auto &node = tree.nodes()[at];
        const auto *row = schema::find(*top, tree.keyword(node));
        if (row && properKeyword(*row) == keyword && node.isBlock()) {
            out.behind = at;
        } else if (bringsText(tree, node) || (row && mayName(*top, *row, keyword))) {
            out.before = at;
            break;
        }
    }
    return out.before == SyntaxNode::none ? DefinitionPlace{} : out;
}

} // namespace twinhelm::config::edit
