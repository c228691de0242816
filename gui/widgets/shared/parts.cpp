#include "gui/widgets/shared/parts.h"

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>
#include <QVariant>

#include "gui/widgets/theme/metrics.h"

namespace twinhelm::desk::parts
{

namespace
{

QLabel *label(const QString &text, const char *role, bool wraps)
{
    auto *made = new QLabel(text);
    made->setProperty("role", QLatin1String(role));
    made->setWordWrap(wraps);
    made->setTextFormat(Qt::PlainText);
    return made;
}

} // namespace

QLabel *title(const QString &text)
{
    return label(text, "title", false);
}

QLabel *section(const QString &text)
{
    return label(text, "section", false);
}

QLabel *body(const QString &text)
{
    return label(text, "body", true);
}

QLabel *secondary(const QString &text)
{
    return label(text, "secondary", true);
}

QFrame *rule()
{
    auto *made = new QFrame;
    made->setProperty("role", QLatin1String("rule"));
    made->setFixedHeight(1);
    return made;
}

QFrame *card()
{
    auto *made = new QFrame;
    made->setProperty("role", QLatin1String("card"));
    column(made, metrics::gap, metrics::unit);
    return made;
}

QPushButton *button(const QString &text, const QString &iconName, const char *objectName)
{
    auto *made = new QPushButton(text);
    if (!iconName.isEmpty())
        made->setIcon(icon(iconName));
    made->setIconSize({metrics::icon + metrics::half, metrics::icon});
    made->setObjectName(QLatin1String(objectName));
    made->setAutoDefault(false);
    made->setCursor(Qt::PointingHandCursor);
    return made;
}

QPushButton *primaryButton(const QString &text, const QString &iconName, const char *objectName)
{
    auto *made = button(text, QString(), objectName);
    made->setProperty("kind", QLatin1String("primary"));
    if (!iconName.isEmpty())
        made->setIcon(icon(iconName, IconTint::OnAccent));
    return made;
}

QToolButton *iconButton(const QString &iconName, const QString &tip, const char *objectName)
{
    auto *made = new QToolButton;
    made->setIcon(icon(iconName));
    made->setIconSize({metrics::icon, metrics::icon});
    made->setToolTip(tip);
    made->setAccessibleName(tip);
    made->setObjectName(QLatin1String(objectName));
    made->setFocusPolicy(Qt::TabFocus);
    return made;
}

QVBoxLayout *column(QWidget *owner, int margin, int spacing)
{
    auto *made = new QVBoxLayout(owner);
    made->setContentsMargins(margin, margin, margin, margin);
    made->setSpacing(spacing);
    return made;
}

void setStyleProperty(QWidget *widget, const char *name, const QVariant &value)
{
    if (widget->property(name) == value)
        return;
    widget->setProperty(name, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

} // namespace twinhelm::desk::parts
