#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include "common/base/result.h"
#include "gui/core/document/document.h"
#include "gui/core/presenters/block_outline.h"

namespace twinhelm::desk
{

/// A kind of block that can be added somewhere.
struct BlockKind {
    QString keyword;
    QString help;
    bool named = false; ///< it needs a name
    QString nameHint;   ///< what a name looks like: "10.0.0.1 80"
};

/// What can be added to the text itself, or to the block at `path`.
[[nodiscard]] QList<BlockKind> addableKinds(const BlockPath &path);

/// Adds, renames and removes blocks, one undo step each. A new block has what it cannot do without, as far as the
/// document tells: an interface the others use, a virtual router ID nobody has.
/// Errors: those of config::edit::PathEditor and Renamer; the document stays as it is.
class BlockEdits
{
public:
    explicit BlockEdits(Document *document) : document_(document) {}

    /// The path of the new block.
    [[nodiscard]] Result<BlockPath> add(const BlockPath &parent, const QString &keyword, const QString &name) const;
    /// With all that refers to it.
    [[nodiscard]] Result<BlockPath> rename(const BlockPath &path, const QString &name) const;
    [[nodiscard]] Result<void> remove(const BlockPath &path) const;
    /// A name of this kind that nothing has yet: VI_3.
    [[nodiscard]] QString freeName(const QString &keyword) const;

private:
    [[nodiscard]] std::vector<std::string> body(const QString &keyword) const;

    Document *document_;
};

} // namespace twinhelm::desk
