#include "gui/widgets/pages/cluster_page.h"

#include <QDateTime>
#include <QTabWidget>
#include <QVBoxLayout>

#include "gui/core/history/history.h"
#include "gui/core/presenters/cluster_presenter.h"
#include "gui/core/presenters/deploy_presenter.h"
#include "gui/core/workspace/workspace.h"
#include "gui/widgets/object_names.h"
#include "gui/widgets/pages/cluster_header.h"
#include "gui/widgets/pages/deploy_page.h"
#include "gui/widgets/pages/edit_page.h"
#include "gui/widgets/pages/live_page.h"
#include "gui/widgets/shared/parts.h"
#include "gui/widgets/theme/metrics.h"

namespace twinhelm::desk
{

ClusterPage::ClusterPage(QWidget *parent)
    : QWidget(parent), header_(new ClusterHeader), tabs_(new QTabWidget), live_(new LivePage), edit_(new EditPage),
      deploy_(new DeployPage)
{
    live_->setObjectName(QLatin1String(names::liveTab));
    edit_->setObjectName(QLatin1String(names::editTab));
    deploy_->setObjectName(QLatin1String(names::deployTab));
    tabs_->setObjectName(QLatin1String(names::clusterTabs));
    tabs_->setDocumentMode(true);
    tabs_->setIconSize({metrics::icon, metrics::icon});
    tabs_->addTab(live_, icon(QStringLiteral("live")), tr("&Live"));
    tabs_->addTab(edit_, icon(QStringLiteral("edit")), tr("&Edit"));
    tabs_->addTab(deploy_, icon(QStringLiteral("deploy")), tr("&Deploy"));
    auto *column = parts::column(this, 0, 0);
    column->addWidget(header_);
    column->addWidget(tabs_, 1);
    connect(live_, &LivePage::handoverWanted, this, &ClusterPage::handOver);
    connect(live_, &LivePage::enrolWanted, this, &ClusterPage::enrolWanted);
    connect(edit_, &EditPage::problem, this, &ClusterPage::problem);
    connect(deploy_, &DeployPage::deployWanted, this, &ClusterPage::deploy);
    connect(live_, &LivePage::releaseWanted, this, &ClusterPage::release);
}

ClusterPage::~ClusterPage() = default;

void ClusterPage::setCluster(Workspace *workspace, const QString &name, const ShellFor &shellFor)
{
    if (workspace != workspace_) {
        deploy_->setPresenter(nullptr);
        deployPresenter_ = nullptr;
        deploys_.clear();
    }
    workspace_ = workspace;
    cluster_ = name;
    const bool shown = workspace && !name.isEmpty();
    Document *document = shown ? workspace->document(name) : nullptr;
    LiveCluster *live = shown ? workspace->live(name) : nullptr;
    presenter_ = std::make_unique<ClusterPresenter>(live, document);
    header_->setPresenter(presenter_.get());
    live_->setCluster(live, workspace ? workspace->events() : nullptr);
    edit_->setDocument(document);
    header_->setUndeployed({});
    deployPresenter_ = document ? presenterOf(name, shellFor) : nullptr;
    deploy_->setPresenter(deployPresenter_);
    showUndeployed();
}

DeployPresenter *ClusterPage::presenterOf(const QString &cluster, const ShellFor &shellFor)
{
    auto &presenter = deploys_[cluster];
    if (!presenter) {
        presenter = std::make_unique<DeployPresenter>(cluster, workspace_->site(), workspace_->document(cluster),
                                                      workspace_->live(cluster), shellFor);
        connect(presenter.get(), &DeployPresenter::changed, this, &ClusterPage::showUndeployed);
        connect(presenter.get(), &DeployPresenter::finished, this, &ClusterPage::remember);
    }
    return presenter.get();
}

void ClusterPage::showTab(Tab tab)
{
    tabs_->setCurrentIndex(static_cast<int>(tab));
}

void ClusterPage::review()
{
    showTab(Tab::Deploy);
    if (deployPresenter_)
        deployPresenter_->review();
}

void ClusterPage::deploy()
{
    showTab(Tab::Deploy);
    if (!deployPresenter_ || !deployPresenter_->blocker().isEmpty())
        return;
    // What runs on the nodes must be what the site's file says.
    if (const auto saved = workspace_->save(cluster_); !saved) {
        emit problem(saved.error());
        return;
    }
    deployPresenter_->start();
}

void ClusterPage::remember(DeployRecord record)
{
    record.time = QDateTime::currentMSecsSinceEpoch();
    record.person = qEnvironmentVariable("USER");
    if (workspace_ && workspace_->history())
        workspace_->history()->addDeploy(record);
}

void ClusterPage::showUndeployed()
{
    if (!deployPresenter_)
        return;
    const QStringList nodes = deployPresenter_->undeployed();
    header_->setUndeployed(nodes.isEmpty() ? QString() : tr("not deployed"));
    emit undeployedChanged(cluster_, nodes);
}

void ClusterPage::showInstance(const QString &name)
{
    live_->selectInstance(name);
    edit_->showInstance(name);
}

void ClusterPage::handOver(const QString &node, const QString &instance)
{
    AgentClient *agent = workspace_ ? workspace_->agent(node) : nullptr;
    if (!agent)
        return;
    agent->handover(instance, [this, node, instance](const Result<void> &result) {
        if (result)
            emit done(tr("%1 was told to hand over %2.").arg(node, instance));
        else
            emit problem(result.error());
    });
}

void ClusterPage::release(const QString &node, const QString &instance)
{
    AgentClient *agent = workspace_ ? workspace_->agent(node) : nullptr;
    if (!agent)
        return;
    agent->release(instance, [this, node, instance](const Result<void> &result) {
        if (result)
            emit done(tr("%1 may become MASTER of %2 again.").arg(node, instance));
        else
            emit problem(result.error());
    });
}

} // namespace twinhelm::desk
