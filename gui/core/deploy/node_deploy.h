#pragma once

#include <optional>

#include <QByteArray>
#include <QString>

#include "common/base/result.h"
#include "gui/core/deploy/deploy_plan.h"
#include "gui/core/deploy/deploy_report.h"
#include "gui/core/deploy/engine_status.h"
#include "gui/core/ssh/remote_shell.h"

namespace twinhelm::desk
{

struct DeployContext;

/// The transaction on one node: after run() it has the new configuration verified in force, or the old file back in
/// force. Where even that could not be had (the network is gone), the outcome says so and what is known.
class NodeDeploy
{
public:
    NodeDeploy(const DeployNode &node, RemoteShell &shell, const DeployContext &context);

    struct Ending {
        NodeOutcome outcome;
        std::optional<DeployFailure> failure;
        bool stopped = false;
    };
    Ending run();

private:
    Result<void> perform(DeployStep step);
    Result<void> inspect();
    Result<void> validate();
    Result<void> backUp();
    Result<void> activate();
    Result<void> reload();
    Result<void> verify();

    [[nodiscard]] bool skips(DeployStep step) const;
    [[nodiscard]] QString skipText() const;
    [[nodiscard]] bool settled(const EngineStatus &now, Result<void> &verdict) const;
    Result<void> runOr(const QString &command, const char *code, const QString &what, const QString &mend);
    void tell(DeployStep step, StepState state, const QString &text, const QString &output = {});

    Ending stop(DeployStep step);
    Ending failed(DeployStep step, Error error);
    NodeOutcome undo(DeployStep step);
    NodeOutcome putOldFileBack();
    NodeOutcome putOldEngineBack();
    [[nodiscard]] NodeOutcome outcome(InForce inForce, const QString &text) const;

    DeployNode node_; ///< configPath is the real file, after links
    RemoteShell &shell_;
    const DeployContext &context_;
    std::optional<QByteArray> old_; ///< none: there was no file
    EngineStatus before_;
    QString output_;       ///< of the step's last command
    bool holds_ = false;   ///< the file was the new one from the start
    bool inForce_ = false; ///< and the engine had loaded it
    bool told_ = false;    ///< the engine may have seen the new file
};

} // namespace twinhelm::desk
