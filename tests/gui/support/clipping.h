#pragma once

#include <QAbstractButton>
#include <QLabel>
#include <QStringList>
#include <QToolButton>
#include <QWidget>

namespace twinhelm::desk::testing
{

/// The widgets below `root` whose text does not fit: shown, but smaller than the text needs.
inline QStringList clippedTexts(const QWidget &root)
{
    QStringList clipped;
    const auto note = [&clipped](const QWidget *widget, const QString &text, const QString &why) {
        clipped.append(QStringLiteral("%1 '%2' (%3): %4")
                           .arg(QLatin1String(widget->metaObject()->className()), text, widget->objectName(), why));
    };
    for (const QLabel *label : root.findChildren<QLabel *>()) {
        if (!label->isVisible() || label->text().isEmpty())
            continue;
        if (label->wordWrap() && label->heightForWidth(label->width()) > label->height())
            note(label, label->text(),
                 QStringLiteral("needs %1 px height, has %2")
                     .arg(label->heightForWidth(label->width()))
                     .arg(label->height()));
        if (!label->wordWrap() && label->sizeHint().width() > label->width())
            note(label, label->text(),
                 QStringLiteral("needs %1 px, has %2").arg(label->sizeHint().width()).arg(label->width()));
    }
    for (const QAbstractButton *button : root.findChildren<QAbstractButton *>()) {
        const auto *tool = qobject_cast<const QToolButton *>(button);
        if (tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly)
            continue;
        if (button->isVisible() && !button->text().isEmpty() && button->sizeHint().width() > button->width())
            note(button, button->text(),
                 QStringLiteral("needs %1 px, has %2").arg(button->sizeHint().width()).arg(button->width()));
    }
    return clipped;
}

} // namespace twinhelm::desk::testing
