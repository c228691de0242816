#pragma once

#include <QString>
#include <QWidget>

class QLabel;
class QPushButton;
class QHBoxLayout;

namespace twinhelm::desk
{

/// What stands where nothing is yet: a drawing, what this place is for, and the button that fills it.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    EmptyState(const QString &iconName, const QString &title, const QString &sentence, QWidget *parent = nullptr);

    QPushButton *addPrimary(const QString &text, const QString &iconName, const char *objectName);
    QPushButton *addButton(const QString &text, const QString &iconName, const char *objectName);
    void setText(const QString &title, const QString &sentence);

private:
    QLabel *title_;
    QLabel *sentence_;
    QHBoxLayout *buttons_;
};

} // namespace twinhelm::desk
