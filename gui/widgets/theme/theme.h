#pragma once

#include <QObject>
#include <QString>

class QApplication;

namespace twinhelm::desk
{

struct Colours;

enum class ThemeChoice { System, Light, Dark };

[[nodiscard]] ThemeChoice themeNamed(const QString &name); ///< light, dark; anything else: System

/// Dresses the application: style, palette, font and the small style sheet. One per process, GUI thread.
/// ThemeChoice::System takes the desktop's palette and follows it while the program runs.
class Theme : public QObject
{
    Q_OBJECT

public:
    explicit Theme(QApplication &app);

    void apply(ThemeChoice choice);
    [[nodiscard]] ThemeChoice choice() const { return choice_; }

signals:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] const Colours &wanted() const;

    QApplication &app_;
    ThemeChoice choice_ = ThemeChoice::System;
    bool applying_ = false;
};

/// The style sheet with the colours filled in; `@name@` stands for a member of Colours.
[[nodiscard]] QString styleSheetOf(const Colours &colours);

} // namespace twinhelm::desk
