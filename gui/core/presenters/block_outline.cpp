#include "gui/core/presenters/block_outline.h"

#include <algorithm>

#include "common/config/edit/edit_context.h"
#include "common/config/edit/node_audience.h"
#include "common/config/schema/schema.h"
#include "common/config/syntax/syntax_tree.h"
#include "gui/core/base/qt_text.h"

namespace twinhelm::desk
{

namespace
{

using config::Audience;
using config::schema::Kind;

/// Blocks of one keyword and name within one block.
struct Likes {
    config::BlockRef ref;
    std::vector<std::uint32_t> blocks;
};

std::string argumentText(const config::SyntaxTree &tree, const config::SyntaxNode &node)
{
    const auto words = tree.arguments(node);
    if (words.empty())
        return {};
    return std::string(tree.text(SourceRange{tree.file(), words.front().range.begin, words.back().range.end}));
}

class Reader
{
public:
    Reader(const config::SyntaxTree &tree, const QStringList &nodes) : context_(tree, toStd(nodes)) {}

    QList<BlockEntry> entries(const std::vector<std::uint32_t> &parents, const BlockPath &path,
                              const config::schema::Block *schema) const
    {
        QList<BlockEntry> out;
        for (const auto &likes : likesIn(parents, schema)) {
            if (areOne(likes.blocks)) {
                out << entry(likes.blocks, path, likes.ref, schema);
                continue;
            }
            auto ref = likes.ref;
            for (const auto block : likes.blocks) {
                ++ref.number;
                out << entry({block}, path, ref, schema);
            }
        }
        return out;
    }

private:
    std::vector<Likes> likesIn(const std::vector<std::uint32_t> &parents, const config::schema::Block *schema) const
    {
        std::vector<Likes> out;
        const auto &tree = context_.tree();
        for (const auto parent : parents) {
            for (const auto child : tree.children(parent)) {
                const auto &node = tree.nodes()[child];
                if (!node.isBlock())
                    continue;
                const auto *keyword = schema ? config::schema::find(*schema, tree.keyword(node)) : nullptr;
                const bool inside = parent != config::SyntaxNode::none;
                if (inside && keyword && (keyword->kind == Kind::ListBlock || isPartOfItsBlock(*keyword)))
                    continue;
                config::BlockRef ref{std::string(tree.keyword(node)), context_.arguments(child)};
                auto found = std::find_if(out.begin(), out.end(), [&](const Likes &each) { return each.ref == ref; });
                if (found == out.end())
                    found = out.insert(out.end(), Likes{std::move(ref), {}});
                found->blocks.push_back(child);
            }
        }
        return out;
    }

    /// No node reads more than one of them.
    [[nodiscard]] bool areOne(const std::vector<std::uint32_t> &blocks) const
    {
        std::vector<unsigned> readers(context_.audience().nodes().size());
        for (const auto block : blocks) {
            const auto audience = context_.audience().of(block);
            for (std::size_t i = 0; i < audience.size(); ++i) {
                if (audience[i] && ++readers[i] > 1)
                    return false;
            }
        }
        return true;
    }

    [[nodiscard]] BlockEntry entry(const std::vector<std::uint32_t> &blocks, BlockPath path, config::BlockRef ref,
                                   const config::schema::Block *outer) const
    {
        BlockEntry out;
        if (outer) {
            const auto found = config::schema::lookUp(*outer, ref.keyword);
            out.keyword = found.keyword;
            out.schema = found.inner;
        }
        path.push_back(std::move(ref));
        out.path = path;
        out.detail = detailOf(blocks.front());
        Audience readers(context_.audience().nodes().size());
        for (const auto block : blocks) {
            out.ranges << context_.tree().nodes()[block].range;
            const auto audience = context_.audience().of(block);
            for (std::size_t i = 0; i < audience.size(); ++i)
                readers[i] = readers[i] || audience[i];
        }
        for (std::size_t i = 0; i < readers.size(); ++i) {
            if (readers[i] && readers != context_.audience().everyone())
                out.nodes << toQt(context_.audience().nodes()[i]);
        }
        if (!out.schema || !out.schema->entries)
            out.children = entries(blocks, path, out.schema);
        return out;
    }

    [[nodiscard]] QString detailOf(std::uint32_t block) const
    {
        const auto &tree = context_.tree();
        if (!context_.arguments(block).empty())
            return {};
        for (const auto child : tree.children(block)) {
            const auto word = tree.keyword(tree.nodes()[child]);
            if (word == "path" || word == "connect_ip" || word == "misc_path" || word == "interface")
                return toQt(context_.arguments(child));
        }
        return {};
    }

    config::EditContext context_;
};

} // namespace

QString BlockEntry::title() const
{
    if (hasName())
        return toQt(path.back().name);
    const auto word = toQt(path.back().keyword);
    return path.back().number > 1 ? QStringLiteral("%1 #%2").arg(word).arg(path.back().number) : word;
}

bool BlockEntry::contains(qsizetype offset) const
{
    return std::any_of(ranges.begin(), ranges.end(), [offset](const SourceRange &range) {
        return offset >= static_cast<qsizetype>(range.begin) && offset < static_cast<qsizetype>(range.end);
    });
}

QList<BlockEntry> outlineOf(const config::SyntaxTree &tree, const QStringList &nodes)
{
    return Reader(tree, nodes).entries({config::SyntaxNode::none}, {}, config::schema::findBlock(""));
}

std::vector<std::uint32_t> blocksAt(const config::SyntaxTree &tree, const BlockPath &path)
{
    std::vector<std::uint32_t> level{config::SyntaxNode::none};
    for (const auto &wanted : path) {
        std::vector<std::uint32_t> next;
        for (const auto parent : level) {
            unsigned number = 0;
            for (const auto child : tree.children(parent)) {
                const auto &node = tree.nodes()[child];
                if (!node.isBlock() || tree.keyword(node) != wanted.keyword || argumentText(tree, node) != wanted.name)
                    continue;
                if (++number == wanted.number || wanted.number == 0)
                    next.push_back(child);
            }
        }
        level = std::move(next);
    }
    return level;
}

QStringList readersOf(const config::SyntaxTree &tree, const QStringList &nodes, const BlockPath &path)
{
    const auto blocks = blocksAt(tree, path);
    if (blocks.empty())
        return nodes;
    const config::NodeAudience audience(tree, toStd(nodes));
    QStringList out;
    for (qsizetype i = 0; i < nodes.size(); ++i) { // the document's own names come behind these
        const bool reads = std::any_of(blocks.begin(), blocks.end(), [&](std::uint32_t block) -> bool {
            const auto readers = audience.of(block);
            return readers[static_cast<std::size_t>(i)];
        });
        if (reads)
            out << nodes[i];
    }
    return out;
}

bool isPartOfItsBlock(const config::schema::Keyword &keyword)
{
    return keyword.kind == Kind::Block && !keyword.many && keyword.more.empty();
}

const config::schema::Block *schemaOf(const BlockPath &path)
{
    const auto *block = config::schema::findBlock("");
    for (const auto &step : path) {
        if (block)
            block = config::schema::innerBlock(*block, step.keyword);
    }
    return path.empty() ? nullptr : block;
}

} // namespace twinhelm::desk
