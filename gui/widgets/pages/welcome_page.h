#pragma once

#include <QStringList>
#include <QWidget>

class QVBoxLayout;

namespace twinhelm::desk
{

/// What a newcomer sees first: what this is, three ways in, and the sites opened last.
class WelcomePage : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomePage(QWidget *parent = nullptr);

    void showRecent(const QStringList &folders);

signals:
    void openWanted();
    void newWanted();
    void importWanted();
    void folderWanted(const QString &folder);

private:
    QWidget *makeChoices();

    QWidget *recent_;
    QVBoxLayout *recentColumn_;
};

} // namespace twinhelm::desk
