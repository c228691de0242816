#include "gui/core/document/edit_command.h"

#include <algorithm>

namespace twinhelm::desk
{

namespace
{

QList<TextChange> reversed(const QList<TextChange> &changes)
{
    QList<TextChange> out;
    out.reserve(changes.size());
    for (auto it = changes.crbegin(); it != changes.crend(); ++it)
        out << TextChange{it->position, it->inserted, it->removed};
    return out;
}

/// Two changes, one after the other, as one; false when they do not touch.
bool joined(const TextChange &first, const TextChange &second, TextChange &out)
{
    const auto firstEnd = first.position + first.inserted.size();
    const auto secondEnd = second.position + second.removed.size();
    if (second.position > firstEnd || secondEnd < first.position)
        return false;
    const auto before = std::max<qsizetype>(0, first.position - second.position); // removed in front of the first
    const auto after = std::max<qsizetype>(0, secondEnd - firstEnd);              // removed behind it
    const auto headKept = std::max<qsizetype>(0, second.position - first.position);
    const auto tailKept = std::max<qsizetype>(0, firstEnd - secondEnd);
    out.position = std::min(first.position, second.position);
    out.removed = second.removed.left(before) + first.removed + second.removed.right(after);
    out.inserted = first.inserted.left(headKept) + second.inserted + first.inserted.right(tailKept);
    return true;
}

} // namespace

EditCommand::EditCommand(Document &document, const QString &title, QList<TextChange> changes, QString mergeKey)
    : QUndoCommand(title), document_(document), changes_(std::move(changes)), mergeKey_(std::move(mergeKey))
{
}

void EditCommand::redo()
{
    document_.swapIn(changes_);
}

void EditCommand::undo()
{
    document_.swapIn(reversed(changes_));
}

bool EditCommand::mergeWith(const QUndoCommand *other)
{
    const auto *later = dynamic_cast<const EditCommand *>(other);
    if (!later || later->mergeKey_ != mergeKey_)
        return false;
    if (!mergeTyping(*later))
        changes_ += later->changes_;
    setText(later->text());
    const bool nothing = std::all_of(changes_.cbegin(), changes_.cend(),
                                     [](const TextChange &each) { return each.removed == each.inserted; });
    setObsolete(nothing);
    return true;
}

bool EditCommand::mergeTyping(const EditCommand &later)
{
    if (changes_.size() != 1 || later.changes_.size() != 1)
        return false;
    TextChange both;
    if (!joined(changes_.front(), later.changes_.front(), both))
        return false;
    changes_ = {both};
    return true;
}

} // namespace twinhelm::desk
