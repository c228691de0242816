#pragma once

#include <memory>

#include <QPointer>
#include <QSet>
#include <QWidget>

#include "common/base/result.h"
#include "gui/core/presenters/block_edits.h"
#include "gui/core/presenters/block_outline.h"

class QLineEdit;
class QMenu;
class QSortFilterProxyModel;
class QToolButton;
class QTreeView;

namespace twinhelm::desk
{

class BlockTreeModel;
class Document;

/// The blocks of a document as a list to choose from, with what adds, renames and removes them.
class BlockNavigator : public QWidget
{
    Q_OBJECT

public:
    explicit BlockNavigator(QWidget *parent = nullptr);
    ~BlockNavigator() override;

    void setDocument(Document *document); ///< not owned; nullptr empties the list
    void choose(const BlockPath &path);
    /// The block around a byte of the document.
    void chooseAt(qsizetype offset);

signals:
    /// Also when the document changed and another block took the place of the chosen one; empty: there is none.
    void chosen(const twinhelm::desk::BlockPath &path);
    /// By the user, so that other views follow; the block's first byte.
    void pointedAt(qsizetype begin);
    void problem(const twinhelm::Error &error);

private:
    QWidget *makeTools();
    void fillAddMenu();
    void addKinds(QMenu *menu, const BlockPath &parent);
    void add(const BlockPath &parent, const BlockKind &kind);
    void rename();
    void remove();
    void announce();
    void restore();
    [[nodiscard]] const BlockEntry *current() const;
    void setCurrent(const QModelIndex &source);
    Result<void> take(const Result<BlockPath> &made);

    QPointer<Document> document_;
    std::unique_ptr<BlockTreeModel> model_;
    std::unique_ptr<QSortFilterProxyModel> filtered_;
    QLineEdit *filter_;
    QTreeView *tree_;
    QMenu *addMenu_;
    QToolButton *rename_ = nullptr;
    QToolButton *remove_ = nullptr;
    BlockPath chosen_;
    bool quiet_ = false;
};

} // namespace twinhelm::desk
