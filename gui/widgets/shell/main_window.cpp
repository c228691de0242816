#include "gui/widgets/shell/main_window.h"

#include <QAction>
#include <QCloseEvent>
#include <QDateTime>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QUndoGroup>
#include <QVBoxLayout>

#include "gui/widgets/dialogs/about_dialog.h"
#include "gui/widgets/dialogs/dialog_prompter.h"
#include "gui/widgets/object_names.h"
#include "gui/widgets/pages/edit_page.h"
#include "gui/widgets/pages/live_page.h"
#include "gui/widgets/pages/site_page.h"
#include "gui/widgets/pages/welcome_page.h"
#include "gui/widgets/shared/notice_bar.h"
#include "gui/widgets/shared/parts.h"
#include "gui/widgets/shell/action_set.h"
#include "gui/widgets/shell/connection_summary.h"
#include "gui/widgets/shell/sidebar.h"
#include "gui/widgets/shell/site_desk.h"
#include "gui/widgets/theme/metrics.h"
#include "gui/widgets/theme/theme.h"

namespace twinhelm::desk
{

MainWindow::MainWindow(const AppContext &context, Theme *theme)
    : context_(context), dialogs_(std::make_unique<DialogPrompter>(this)), theme_(theme), actions_(new ActionSet(this)),
      desk_(new SiteDesk(context, context.prompter ? context.prompter : dialogs_.get(), this)), sidebar_(new Sidebar),
      outer_(new QStackedWidget), pages_(new QStackedWidget), welcome_(new WelcomePage), site_(new SitePage),
      cluster_(new ClusterPage), notices_(new NoticeBar), connections_(new QLabel)
{
    build();
    connectActions();
    connectPages();
    showWorkspace();
}

MainWindow::~MainWindow()
{
    // The parts live a little longer than this half of the window; they must not call it any more.
    for (QObject *part : findChildren<QObject *>())
        part->disconnect(this);
}

void MainWindow::build()
{
    setWindowIcon(QIcon(QStringLiteral(":/icons/twinhelm.svg")));
    setMinimumSize(960, 640);
    resize(1280, 800);
    pages_->setObjectName(QLatin1String(names::pageStack));
    pages_->addWidget(site_);
    pages_->addWidget(cluster_);

    auto *right = new QWidget;
    auto *rightColumn = parts::column(right, 0, 0);
    rightColumn->addWidget(pages_, 1);
    auto *split = new QSplitter;
    split->addWidget(sidebar_);
    split->addWidget(right);
    split->setStretchFactor(1, 1);
    split->setChildrenCollapsible(false);
    split->setSizes({240, 1040});
    outer_->addWidget(welcome_);
    outer_->addWidget(split);

    auto *central = new QWidget;
    auto *column = parts::column(central, 0, 0);
    column->addWidget(notices_);
    column->addWidget(outer_, 1);
    setCentralWidget(central);
    connections_->setObjectName(QLatin1String(names::connectionSummary));
    connections_->setContentsMargins(metrics::unit, metrics::half, metrics::unit, metrics::half);
    statusBar()->addWidget(connections_, 1);
    statusBar()->setSizeGripEnabled(false);
}

void MainWindow::connectActions()
{
    const auto on = [this](QAction *action, auto what) { connect(action, &QAction::triggered, this, what); };
    on(actions_->newSite, [this] { desk_->makeNew(); });
    on(actions_->openSite, [this] { desk_->chooseAndOpen(); });
    on(actions_->closeSite, [this] { desk_->close(); });
    on(actions_->importPair, [this] { desk_->importPair(); });
    on(actions_->exportNode, [this] { desk_->exportNode(cluster_->cluster()); });
    on(actions_->save, [this] { saveCurrent(); });
    on(actions_->quit, [this] { close(); });
    on(actions_->showLive, [this] { showTab(ClusterPage::Tab::Live); });
    on(actions_->showEdit, [this] { showTab(ClusterPage::Tab::Edit); });
    on(actions_->showDeploy, [this] { showTab(ClusterPage::Tab::Deploy); });
    const auto showView = [this](EditPage::View view) {
        showTab(ClusterPage::Tab::Edit);
        cluster_->edit()->setView(view);
    };
    on(actions_->showBoth, [showView] { showView(EditPage::View::Both); });
    on(actions_->showForm, [showView] { showView(EditPage::View::Form); });
    on(actions_->showText, [showView] { showView(EditPage::View::Text); });
    on(actions_->showProblems, [this] {
        showTab(ClusterPage::Tab::Edit);
        cluster_->edit()->focusProblems();
    });
    on(actions_->about, [this] { AboutDialog(this).exec(); });
    on(actions_->addNode, [this] { desk_->openNode({}); });
    on(actions_->editNode, [this] { openChosenNode(); });
    on(actions_->review, [this] { cluster_->review(); });
    on(actions_->deploy, [this] { cluster_->deploy(); });
    connect(actions_, &ActionSet::themeWanted, this, [this](ThemeChoice choice) {
        if (theme_)
            theme_->apply(choice);
        actions_->showTheme(choice);
    });
    actions_->showTheme(theme_ ? theme_->choice() : ThemeChoice::System);
    connect(actions_->recent, &QMenu::aboutToShow, this, &MainWindow::fillRecent);
}

void MainWindow::connectPages()
{
    connect(welcome_, &WelcomePage::openWanted, desk_, &SiteDesk::chooseAndOpen);
    connect(welcome_, &WelcomePage::newWanted, desk_, &SiteDesk::makeNew);
    connect(welcome_, &WelcomePage::importWanted, desk_, &SiteDesk::importPair);
    connect(welcome_, &WelcomePage::folderWanted, this, &MainWindow::openSite);
    connect(site_, &SitePage::clusterWanted, this, &MainWindow::showCluster);
    connect(site_, &SitePage::importWanted, desk_, &SiteDesk::importPair);
    connect(sidebar_, &Sidebar::importWanted, desk_, &SiteDesk::importPair);
    connect(sidebar_, &Sidebar::addNodeWanted, this, [this] { desk_->openNode({}); });
    connect(sidebar_, &Sidebar::siteChosen, this, &MainWindow::showSite);
    connect(sidebar_, &Sidebar::clusterChosen, this, &MainWindow::showCluster);
    connect(sidebar_, &Sidebar::nodeChosen, this, [this](const QString &cluster) { showCluster(cluster); });
    connect(sidebar_, &Sidebar::instanceChosen, this, [this](const QString &cluster, const QString &instance) {
        showCluster(cluster);
        cluster_->showInstance(instance);
    });
    connect(sidebar_, &Sidebar::nodeOpened, desk_, &SiteDesk::openNode);
    connect(cluster_, &ClusterPage::enrolWanted, this, &MainWindow::openChosenNode);
    connect(cluster_, &ClusterPage::undeployedChanged, this, &MainWindow::showUndeployed);
    connect(desk_, &SiteDesk::workspaceChanged, this, &MainWindow::showWorkspace);
    connect(desk_, &SiteDesk::clusterMade, this, [this](const QString &cluster) {
        showCluster(cluster);
        showTab(ClusterPage::Tab::Edit);
    });
    const auto problem = [this](const Error &error) { notices_->tell(error); };
    const auto done = [this](const QString &text) { notices_->tell(NoticeBar::Kind::Done, text); };
    connect(desk_, &SiteDesk::problem, this, problem);
    connect(desk_, &SiteDesk::done, this, done);
    connect(cluster_, &ClusterPage::problem, this, problem);
    connect(cluster_, &ClusterPage::done, this, done);
}

bool MainWindow::openSite(const QString &folder)
{
    return desk_->open(folder);
}

void MainWindow::showWorkspace()
{
    Workspace *workspace = desk_->workspace();
    notices_->hide();
    if (!workspace)
        cluster_->setCluster(nullptr, {}, {});
    sidebar_->setWorkspace(workspace);
    outer_->setCurrentIndex(workspace ? 1 : 0);
    welcome_->showRecent(desk_->recent());
    if (workspace) {
        connect(workspace, &Workspace::structureChanged, this, &MainWindow::syncDocuments);
        connect(workspace, &Workspace::documentChangedOnDisk, this, &MainWindow::tellChangedOnDisk);
        connect(workspace, &Workspace::draftRestored, this, &MainWindow::tellRestored);
        syncDocuments();
        // A site of one pair opens on it: nobody needs a page to choose from one.
        const auto clusters = workspace->site()->clusters();
        if (clusters.size() == 1)
            showCluster(clusters.first().name);
        else
            showSite();
    }
    actions_->setContext(workspace != nullptr, !cluster_->cluster().isEmpty());
    showTitle();
    showConnections();
}

void MainWindow::showSite()
{
    Workspace *workspace = desk_->workspace();
    site_->setSite(workspace->site()->name(), workspace->liveClusters());
    pages_->setCurrentWidget(site_);
    cluster_->setCluster(workspace, {}, {});
    sidebar_->selectCluster({});
    actions_->setContext(true, false);
    showTitle();
}

void MainWindow::showCluster(const QString &name)
{
    Workspace *workspace = desk_->workspace();
    if (!workspace || !workspace->site()->cluster(name))
        return;
    if (cluster_->cluster() != name) {
        cluster_->setCluster(workspace, name, [this](const QString &node) { return desk_->shellOf(node); });
        if (Document *document = workspace->document(name))
            actions_->undoGroup->setActiveStack(document->undoStack());
        else
            notices_->tell(NoticeBar::Kind::Problem, workspace->openError(name));
    }
    pages_->setCurrentWidget(cluster_);
    sidebar_->selectCluster(name);
    actions_->setContext(true, true);
    showTitle();
}

void MainWindow::showTab(ClusterPage::Tab tab)
{
    cluster_->showTab(tab);
}

void MainWindow::syncDocuments()
{
    Workspace *workspace = desk_->workspace();
    for (const SiteCluster &cluster : workspace->site()->clusters()) {
        if (Document *document = workspace->document(cluster.name)) {
            actions_->undoGroup->addStack(document->undoStack());
            connect(document, &Document::dirtyChanged, this, &MainWindow::showTitle, Qt::UniqueConnection);
        }
        if (LiveCluster *live = workspace->live(cluster.name))
            connect(live, &LiveCluster::changed, this, &MainWindow::showConnections, Qt::UniqueConnection);
    }
    if (!cluster_->cluster().isEmpty() && !workspace->site()->cluster(cluster_->cluster()))
        showSite();
    if (pages_->currentWidget() == site_)
        site_->setSite(workspace->site()->name(), workspace->liveClusters());
}

void MainWindow::showTitle()
{
    Workspace *workspace = desk_->workspace();
    setWindowModified(workspace && workspace->hasUnsavedChanges());
    QStringList parts;
    if (workspace) {
        if (!cluster_->cluster().isEmpty())
            parts.append(cluster_->cluster() + QStringLiteral("[*]"));
        parts.append(workspace->site()->name() + (parts.isEmpty() ? QStringLiteral("[*]") : QString()));
        for (const SiteCluster &cluster : workspace->site()->clusters()) {
            Document *document = workspace->document(cluster.name);
            sidebar_->setBadge(cluster.name, badgeOf(cluster.name, document));
        }
    }
    parts.append(tr("Twinhelm"));
    setWindowTitle(parts.join(QStringLiteral(" – ")));
}

void MainWindow::tellChangedOnDisk(const QString &cluster, bool dirty)
{
    notices_->tell(NoticeBar::Kind::Notice,
                   dirty
                       ? tr("Somebody else changed the file of %1. Your unsaved changes are kept here; saving replaces "
                            "the other version.")
                             .arg(cluster)
                       : tr("Somebody else changed the file of %1; it was read again.").arg(cluster));
}

void MainWindow::tellRestored(const QString &cluster, WallMillis made, bool baseChanged)
{
    const QString when = QLocale().toString(QDateTime::fromMSecsSinceEpoch(made), QLocale::ShortFormat);
    const QString what = tr("Unsaved changes of %1 from %2 are back: the desk ended before they were saved. Undo takes "
                            "them away again.")
                             .arg(cluster, when);
    notices_->tell(NoticeBar::Kind::Notice,
                   baseChanged
                       ? what + QLatin1Char('\n') + tr("The file was changed since; compare the two before you save.")
                       : what);
}

QString MainWindow::badgeOf(const QString &cluster, const Document *document) const
{
    if (document && document->isDirty())
        return tr("not saved");
    return undeployed_.value(cluster) ? tr("not deployed") : QString();
}

void MainWindow::showUndeployed(const QString &cluster, const QStringList &nodes)
{
    undeployed_[cluster] = !nodes.isEmpty();
    showTitle();
}

void MainWindow::openChosenNode()
{
    // Without a chosen node the first one that is not connected is the one in need.
    QString node = sidebar_->selectedNode();
    Workspace *workspace = desk_->workspace();
    LiveCluster *live = workspace ? workspace->live(cluster_->cluster()) : nullptr;
    for (const NodeHeader &header : live ? live->nodeHeaders() : QList<NodeHeader>()) {
        if (node.isEmpty() && header.status != NodeStatus::Connected)
            node = header.name;
    }
    if (node.isEmpty() && live && !live->nodes().isEmpty())
        node = live->nodes().first();
    desk_->openNode(node);
}

void MainWindow::showConnections()
{
    Workspace *workspace = desk_->workspace();
    connections_->setText(workspace ? connectionSummary(workspace->liveClusters()) : tr("No site is open"));
}

void MainWindow::fillRecent()
{
    actions_->recent->clear();
    const QStringList folders = desk_->recent();
    for (const QString &folder : folders)
        connect(actions_->recent->addAction(folder), &QAction::triggered, this, [this, folder] { openSite(folder); });
    if (folders.isEmpty())
        actions_->recent->addAction(tr("No site was opened yet"))->setEnabled(false);
}

void MainWindow::saveCurrent()
{
    if (desk_->save(cluster_->cluster()))
        statusBar()->showMessage(tr("Saved %1").arg(cluster_->cluster()), 3000);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    desk_->close() ? event->accept() : event->ignore();
}

} // namespace twinhelm::desk
