#include "gui/widgets/shell/action_set.h"

#include <QAction>
#include <QActionGroup>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QUndoGroup>

#include "gui/widgets/theme/icons.h"

namespace twinhelm::desk
{

ActionSet::ActionSet(QMainWindow *window)
    : QObject(window), undoGroup(new QUndoGroup(this)), window_(window), themes_(new QActionGroup(this))
{
    makeActions();
    makeThemeActions();
    makeMenus();
}

QAction *ActionSet::add(const char *name, const QString &text, const char *iconName, const QKeySequence &shortcut)
{
    auto *made = new QAction(icon(QLatin1String(iconName)), text, this);
    made->setObjectName(QStringLiteral("action.") + QLatin1String(name));
    made->setShortcut(shortcut);
    window_->addAction(made);
    all_.append(made);
    return made;
}

void ActionSet::makeActions()
{
    newSite = add("newSite", tr("&New site…"), "new", QKeySequence::New);
    openSite = add("openSite", tr("&Open site…"), "open", QKeySequence::Open);
    closeSite = add("closeSite", tr("&Close site"), "close", QKeySequence::Close);
    importPair = add("importPair", tr("&Import pair…"), "import", QKeySequence(tr("Ctrl+I")));
    exportNode = add("exportNode", tr("&Export keepalived.conf…"), "export", QKeySequence(tr("Ctrl+Shift+E")));
    save = add("save", tr("&Save"), "save", QKeySequence::Save);
    quit = add("quit", tr("&Quit"), "quit", QKeySequence(tr("Ctrl+Q")));
    undo = undoGroup->createUndoAction(this, tr("&Undo"));
    redo = undoGroup->createRedoAction(this, tr("&Redo"));
    for (const auto &[action, name, iconName, key] :
         {std::tuple{undo, "undo", "undo", QKeySequence::Undo}, std::tuple{redo, "redo", "redo", QKeySequence::Redo}}) {
        action->setObjectName(QStringLiteral("action.") + QLatin1String(name));
        action->setIcon(icon(QLatin1String(iconName)));
        action->setShortcut(key);
        window_->addAction(action);
        all_.append(action);
    }
    showLive = add("showLive", tr("&Live"), "live", QKeySequence(tr("Ctrl+1")));
    showEdit = add("showEdit", tr("&Edit"), "edit", QKeySequence(tr("Ctrl+2")));
    showDeploy = add("showDeploy", tr("&Deploy"), "deploy", QKeySequence(tr("Ctrl+3")));
    showBoth = add("showBoth", tr("Form &and text"), "both", QKeySequence(tr("Ctrl+Shift+1")));
    showForm = add("showForm", tr("F&orm only"), "form", QKeySequence(tr("Ctrl+Shift+2")));
    showText = add("showText", tr("Te&xt only"), "text", QKeySequence(tr("Ctrl+Shift+3")));
    showProblems = add("showProblems", tr("Go to &problems"), "problems", QKeySequence(tr("F8")));
    addNode = add("addNode", tr("Add &node…"), "add", QKeySequence(tr("Ctrl+Shift+N")));
    editNode = add("editNode", tr("Node &settings and enrolment…"), "key", QKeySequence(tr("F4")));
    review = add("review", tr("&Review changes"), "search", QKeySequence(tr("Ctrl+R")));
    deploy = add("deploy", tr("&Deploy"), "deploy", QKeySequence(tr("Ctrl+Return")));
    about = add("about", tr("&About Twinhelm"), "info");
}

void ActionSet::makeThemeActions()
{
    const std::tuple<ThemeChoice, const char *, QString> choices[] = {
        {ThemeChoice::System, "themeSystem", tr("Like the &system")},
        {ThemeChoice::Light, "themeLight", tr("&Light")},
        {ThemeChoice::Dark, "themeDark", tr("&Dark")},
    };
    for (const auto &[choice, name, text] : choices) {
        QAction *action = add(name, text, "sun");
        action->setCheckable(true);
        action->setData(static_cast<int>(choice));
        themes_->addAction(action);
    }
    connect(themes_, &QActionGroup::triggered, this,
            [this](const QAction *action) { emit themeWanted(static_cast<ThemeChoice>(action->data().toInt())); });
}

void ActionSet::makeMenus()
{
    QMenu *file = window_->menuBar()->addMenu(tr("&File"));
    file->addActions({newSite, openSite});
    recent = file->addMenu(icon(QStringLiteral("clock")), tr("Open &recent"));
    file->addAction(closeSite);
    file->addSeparator();
    file->addActions({importPair, exportNode});
    file->addSeparator();
    file->addAction(save);
    file->addSeparator();
    file->addAction(quit);

    window_->menuBar()->addMenu(tr("&Edit"))->addActions({undo, redo});

    QMenu *view = window_->menuBar()->addMenu(tr("&View"));
    view->addActions({showLive, showEdit, showDeploy});
    view->addSeparator();
    view->addActions({showBoth, showForm, showText, showProblems});
    view->addSeparator();
    view->addMenu(icon(QStringLiteral("sun")), tr("&Theme"))->addActions(themes_->actions());

    QMenu *cluster = window_->menuBar()->addMenu(tr("&Cluster"));
    cluster->addActions({addNode, editNode});
    cluster->addSeparator();
    cluster->addActions({review, deploy});

    window_->menuBar()->addMenu(tr("&Help"))->addAction(about);
}

void ActionSet::showTheme(ThemeChoice choice)
{
    const auto actions = themes_->actions();
    for (QAction *action : actions)
        action->setChecked(action->data().toInt() == static_cast<int>(choice));
}

void ActionSet::setContext(bool siteOpen, bool clusterOpen)
{
    for (QAction *action : {closeSite, addNode, editNode})
        action->setEnabled(siteOpen);
    for (QAction *action :
         {exportNode, save, showLive, showEdit, showDeploy, showBoth, showForm, showText, showProblems, review, deploy})
        action->setEnabled(clusterOpen);
}

} // namespace twinhelm::desk
