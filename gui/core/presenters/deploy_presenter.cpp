#include "gui/core/presenters/deploy_presenter.h"

#include <algorithm>

#include <QCryptographicHash>

#include "common/config/load.h"
#include "gui/core/base/background.h"
#include "gui/core/base/qt_text.h"
#include "gui/core/deploy/config_fetcher.h"
#include "gui/core/document/document.h"
#include "gui/core/import/import_preview.h"
#include "gui/core/site/site.h"

namespace twinhelm::desk
{

DeployPresenter::DeployPresenter(QString cluster, Site *site, Document *document, LiveCluster *live, ShellFor shellFor,
                                 QObject *parent)
    : QObject(parent), cluster_(std::move(cluster)), site_(site), document_(document), live_(live),
      shellFor_(std::move(shellFor))
{
    if (document_)
        connect(document_, &Document::diagnosticsChanged, this, &DeployPresenter::replan);
    if (live_)
        connect(live_, &LiveCluster::changed, this, &DeployPresenter::replan);
    replan();
}

DeployPresenter::~DeployPresenter() = default;

bool DeployPresenter::busy() const
{
    return phase_ == Phase::Reviewing || phase_ == Phase::Running || phase_ == Phase::Stopping;
}

QString DeployPresenter::blocker() const
{
    if (!document_ || !site_)
        return tr("The configuration is not open.");
    if (document_->hasErrors())
        return tr("The configuration has errors; mend them on the Edit page first.");
    return planError_;
}

QString DeployPresenter::actionText() const
{
    QStringList order;
    for (const DeployNode &node : plan_.nodes)
        order.append(node.name);
    return order.isEmpty() ? tr("Deploy") : tr("Deploy to %1").arg(order.join(tr(", then ")));
}

QString DeployPresenter::headline() const
{
    switch (phase_) {
    case Phase::Reviewing: return tr("Reading what the nodes run now…");
    case Phase::Running: return tr("Deploying. One node after the other; the first failure stops it.");
    case Phase::Stopping: return tr("Stopping at the next safe point…");
    case Phase::Done:
    case Phase::Failed:
    case Phase::Stopped: return summary_;
    case Phase::Idle: break;
    }
    if (const QString why = blocker(); !why.isEmpty())
        return why;
    const QStringList pending = undeployed();
    return pending.isEmpty() ? tr("Each node checks the file before it takes it; the old one stays in force when "
                                  "anything fails.")
                             : tr("%1 still runs another configuration.").arg(pending.join(tr(" and ")));
}

QStringList DeployPresenter::undeployed() const
{
    QStringList nodes;
    if (!live_)
        return nodes;
    for (const NodeFeed *feed : live_->feeds()) {
        const QString running = toQt(feed->live().state.config.sha256);
        if (feed->live().status != NodeStatus::Connected || running.isEmpty())
            continue;
        const auto planned = std::find_if(plan_.nodes.begin(), plan_.nodes.end(),
                                          [&](const DeployNode &node) { return node.name == feed->node(); });
        if (planned != plan_.nodes.end() && planned->sha256() != running)
            nodes.append(feed->node());
    }
    return nodes;
}

DeployNode DeployPresenter::nodeFor(const QString &name) const
{
    const SiteNode *known = site_->node(name);
    SiteNode bare;
    bare.name = bare.host = name;
    DeployNode made = deployNode(known ? *known : bare, exportForNode(document_->text(), name));
    if (const auto loaded = document_->loaded(name)) {
        for (const auto &instance : loaded->settings.instances)
            made.priority = std::max(made.priority, static_cast<int>(instance.priority.value));
    }
    for (const InstanceLive &instance : live_ ? live_->instances() : QList<InstanceLive>()) {
        made.mastered +=
            static_cast<int>(std::count_if(instance.cells.begin(), instance.cells.end(), [&](const InstanceCell &cell) {
                return cell.node == name && cell.fresh && cell.lamp == Lamp::Master;
            }));
    }
    return made;
}

void DeployPresenter::replan()
{
    if (busy() || !document_ || !site_)
        return;
    const SiteCluster *cluster = site_->cluster(cluster_);
    std::vector<DeployNode> nodes;
    for (const QString &name : cluster ? cluster->nodes : QStringList())
        nodes.push_back(nodeFor(name));
    const auto plan = planDeploy(std::move(nodes));
    planError_ = plan ? QString() : toQt(plan.error().what);
    plan_ = plan ? *plan : DeployPlan();
    // After a run its steps stay to be read until the next one.
    if (phase_ == Phase::Idle) {
        runs_.clear();
        for (const DeployNode &node : plan_.nodes)
            runs_.append({node.name, {}, {}});
        for (const PlannedStep &step : plan_.steps) {
            for (NodeRun &run : runs_) {
                if (run.node == step.node)
                    run.steps.append({step.step, {}, step.title, {}, step.command, {}});
            }
        }
    }
    emit changed();
}

std::map<QString, std::shared_ptr<RemoteShell>> DeployPresenter::openShells() const
{
    std::map<QString, std::shared_ptr<RemoteShell>> shells;
    for (const DeployNode &node : plan_.nodes)
        shells[node.name] = shellFor_(node.name);
    return shells;
}

void DeployPresenter::review()
{
    if (busy() || !blocker().isEmpty())
        return;
    document_->flush();
    setPhase(Phase::Idle);
    replan();
    reviews_.clear();
    reviewsOpen_ = static_cast<int>(plan_.nodes.size());
    setPhase(Phase::Reviewing);
    const auto shells = openShells();
    for (const DeployNode &node : plan_.nodes) {
        const auto read = [shell = shells.at(node.name), node] {
            NodeReview review{node.name, {}, {}};
            const auto fetched = fetchConfig(*shell, node.name, node.configPath);
            if (fetched)
                review.lines = reviewChanges(fetched->text, node.text);
            else
                review.error = toQt(fetched.error().what) + QLatin1Char('\n') + toQt(fetched.error().mend);
            return review;
        };
        runInBackground(this, read, [this](NodeReview review) {
            reviews_.append(std::move(review));
            const auto placeInPlan = [this](const NodeReview &one) {
                return std::ranges::find(plan_.nodes, one.node, &DeployNode::name) - plan_.nodes.begin();
            };
            std::ranges::sort(reviews_, {}, placeInPlan); // answers come in any order
            if (--reviewsOpen_ == 0)
                setPhase(Phase::Idle);
            emit reviewChanged();
        });
    }
}

void DeployPresenter::start()
{
    if (busy() || !blocker().isEmpty())
        return;
    document_->flush();
    setPhase(Phase::Idle);
    replan();
    if (!blocker().isEmpty())
        return;
    const auto shells = openShells();
    runner_ = std::make_unique<DeployRunner>(plan_, [shells](const QString &node) { return shells.at(node); });
    connect(runner_.get(), &DeployRunner::progress, this, &DeployPresenter::takeProgress);
    connect(runner_.get(), &DeployRunner::finished, this, &DeployPresenter::takeReport);
    setPhase(Phase::Running);
    runner_->start();
}

void DeployPresenter::stop()
{
    if (phase_ != Phase::Running)
        return;
    setPhase(Phase::Stopping);
    runner_->stop();
}

void DeployPresenter::setPhase(Phase phase)
{
    phase_ = phase;
    emit changed();
}

void DeployPresenter::takeProgress(const DeployProgress &progress)
{
    for (NodeRun &run : runs_) {
        if (run.node != progress.node)
            continue;
        for (StepRow &row : run.steps) {
            if (row.step != progress.step)
                continue;
            row.state = progress.state;
            row.text = progress.text;
            row.output += progress.output;
        }
    }
    emit stepChanged(progress.node, static_cast<int>(progress.step));
}

void DeployPresenter::takeReport(const DeployReport &report)
{
    for (NodeRun &run : runs_) {
        for (const NodeOutcome &outcome : report.nodes) {
            if (outcome.node == run.node)
                run.outcome = outcome;
        }
    }
    summary_ = report.summary();
    setPhase(report.ok() ? Phase::Done : report.cancelled ? Phase::Stopped : Phase::Failed);
    DeployRecord record;
    record.cluster = cluster_;
    record.ok = report.ok();
    record.summary = summary_;
    for (const DeployNode &node : plan_.nodes)
        record.nodes.append(node.name);
    if (document_) {
        record.title = document_->undoStack()->undoText();
        record.sha256 =
            QString::fromLatin1(QCryptographicHash::hash(document_->text(), QCryptographicHash::Sha256).toHex());
    }
    emit finished(record);
}

} // namespace twinhelm::desk
