#pragma once

#include <QList>
#include <QUndoCommand>

#include "gui/core/document/document.h"

namespace twinhelm::desk
{

/// One undo step of a Document: swaps bytes forth and back. Steps of one merge key, one after the other, join when the
/// result can be told as one list of changes; a step that ends where it began takes itself off the stack.
class EditCommand : public QUndoCommand
{
public:
    EditCommand(Document &document, const QString &title, QList<TextChange> changes, QString mergeKey);

    [[nodiscard]] int id() const override { return mergeKey_.isEmpty() ? -1 : 1; }
    bool mergeWith(const QUndoCommand *other) override;
    void undo() override;
    void redo() override;

private:
    [[nodiscard]] bool mergeTyping(const EditCommand &later);

    Document &document_;
    QList<TextChange> changes_; ///< in order of application
    QString mergeKey_;
};

} // namespace twinhelm::desk
