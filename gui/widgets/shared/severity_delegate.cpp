#include "gui/widgets/shared/severity_delegate.h"

#include "common/diagnostics/diagnostic.h"
#include "gui/widgets/theme/colours.h"
#include "gui/widgets/theme/icons.h"
#include "gui/widgets/theme/metrics.h"

namespace twinhelm::desk
{

namespace
{

struct Look {
    const char *icon;
    IconTint tint;
    QColor colour;
};

Look lookOf(const QVariant &severity)
{
    const Colours &c = colours();
    const bool word = severity.typeId() == QMetaType::QString;
    const QString text = severity.toString();
    if (word ? text == QLatin1String("error") : severity.toInt() == static_cast<int>(Severity::Error))
        return {"error", IconTint::Error, c.fault};
    if (word ? text == QLatin1String("warning") : severity.toInt() == static_cast<int>(Severity::Warning))
        return {"warning", IconTint::Warning, c.pending};
    return {word ? "info" : "hint", IconTint::Secondary, c.text};
}

} // namespace

SeverityDelegate::SeverityDelegate(int severityRole, QObject *parent) : QStyledItemDelegate(parent), role_(severityRole)
{
}

void SeverityDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const Look look = lookOf(index.data(role_));
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->icon = icon(QLatin1String(look.icon), look.tint);
    option->decorationSize = {metrics::icon, metrics::icon};
    option->palette.setColor(QPalette::Text, look.colour);
    option->palette.setColor(QPalette::HighlightedText, look.colour);
}

} // namespace twinhelm::desk
