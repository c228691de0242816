#include "gui/widgets/shared/lamp_delegate.h"

#include <QApplication>
#include <QPainter>

#include "gui/core/models/instance_status_model.h"
#include "gui/widgets/shared/lamp_paint.h"
#include "gui/widgets/theme/colours.h"
#include "gui/widgets/theme/metrics.h"

namespace twinhelm::desk
{

namespace
{

constexpr int lampColumn = metrics::gap + metrics::lamp + metrics::unit;

QFont boldOf(QFont font)
{
    font.setBold(true);
    return font;
}

} // namespace

void LampDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    ground.text.clear();
    QApplication::style()->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);

    const auto lamp = static_cast<Lamp>(index.data(InstanceStatusModel::LampRole).toInt());
    const QString detail = index.data(InstanceStatusModel::DetailRole).toString();
    const QRect box = option.rect.adjusted(0, metrics::unit, -metrics::unit, -metrics::unit);
    const int lineHeight = option.fontMetrics.height();
    const int top = detail.isEmpty() ? box.center().y() - lineHeight / 2 : box.top();
    paintLamp(*painter,
              QRectF(box.left() + metrics::gap, top + (lineHeight - metrics::lamp) / 2.0, metrics::lamp, metrics::lamp),
              lamp);
    painter->save();
    painter->setFont(boldOf(option.font));
    painter->setPen(lampColour(lamp));
    QRect line(box.left() + lampColumn, top, box.width() - lampColumn, lineHeight);
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, index.data(Qt::DisplayRole).toString());
    painter->setFont(option.font);
    painter->setPen(colours().secondary);
    line.translate(0, lineHeight + metrics::half);
    line.setBottom(box.bottom() + metrics::half);
    painter->drawText(line, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, detail);
    painter->restore();
}

QSize LampDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QString detail = index.data(InstanceStatusModel::DetailRole).toString();
    const int word = QFontMetrics(boldOf(option.font)).horizontalAdvance(index.data(Qt::DisplayRole).toString());
    // A cell that has a width already wraps its details into it.
    const int room = option.rect.width() - lampColumn - metrics::unit;
    const QRect wrapped =
        option.fontMetrics.boundingRect(QRect(0, 0, room > word ? room : 1000, 1000), Qt::TextWordWrap, detail);
    return {lampColumn + qMax(word, wrapped.width()) + metrics::gap,
            option.fontMetrics.height() + metrics::half + qMax(wrapped.height(), option.fontMetrics.height()) +
                2 * metrics::unit};
}

} // namespace twinhelm::desk
