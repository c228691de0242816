#pragma once

#include <QList>
#include <QObject>

#include "gui/widgets/theme/theme.h"

class QAction;
class QActionGroup;
class QMainWindow;
class QMenu;
class QUndoGroup;

namespace twinhelm::desk
{

/// Every action of the window, with text, icon and shortcut, and the menus that hold them.
class ActionSet : public QObject
{
    Q_OBJECT

public:
    explicit ActionSet(QMainWindow *window);

    QAction *newSite;
    QAction *openSite;
    QAction *closeSite;
    QAction *importPair;
    QAction *exportNode;
    QAction *save;
    QAction *quit;
    QAction *undo;
    QAction *redo;
    QAction *showLive;
    QAction *showEdit;
    QAction *showDeploy;
    QAction *showForm;
    QAction *showText;
    QAction *showBoth;
    QAction *showProblems;
    QAction *addNode;
    QAction *editNode;
    QAction *review;
    QAction *deploy;
    QAction *about;

    QMenu *recent; ///< filled by the window
    QUndoGroup *undoGroup;

    [[nodiscard]] QList<QAction *> all() const { return all_; }
    void showTheme(ThemeChoice choice);
    /// Which actions make sense now.
    void setContext(bool siteOpen, bool clusterOpen);

signals:
    void themeWanted(twinhelm::desk::ThemeChoice choice);

private:
    QAction *add(const char *name, const QString &text, const char *iconName, const QKeySequence &shortcut = {});
    void makeActions();
    void makeThemeActions();
    void makeMenus();

    QMainWindow *window_;
    QActionGroup *themes_;
    QList<QAction *> all_;
};

} // namespace twinhelm::desk
