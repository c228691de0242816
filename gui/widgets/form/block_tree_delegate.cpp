#include "gui/widgets/form/block_tree_delegate.h"

#include <QApplication>
#include <QPainter>

#include "common/diagnostics/diagnostic.h"
#include "gui/core/models/block_tree_model.h"
#include "gui/widgets/theme/colours.h"
#include "gui/widgets/theme/icons.h"
#include "gui/widgets/theme/metrics.h"

namespace twinhelm::desk
{

namespace
{

/// A hint needs no mark in a list.
void paintMark(QPainter &painter, const QRect &box, Severity severity)
{
    if (severity == Severity::Hint)
        return;
    const bool error = severity == Severity::Error;
    icon(error ? QStringLiteral("error") : QStringLiteral("warning"), error ? IconTint::Error : IconTint::Warning)
        .paint(&painter, box);
}

} // namespace

void BlockTreeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    ground.text.clear();
    QApplication::style()->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);

    painter->save();
    const bool heading = index.data(BlockTreeModel::HeadingRole).toBool();
    QRect text = option.rect.adjusted(metrics::half, 0, -metrics::unit, 0);
    if (const QVariant severity = index.data(BlockTreeModel::SeverityRole); severity.isValid()) {
        const QRect place(text.right() - metrics::icon, text.center().y() - metrics::icon / 2, metrics::icon,
                          metrics::icon);
        paintMark(*painter, place, static_cast<Severity>(severity.toInt()));
        text.adjust(0, 0, -(metrics::icon + metrics::half), 0);
    }
    QFont font = option.font;
    font.setBold(heading);
    painter->setFont(font);
    painter->setPen(heading ? colours().secondary : colours().text);
    const QFontMetrics wide(font);
    const QString title = wide.elidedText(index.data().toString(), Qt::ElideRight, text.width());
    painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter, title);
    const QString note = index.data(BlockTreeModel::NoteRole).toString();
    text.adjust(wide.horizontalAdvance(title) + metrics::unit, 0, 0, 0);
    if (!note.isEmpty() && text.width() > metrics::margin) {
        painter->setPen(colours().secondary);
        painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter, wide.elidedText(note, Qt::ElideRight, text.width()));
    }
    painter->restore();
}

QSize BlockTreeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const
{
    return {option.rect.width(), metrics::rowHeight - metrics::unit};
}

} // namespace twinhelm::desk
