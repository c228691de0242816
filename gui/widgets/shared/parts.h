#pragma once

#include <QString>

#include "gui/widgets/theme/icons.h"

class QFrame;
class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;
class QWidget;

/// The few pieces every page is made of, so that they look alike everywhere.
namespace twinhelm::desk::parts
{

[[nodiscard]] QLabel *title(const QString &text);
[[nodiscard]] QLabel *section(const QString &text);
[[nodiscard]] QLabel *body(const QString &text);      ///< wraps
[[nodiscard]] QLabel *secondary(const QString &text); ///< wraps, quieter
[[nodiscard]] QFrame *rule();                         ///< a hairline

/// A white card with a vertical layout and the usual inner margins; the layout is `card->layout()`.
[[nodiscard]] QFrame *card();

[[nodiscard]] QPushButton *button(const QString &text, const QString &iconName, const char *objectName);
/// The one button of a page that carries it forward.
[[nodiscard]] QPushButton *primaryButton(const QString &text, const QString &iconName, const char *objectName);
/// An icon with a tool tip that is also its accessible name.
[[nodiscard]] QToolButton *iconButton(const QString &iconName, const QString &tip, const char *objectName);

QVBoxLayout *column(QWidget *owner, int margin, int spacing);

/// Sets a dynamic property the style sheet looks at, and has the widget drawn anew.
void setStyleProperty(QWidget *widget, const char *name, const QVariant &value);

} // namespace twinhelm::desk::parts
