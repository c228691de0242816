#include "gui/widgets/shell/site_tree_delegate.h"

#include <QApplication>
#include <QPainter>

#include "gui/core/models/site_tree_model.h"
#include "gui/core/presenters/colour_role.h"
#include "gui/widgets/shared/lamp_paint.h"
#include "gui/widgets/theme/colours.h"
#include "gui/widgets/theme/icons.h"
#include "gui/widgets/theme/metrics.h"

namespace twinhelm::desk
{

namespace
{

QString iconOf(SiteTreeModel::Kind kind)
{
    switch (kind) {
    case SiteTreeModel::Kind::Site: return QStringLiteral("site");
    case SiteTreeModel::Kind::Cluster: return QStringLiteral("cluster");
    case SiteTreeModel::Kind::Node: return QStringLiteral("node");
    case SiteTreeModel::Kind::Instance: return QStringLiteral("instance");
    }
    return {};
}

/// A verdict that asks for attention is a dot at the right; "all well" needs none.
void paintVerdict(QPainter &painter, const QRect &box, Verdict verdict)
{
    if (verdict == Verdict::Ok || verdict == Verdict::Unknown)
        return;
    const auto tint = colourOf(verdict) == ColourRole::Danger ? IconTint::Error : IconTint::Warning;
    icon(tint == IconTint::Error ? QStringLiteral("error") : QStringLiteral("warning"), tint).paint(&painter, box);
}

} // namespace

void SiteTreeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    ground.text.clear();
    QApplication::style()->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);

    const auto kind = static_cast<SiteTreeModel::Kind>(index.data(SiteTreeModel::KindRole).toInt());
    const QRect box = option.rect.adjusted(metrics::half, 0, -metrics::unit, 0);
    const QRect mark(box.left(), box.center().y() - metrics::icon / 2, metrics::icon, metrics::icon);
    const QVariant lamp = index.data(SiteTreeModel::LampRole);
    if (kind == SiteTreeModel::Kind::Node && lamp.isValid())
        paintLamp(*painter, QRectF(mark).adjusted(1, 1, -1, -1), static_cast<Lamp>(lamp.toInt()));
    else
        icon(iconOf(kind), IconTint::Secondary).paint(painter, mark);

    painter->save();
    QRect text = box.adjusted(metrics::icon + metrics::unit, 0, 0, 0);
    const QVariant verdict = index.data(SiteTreeModel::VerdictRole);
    if (verdict.isValid()) {
        const QRect place(text.right() - metrics::icon, mark.top(), metrics::icon, metrics::icon);
        paintVerdict(*painter, place, static_cast<Verdict>(verdict.toInt()));
        text.adjust(0, 0, -(metrics::icon + metrics::unit), 0);
    }
    const QString badge = index.data(SiteTreeModel::BadgeRole).toString();
    if (!badge.isEmpty()) {
        painter->setPen(colours().secondary);
        painter->drawText(text, Qt::AlignRight | Qt::AlignVCenter, badge);
        text.adjust(0, 0, -(option.fontMetrics.horizontalAdvance(badge) + metrics::unit), 0);
    }
    QFont font = option.font;
    font.setBold(kind == SiteTreeModel::Kind::Site || kind == SiteTreeModel::Kind::Cluster);
    painter->setFont(font);
    painter->setPen(colours().text);
    painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, text.width()));
    painter->restore();
}

QSize SiteTreeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.rect.width(), metrics::rowHeight};
}

} // namespace twinhelm::desk
