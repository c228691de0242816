#include "gui/core/import/differing_lines.h"

#include "common/config/syntax/syntax_tree.h"
#include "gui/core/base/qt_text.h"

namespace twinhelm::desk
{

namespace
{

using config::SyntaxNode;
using config::SyntaxTree;

bool holdsFor(const SyntaxTree &tree, const SyntaxNode &node, const QString &name)
{
    for (const auto &condition : tree.conditions(node)) {
        if ((toQt(tree.text(condition.id)) == name) == condition.negated)
            return false;
    }
    return true;
}

/// keyword and arguments, without conditions and body.
QString header(const SyntaxTree &tree, const SyntaxNode &node)
{
    const auto words = tree.words(node);
    if (words.empty())
        return {};
    return toQt(tree.text(SourceRange{node.range.file, words.front().range.begin, words.back().range.end}));
}

QString blockTitle(const SyntaxTree &tree, const SyntaxNode &node)
{
    return node.parent == SyntaxNode::none ? QString() : header(tree, tree.nodes()[node.parent]);
}

} // namespace

Comparison compareNodes(const QByteArray &text, const QStringList &nodes)
{
    const auto tree = config::parse(text.toStdString());
    Comparison out;
    std::uint32_t groupParent = SyntaxNode::none;
    bool groupOpen = false;
    for (const auto &node : tree.nodes()) {
        const auto keyword = toQt(tree.keyword(node));
        if (tree.conditions(node).empty()) {
            groupOpen = false;
            ++out.shared;
            continue;
        }
        // Lines of one keyword next to each other, each for other nodes, are one difference.
        const bool joins = groupOpen && groupParent == node.parent && out.differing.back().keyword == keyword;
        if (!joins)
            out.differing << DifferingLine{blockTitle(tree, node), keyword, QStringList(nodes.size())};
        auto &line = out.differing.back();
        for (qsizetype i = 0; i < nodes.size(); ++i) {
            if (!holdsFor(tree, node, nodes[i]))
                continue;
            if (!line.perNode[i].isEmpty())
                line.perNode[i] += u'\n';
            line.perNode[i] += header(tree, node);
        }
        groupOpen = true;
        groupParent = node.parent;
    }
    return out;
}

} // namespace twinhelm::desk
