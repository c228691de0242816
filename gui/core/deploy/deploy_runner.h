#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>

#include <QObject>
#include <QThread>

#include "gui/core/deploy/deploy_plan.h"
#include "gui/core/deploy/deploy_report.h"
#include "gui/core/ssh/remote_shell.h"

namespace twinhelm::desk
{

using ShellFor = std::function<std::shared_ptr<RemoteShell>(const QString &node)>;

/// The world of a deploy, replaced by tests.
struct DeployContext {
    ShellFor shellFor;
    std::function<void(const DeployProgress &)> progress;
    std::function<bool()> stopWanted;            ///< asked before each node and each step that changes nothing yet
    std::function<void(int milliseconds)> pause; ///< between two looks at a node that has not settled
    /// Which shell is worked with, and whether cancelling it leaves the node unchanged. May be empty.
    std::function<void(RemoteShell *shell, bool harmless)> uses;
};

/// Runs the plan to its end or its first failure, node by node. Blocking.
/// Contract: a node is either left with the new configuration verified in force, or with the old file back; nodes
/// after a failing one are not touched. Running it again is safe: a node that already holds the bytes is only verified.
DeployReport runDeploy(const DeployPlan &plan, const DeployContext &context);

/// runDeploy() on its own thread, for the window. Signals come on the thread this object lives in.
class DeployRunner : public QObject
{
    Q_OBJECT
public:
    DeployRunner(DeployPlan plan, ShellFor shellFor, QObject *parent = nullptr);
    /// Stops at the next safe point and waits for it; after half a minute it waits no longer for an answer.
    ~DeployRunner() override;

    void start();
    /// Stops before the next node, or before the current one is changed; a call that changes nothing (connecting to
    /// a node that does not answer) is cancelled, a change under way is finished or undone.
    void stop();
    [[nodiscard]] const DeployPlan &plan() const { return plan_; }

signals:
    void progress(const twinhelm::desk::DeployProgress &progress);
    void finished(const twinhelm::desk::DeployReport &report);

private:
    DeployPlan plan_;
    ShellFor shellFor_;
    std::atomic<bool> stop_{false};
    std::mutex mutex_; ///< guards the two below: a shell is not cancelled while it passes into its change
    RemoteShell *inUse_ = nullptr;
    bool harmless_ = false;
    std::unique_ptr<QThread> thread_;
};

} // namespace twinhelm::desk
