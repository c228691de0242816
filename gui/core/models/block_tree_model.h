#pragma once

#include <memory>

#include <QAbstractItemModel>
#include <QPointer>

#include "gui/core/document/document.h"
#include "gui/core/presenters/block_outline.h"

namespace twinhelm::desk
{

/// The blocks of one document under the headings of blockSections(); a heading without blocks is not there. Follows the
/// document; while only values change, no row comes or goes.
class BlockTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role {
        HeadingRole = Qt::UserRole + 1, ///< bool: a heading, no block
        SeverityRole,                   ///< int of Severity of the gravest problem in it; invalid: none
        NoteRole,                       ///< quieter text behind the title: whom it is for, what it is about
    };

    explicit BlockTreeModel(QObject *parent = nullptr);
    ~BlockTreeModel() override;

    void setDocument(Document *document); ///< not owned

    /// nullptr for a heading.
    [[nodiscard]] const BlockEntry *entry(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const BlockPath &path) const;
    /// The innermost block around a byte of the document.
    [[nodiscard]] QModelIndex indexAt(qsizetype offset) const;
    /// The first instance, else the first block.
    [[nodiscard]] QModelIndex firstBlock() const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Item;
    struct Places;
    void refresh();
    [[nodiscard]] std::unique_ptr<Item> readItems() const;
    [[nodiscard]] static std::unique_ptr<Item> itemFor(BlockEntry entry, const Places &places);
    void takeOver(Item &mine, Item &fresh);
    [[nodiscard]] QModelIndex indexOf(const Item &item) const;

    QPointer<Document> document_;
    std::unique_ptr<Item> root_;
};

} // namespace twinhelm::desk
