#pragma once

#include <QStyledItemDelegate>

namespace twinhelm::desk
{

/// Paints an entry of the list of blocks: title, quieter note, a mark at the right edge when something is wrong in it.
class BlockTreeDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace twinhelm::desk
