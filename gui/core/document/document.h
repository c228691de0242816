#pragma once

#include <map>
#include <memory>
#include <vector>

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QStringList>
#include <QTimer>
#include <QUndoStack>

#include "common/base/result.h"
#include "common/diagnostics/text_edit.h"
#include "gui/core/document/problem.h"
#include "gui/core/document/text_map.h"

namespace twinhelm::config
{
struct LoadedNode;
}

namespace twinhelm::desk
{

/// One replaced stretch. Several changes of one step are to be applied in the order given.
struct TextChange {
    qsizetype position = 0; ///< byte offset
    QByteArray removed;
    QByteArray inserted;
};

/// The configuration of one cluster while it is edited: bytes, one undo stack for form and text editor, and what the
/// bytes mean for each node. Meaning is recomputed when the event loop is next idle (or on flush()).
/// Threading: the GUI thread.
class Document : public QObject
{
    Q_OBJECT

public:
    explicit Document(QStringList nodes = {}, QObject *parent = nullptr);
    ~Document() override;

    [[nodiscard]] const QByteArray &text() const { return text_; }
    /// The text as a widget shows it, with positions.
    [[nodiscard]] const TextMap &map() const;
    [[nodiscard]] QString path() const { return path_; }
    [[nodiscard]] bool isDirty() const { return !undo_.isClean(); }
    [[nodiscard]] QUndoStack *undoStack() { return &undo_; }

    /// Config ids of the nodes this document is for, in the cluster's order.
    [[nodiscard]] const QStringList &nodes() const { return nodes_; }
    void setNodes(const QStringList &nodes);

    /// Takes new bytes and forgets the undo history; the document is clean.
    void reset(const QByteArray &text, const QString &path = {});
    [[nodiscard]] Result<void> load(const QString &path);
    /// Writes to path() atomically; the document is clean afterwards.
    [[nodiscard]] Result<void> save();

    /// One undo step. Ranges refer to the present text, do not overlap and lie in file 0; `title` is what the user
    /// did. Steps with the same non-empty `mergeKey`, one after the other, become one (typing in a form field).
    /// False, and nothing changed, when a range does not fit.
    bool apply(const QString &title, const std::vector<TextEdit> &edits, const QString &mergeKey = {});
    /// Applies a fix of a problem as one step. False when the text has changed since the problem was found and it is no
    /// longer there.
    bool applyFix(const Problem &problem, std::size_t fix = 0);
    /// For the text editor: UTF-16 positions of map(). Adjacent typing merges into one step.
    bool replaceText(qsizetype position, qsizetype removed, const QString &typed);

    /// What the text means on a node; nullptr for a node the document is not for.
    [[nodiscard]] std::shared_ptr<const config::LoadedNode> loaded(const QString &node) const;
    /// Names of all vrrp_instance blocks on any node, in file order.
    [[nodiscard]] QStringList instanceNames() const;
    /// Findings of all nodes, most severe first, then by place.
    [[nodiscard]] const QList<Problem> &problems() const { return problems_; }
    [[nodiscard]] bool hasErrors() const;
    /// Recomputes meaning now if it is due.
    void flush();

signals:
    /// After every change of the bytes, with what changed. Offsets are bytes.
    void edited(const QList<twinhelm::desk::TextChange> &changes);
    void textChanged();
    /// loaded() and problems() are new.
    void diagnosticsChanged();
    void dirtyChanged(bool dirty);
    void pathChanged();
    void nodesChanged();

private:
    friend class EditCommand;
    void swapIn(const QList<TextChange> &changes);
    void scheduleAnalysis();
    void analyse();

    QByteArray text_;
    QString path_;
    QStringList nodes_;
    QUndoStack undo_;
    QTimer analysis_;
    std::map<QString, std::shared_ptr<const config::LoadedNode>> loaded_;
    QList<Problem> problems_;
    mutable TextMap map_;
    mutable bool mapStale_ = true;
    qsizetype typingAt_ = -1; ///< where the last typed character ended; -1: something else happened since
    int typingRun_ = 0;
};

} // namespace twinhelm::desk
