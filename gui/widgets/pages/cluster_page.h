#pragma once

#include <map>
#include <memory>

#include <QPointer>
#include <QWidget>

#include "common/base/result.h"
#include "gui/core/deploy/deploy_runner.h"

class QTabWidget;

namespace twinhelm::desk
{

class ClusterHeader;
class ClusterPresenter;
class DeployPage;
class DeployPresenter;
struct DeployRecord;
class EditPage;
class LivePage;
class Workspace;

/// Header and tabs of one cluster: Live, Edit, Deploy.
class ClusterPage : public QWidget
{
    Q_OBJECT

public:
    enum class Tab { Live, Edit, Deploy };

    explicit ClusterPage(QWidget *parent = nullptr);
    ~ClusterPage() override;

    /// Not owned; an empty name shows none. `shellFor` gives the shell of a node, on the GUI thread.
    void setCluster(Workspace *workspace, const QString &name, const ShellFor &shellFor);
    [[nodiscard]] QString cluster() const { return cluster_; }
    void showTab(Tab tab);
    /// Saves, then deploys.
    void deploy();
    void review();
    void showInstance(const QString &name);
    [[nodiscard]] LivePage *live() const { return live_; }
    [[nodiscard]] EditPage *edit() const { return edit_; }

signals:
    void problem(const twinhelm::Error &error);
    void done(const QString &text);
    void enrolWanted();
    /// Nodes that run something else than the document; empty: none known.
    void undeployedChanged(const QString &cluster, const QStringList &nodes);

private:
    void handOver(const QString &node, const QString &instance);
    [[nodiscard]] DeployPresenter *presenterOf(const QString &cluster, const ShellFor &shellFor);
    void remember(DeployRecord record);
    void showUndeployed();
    void release(const QString &node, const QString &instance);

    QPointer<Workspace> workspace_;
    QString cluster_;
    std::unique_ptr<ClusterPresenter> presenter_;
    ClusterHeader *header_;
    QTabWidget *tabs_;
    LivePage *live_;
    EditPage *edit_;
    /// By cluster, so that a deploy goes on while another page is looked at.
    std::map<QString, std::unique_ptr<DeployPresenter>> deploys_;
    DeployPresenter *deployPresenter_ = nullptr; ///< of the cluster shown
    DeployPage *deploy_;
};

} // namespace twinhelm::desk
