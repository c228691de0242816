#pragma once

#include <cstdint>
#include <vector>

#include <QList>
#include <QString>
#include <QStringList>

#include "common/config/edit/target.h"
#include "common/config/schema/block.h"
#include "common/diagnostics/source_range.h"

namespace twinhelm::config
{
class SyntaxTree;
}

namespace twinhelm::desk
{

using BlockPath = std::vector<config::BlockRef>; ///< outermost first

/// One block of a cluster's document, as somebody who edits it sees it: blocks of one name that different nodes read
/// are one.
struct BlockEntry {
    BlockPath path;
    const config::schema::Keyword *keyword = nullptr; ///< nullptr: a word nobody knows
    const config::schema::Block *schema = nullptr;    ///< what it may contain; nullptr: nobody knows
    QString detail;                                   ///< what tells it from its like when it has no name: a url's path
    QStringList nodes;                                ///< empty: every node reads it
    QList<SourceRange> ranges;                        ///< one for each of its blocks in the text
    QList<BlockEntry> children;

    [[nodiscard]] const config::BlockRef &last() const { return path.back(); }
    /// By which it can be told apart in a list: its name, else its keyword.
    [[nodiscard]] QString title() const;
    [[nodiscard]] bool hasName() const { return !path.back().name.empty(); }
    [[nodiscard]] bool contains(qsizetype offset) const;
    friend bool operator==(const BlockEntry &, const BlockEntry &) = default;
};

/// The blocks of a document that have a form of their own, in its order. Cost: one pass over the text.
[[nodiscard]] QList<BlockEntry> outlineOf(const config::SyntaxTree &tree, const QStringList &nodes);

/// Whether an inner block's keywords are rows of the outer block's form (authentication) instead of a form of their
/// own.
[[nodiscard]] bool isPartOfItsBlock(const config::schema::Keyword &keyword);

/// The blocks a path leads to, as indexes of the tree's nodes; none when it leads nowhere.
[[nodiscard]] std::vector<std::uint32_t> blocksAt(const config::SyntaxTree &tree, const BlockPath &path);
/// Which of these nodes read the block; all of them when it is not there.
[[nodiscard]] QStringList readersOf(const config::SyntaxTree &tree, const QStringList &nodes, const BlockPath &path);

/// What a block may contain, by the keywords that lead to it; nullptr when nobody knows.
[[nodiscard]] const config::schema::Block *schemaOf(const BlockPath &path);

} // namespace twinhelm::desk
