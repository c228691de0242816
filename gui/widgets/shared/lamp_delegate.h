#pragma once

#include <QStyledItemDelegate>

namespace twinhelm::desk
{

/// Paints a cell of InstanceStatusModel: lamp, word, and the details in a second line.
class LampDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace twinhelm::desk
