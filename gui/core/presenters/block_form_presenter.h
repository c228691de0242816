#pragma once

#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QSet>

#include "common/config/edit/editor.h"
#include "gui/core/base/clock.h"
#include "gui/core/document/document.h"
#include "gui/core/presenters/field_spec.h"
#include "gui/core/presenters/form_row.h"
#include "gui/core/presenters/statement_index.h"

namespace twinhelm::desk
{

/// The form of one block over the nodes that read it. Rows come from the keyword table, and from the document those of
/// words the table does not have; values come from the document. What is typed goes to the document as one undo step,
/// or stays in the row with a message. Typing in one field is one step until it pauses for two seconds.
class BlockFormPresenter : public QObject
{
    Q_OBJECT

public:
    explicit BlockFormPresenter(Document *document, QObject *parent = nullptr, Clock clock = systemInstant);

    [[nodiscard]] const BlockPath &block() const { return block_; }
    void setBlock(const BlockPath &block); ///< empty: no form
    /// What the block is called in titles: VI_1, 10.0.0.1 80, global_defs.
    [[nodiscard]] QString title() const;
    /// Its keyword, and in a line what that is for.
    [[nodiscard]] QString summary() const;

    [[nodiscard]] const QList<FormRow> &rows() const { return rows_; }
    [[nodiscard]] const FormRow *row(const QString &key) const;

    /// `node` empty: every node. False: the text is kept in the row with its problem and not in the document.
    bool setValue(const QString &key, const QString &node, const QString &text);
    /// Removes the keyword (for a node or everywhere): the default holds again.
    bool clearValue(const QString &key, const QString &node = {});
    /// From one value for all to one line per node, and back (taking `node`'s value; empty: the first node's).
    bool split(const QString &key);
    bool join(const QString &key, const QString &node = {});
    /// Forgets what was typed and is not in the document.
    void revert(const QString &key);
    /// Where the row's statement stands in the document, for "show in text"; invalid when it is absent.
    [[nodiscard]] Place placeOf(const QString &key) const;

signals:
    /// Other rows, or another order.
    void rowsReset();
    void rowChanged(const QString &key);

private:
    struct Draft {
        QString text;
        QString problem;
    };

    void refresh();
    [[nodiscard]] QList<FormRow> readRows() const;
    [[nodiscard]] const FieldSpec *spec(const QString &key) const;
    void addDrafts(FormRow &row) const;
    void addProblem(FormRow &row, const StatementIndex &statements) const;
    void takeRows(const QList<FormRow> &rows);
    void reject(const QString &key, const QString &node, const QString &text, const QString &problem);
    [[nodiscard]] QString stepTitle(const FieldSpec &spec, const QString &node, const QString &text) const;
    [[nodiscard]] config::Editor editor() const;
    [[nodiscard]] config::Target targetOf(const FieldSpec &spec, const config::Editor &editor) const;
    using Edits = Result<std::vector<TextEdit>>;
    [[nodiscard]] Edits editsFor(const FieldSpec &spec, const QString &node, const QString &text) const;
    [[nodiscard]] Edits listEdits(const FieldSpec &spec, const QString &node, const QString &text) const;
    bool applyEdits(const FieldSpec &spec, const QString &node, const QString &text, const QString &title,
                    const Edits &edits);

    QPointer<Document> document_;
    BlockPath block_;
    QList<FormRow> rows_;
    QHash<QString, QHash<QString, Draft>> drafts_; ///< row key -> node ("" for all)
    QSet<QString> opened_;                         ///< rows shown per node although every node has the same value
    Clock clock_;
    qint64 lastTyped_ = 0; ///< steady milliseconds
    int typingRun_ = 0;
    [[nodiscard]] QString mergeKey(const QString &key, const QString &node);
};

} // namespace twinhelm::desk
