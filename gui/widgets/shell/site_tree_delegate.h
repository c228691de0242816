#pragma once

#include <QStyledItemDelegate>

namespace twinhelm::desk
{

/// Paints an entry of the side bar: icon or lamp, name, badge at the right edge.
class SiteTreeDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace twinhelm::desk
