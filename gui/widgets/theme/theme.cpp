#include "gui/widgets/theme/theme.h"

#include <utility>

#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QFont>
#include <QScopedValueRollback>
#include <QStyleFactory>

#include "gui/widgets/theme/colours.h"

/// The linker drops a static library's resources unless somebody asks for them; the macro works outside namespaces.
static void initDeskResources()
{
    Q_INIT_RESOURCE(desk);
}

namespace twinhelm::desk
{

namespace
{

constexpr double leastPointSize = 10.0;

void dressFont(QApplication &app)
{
    QFont font = app.font();
    if (font.pointSizeF() < leastPointSize)
        font.setPointSizeF(leastPointSize);
    app.setFont(font);
}

} // namespace

ThemeChoice themeNamed(const QString &name)
{
    if (name == QLatin1String("light"))
        return ThemeChoice::Light;
    return name == QLatin1String("dark") ? ThemeChoice::Dark : ThemeChoice::System;
}

Theme::Theme(QApplication &app) : QObject(&app), app_(app)
{
    initDeskResources();
    // Fusion draws the same on every desktop and takes every palette role; the platform styles do not.
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    dressFont(app);
    app.installEventFilter(this);
}

const Colours &Theme::wanted() const
{
    if (choice_ == ThemeChoice::Light)
        return lightColours();
    if (choice_ == ThemeChoice::Dark)
        return darkColours();
    // An unset palette is the desktop's own.
    QApplication::setPalette(QPalette());
    return coloursFor(QApplication::palette());
}

void Theme::apply(ThemeChoice choice)
{
    const QScopedValueRollback guard(applying_, true);
    choice_ = choice;
    const Colours &set = wanted();
    QApplication::setPalette(paletteOf(set));
    app_.setStyleSheet(styleSheetOf(set));
    emit changed();
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    if (!applying_ && event->type() == QEvent::ThemeChange && choice_ == ThemeChoice::System)
        apply(ThemeChoice::System);
    return QObject::eventFilter(watched, event);
}

QString styleSheetOf(const Colours &c)
{
    QFile file(QStringLiteral(":/themes/desk.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    const std::pair<const char *, QColor> tokens[] = {
        {"@window@", c.window},
        {"@surface@", c.surface},
        {"@hover@", c.hover},
        {"@selection@", c.selection},
        {"@line@", c.line},
        {"@fieldBorder@", c.fieldBorder},
        {"@text@", c.text},
        {"@secondary@", c.secondary},
        {"@disabled@", c.disabled},
        {"@accent@", c.accent},
        {"@accentHover@", c.accentHover},
        {"@onAccent@", c.onAccent},
        {"@fault@", c.fault},
        {"@pending@", c.pending},
        {"@master@", c.master},
        {"@problemGround@", c.problemGround},
        {"@noticeGround@", c.noticeGround},
    };
    for (const auto &[token, colour] : tokens)
        sheet.replace(QLatin1String(token), colour.name());
    sheet.replace(QLatin1String("@mode@"), c.dark ? QLatin1String("dark") : QLatin1String("light"));
    return sheet;
}

} // namespace twinhelm::desk
