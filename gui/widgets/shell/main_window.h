#pragma once

#include <memory>

#include <QHash>
#include <QMainWindow>

#include "gui/widgets/pages/cluster_page.h"
#include "gui/widgets/shell/app_context.h"

class QLabel;
class QStackedWidget;

namespace twinhelm::desk
{

class ActionSet;
class NoticeBar;
class Sidebar;
class SiteDesk;
class SitePage;
class Theme;
class WelcomePage;

/// The window: menus, side bar, the page of what is selected, messages and the connection summary.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// `theme` outlives the window and may be nullptr (then the Theme menu does nothing).
    MainWindow(const AppContext &context, Theme *theme);
    ~MainWindow() override;

    bool openSite(const QString &folder);
    void showCluster(const QString &name);
    void showSite();
    void showTab(ClusterPage::Tab tab);
    [[nodiscard]] SiteDesk *desk() const { return desk_; }
    [[nodiscard]] ClusterPage *clusterPage() const { return cluster_; }
    [[nodiscard]] ActionSet *actionSet() const { return actions_; }
    [[nodiscard]] NoticeBar *notices() const { return notices_; }

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void build();
    void connectActions();
    void connectPages();
    void showWorkspace();
    void syncDocuments();
    void showTitle();
    void showConnections();
    void fillRecent();
    void saveCurrent();
    void openChosenNode();
    void tellChangedOnDisk(const QString &cluster, bool dirty);
    void tellRestored(const QString &cluster, WallMillis made, bool baseChanged);
    void showUndeployed(const QString &cluster, const QStringList &nodes);
    [[nodiscard]] QString badgeOf(const QString &cluster, const Document *document) const;

    AppContext context_;
    std::unique_ptr<Prompter> dialogs_;
    Theme *theme_;
    ActionSet *actions_;
    SiteDesk *desk_;
    Sidebar *sidebar_;
    QStackedWidget *outer_; ///< welcome, or side bar with pages
    QStackedWidget *pages_;
    WelcomePage *welcome_;
    SitePage *site_;
    ClusterPage *cluster_;
    NoticeBar *notices_;
    QLabel *connections_;
    QHash<QString, bool> undeployed_; ///< by cluster
};

} // namespace twinhelm::desk
