#include "gui/core/deploy/deploy_runner.h"

#include <chrono>
#include <thread>

#include <QDeadlineTimer>

#include "gui/core/deploy/deploy_error.h"
#include "gui/core/deploy/node_deploy.h"
#include "gui/core/ssh/ssh_error.h"

namespace twinhelm::desk
{
namespace
{

constexpr int patienceMs = 30'000;

NodeDeploy::Ending deployTo(const DeployNode &node, const DeployContext &context)
{
    const auto shell = context.shellFor(node.name);
    if (shell) {
        auto ending = NodeDeploy(node, *shell, context).run();
        if (context.uses)
            context.uses(nullptr, false);
        return ending;
    }
    NodeDeploy::Ending ending;
    ending.outcome = {node.name, InForce::Untouched, Deploy::tr("nothing was changed")};
    ending.failure = DeployFailure{
        node.name,
        DeployStep::Connect,
        Error{error::badPlan, Deploy::tr("The site does not say how to reach %1.").arg(node.name).toStdString(),
              Deploy::tr("Add it to site.toml.").toStdString()},
        {}};
    return ending;
}

} // namespace

DeployReport runDeploy(const DeployPlan &plan, const DeployContext &context)
{
    DeployReport report;
    for (const DeployNode &node : plan.nodes) {
        const bool goesOn = report.ok() && !context.stopWanted();
        if (!goesOn) {
            report.cancelled = !report.failure;
            report.nodes.push_back({node.name, InForce::Untouched, Deploy::tr("nothing was changed")});
            continue;
        }
        auto ending = deployTo(node, context);
        report.failure = std::move(ending.failure);
        report.cancelled = ending.stopped;
        report.nodes.push_back(std::move(ending.outcome));
    }
    return report;
}

DeployRunner::DeployRunner(DeployPlan plan, ShellFor shellFor, QObject *parent)
    : QObject(parent), plan_(std::move(plan)), shellFor_(std::move(shellFor))
{
}

DeployRunner::~DeployRunner()
{
    if (!thread_)
        return;
    // Nobody answers questions while this thread waits; so a log-in that asks one is not waited for for ever.
    for (QDeadlineTimer patience(patienceMs); !patience.hasExpired();) {
        stop();
        if (thread_->wait(100))
            return;
    }
    do {
        const std::lock_guard lock(mutex_);
        if (inUse_)
            inUse_->cancel();
    } while (!thread_->wait(100));
}

void DeployRunner::start()
{
    if (thread_)
        return;
    DeployContext context;
    context.shellFor = shellFor_;
    context.stopWanted = [this] { return stop_.load(); };
    context.pause = [](int milliseconds) { std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds)); };
    context.uses = [this](RemoteShell *shell, bool harmless) {
        const std::lock_guard lock(mutex_);
        inUse_ = shell;
        harmless_ = harmless;
    };
    // Posted, not emitted: receivers live on this object's thread.
    context.progress = [this](const DeployProgress &step) {
        QMetaObject::invokeMethod(
            this, [this, step] { emit progress(step); }, Qt::QueuedConnection);
    };
    thread_.reset(QThread::create([this, context] {
        const DeployReport report = runDeploy(plan_, context);
        QMetaObject::invokeMethod(
            this, [this, report] { emit finished(report); }, Qt::QueuedConnection);
    }));
    thread_->setObjectName(QStringLiteral("deploy"));
    thread_->start();
}

void DeployRunner::stop()
{
    stop_ = true;
    const std::lock_guard lock(mutex_);
    if (inUse_ && harmless_)
        inUse_->cancel();
}

} // namespace twinhelm::desk
