#include "gui/core/deploy/node_deploy.h"

#include "gui/core/base/qt_text.h"
#include "gui/core/deploy/deploy_error.h"
#include "gui/core/deploy/deploy_runner.h"
#include "gui/core/deploy/engine_commands.h"
#include "gui/core/ssh/ssh_error.h"

namespace twinhelm::desk
{
namespace
{

constexpr int looks = 20; ///< at a node that has not settled, half a second apart: ten seconds
constexpr int betweenLooks = 500;
constexpr int fileMode = 0600; ///< the file holds VRRP passwords

bool changesNothingYet(DeployStep step)
{
    return step < DeployStep::Activate;
}

} // namespace

NodeDeploy::NodeDeploy(const DeployNode &node, RemoteShell &shell, const DeployContext &context)
    : node_(node), shell_(shell), context_(context)
{
}

NodeDeploy::Ending NodeDeploy::run()
{
    for (const DeployStep step : allDeploySteps) {
        if (changesNothingYet(step) && context_.stopWanted())
            return stop(step);
        if (skips(step)) {
            tell(step, StepState::Skipped, skipText());
            continue;
        }
        if (context_.uses)
            context_.uses(&shell_, changesNothingYet(step));
        tell(step, StepState::Running, stepTitle(step, node_));
        output_.clear();
        if (auto done = perform(step); !done) {
            tell(step, StepState::Failed, toQt(done.error().what), output_);
            const bool wanted = done.error().code == error::cancelled && changesNothingYet(step);
            return wanted && context_.stopWanted() ? stop(step) : failed(step, done.error());
        }
        tell(step, StepState::Done, stepTitle(step, node_), output_);
    }
    Ending ending;
    ending.outcome = outcome(InForce::New, holds_ ? Deploy::tr("already had the new configuration; it is in force")
                                                  : Deploy::tr("has the new configuration in force"));
    return ending;
}

bool NodeDeploy::skips(DeployStep step) const
{
    switch (step) {
    case DeployStep::Upload:
    case DeployStep::Validate:
    case DeployStep::Activate: return holds_;
    case DeployStep::BackUp: return holds_ || !old_;
    case DeployStep::Reload: return inForce_;
    default: return false;
    }
}

QString NodeDeploy::skipText() const
{
    return holds_ ? Deploy::tr("Not needed: the node has this file already.")
                  : Deploy::tr("Not needed: there is no older file.");
}

Result<void> NodeDeploy::perform(DeployStep step)
{
    switch (step) {
    case DeployStep::Connect: return shell_.open();
    case DeployStep::Inspect: return inspect();
    case DeployStep::Upload: return shell_.writeFile(node_.stagedPath(), node_.text, fileMode);
    case DeployStep::Validate: return validate();
    case DeployStep::BackUp: return backUp();
    case DeployStep::Activate: return activate();
    case DeployStep::Reload: return reload();
    case DeployStep::Verify: return verify();
    }
    return {};
}

Result<void> NodeDeploy::inspect()
{
    // A file that is a link is swapped where it really lies, so that the link stays.
    auto real = realPath(shell_, node_.configPath);
    if (!real)
        return tl::unexpected(real.error());
    node_.configPath = std::move(*real);

    auto held = shell_.readFile(node_.configPath);
    if (held)
        old_ = std::move(*held);
    else if (held.error().code != error::noSuchFile)
        return tl::unexpected(held.error());

    auto status = askEngine(shell_, node_);
    if (!status)
        return tl::unexpected(status.error());
    before_ = std::move(*status);
    output_ = before_.output;
    holds_ = old_ && *old_ == node_.text;
    // keepalived does not say what it has loaded; telling it once more costs nothing.
    inForce_ = holds_ && before_.runs && before_.sha256 == node_.sha256();
    return {};
}

Result<void> NodeDeploy::runOr(const QString &command, const char *code, const QString &what, const QString &mend)
{
    const auto result = shell_.run(command);
    if (!result)
        return tl::unexpected(result.error());
    output_ = QString::fromUtf8(result->output + result->errors);
    if (result->exitCode == 0)
        return {};
    return error::make(code, Deploy::tr("%1 (exit code %2 of: %3)").arg(what).arg(result->exitCode).arg(command), mend);
}

Result<void> NodeDeploy::validate()
{
    const auto result = shell_.run(validateCommand(node_, node_.stagedPath()));
    if (!result)
        return tl::unexpected(result.error());
    output_ = QString::fromUtf8(result->output + result->errors);
    if (result->exitCode == 0)
        return {};
    if (result->exitCode >= 126) {
        return error::make(error::checkFailed,
                           Deploy::tr("The file could not be checked on %1: the check ended with exit code %2.")
                               .arg(node_.name)
                               .arg(result->exitCode),
                           Deploy::tr("Check that the engine is installed there and that ctl of the node in site.toml "
                                      "is its path; 127 means that it was not found."));
    }
    return error::make(
        error::notValid,
        Deploy::tr("The engine of %1 refuses the file (exit code %2).").arg(node_.name).arg(result->exitCode),
        Deploy::tr("Correct what it reports in the document and deploy again."));
}

Result<void> NodeDeploy::backUp()
{
    return runOr(copyCommand(node_.configPath, node_.previousPath()), error::swapFailed,
                 Deploy::tr("The old file could not be kept"), Deploy::tr("Check the disk of that node."));
}

Result<void> NodeDeploy::activate()
{
    return runOr(renameCommand(node_.stagedPath(), node_.configPath), error::swapFailed,
                 Deploy::tr("The files could not be swapped"), Deploy::tr("Check the rights on that folder."));
}

Result<void> NodeDeploy::reload()
{
    told_ = true;
    if (!before_.runs) {
        return runOr(startCommand(node_), error::engineSilent,
                     Deploy::tr("The engine of %1 did not run and could not be started").arg(node_.name),
                     Deploy::tr("Start it by hand and read its log (journalctl), then deploy again."));
    }
    return runOr(reloadCommand(node_), error::reloadRefused,
                 Deploy::tr("The engine of %1 did not take the new configuration").arg(node_.name),
                 Deploy::tr("Correct what it reports and deploy again."));
}

bool NodeDeploy::settled(const EngineStatus &now, Result<void> &verdict) const
{
    verdict = {};
    if (!now.runs) {
        verdict = error::make(error::engineSilent, Deploy::tr("The engine of %1 does not answer.").arg(node_.name),
                              Deploy::tr("Look at its log on the node (journalctl)."));
        return false;
    }
    if (node_.engine == Engine::Keepalived)
        return true;
    if (now.sha256 != node_.sha256()) {
        const QString reason = now.lastError.isEmpty() ? Deploy::tr("no reason given") : now.lastError;
        verdict = error::make(error::notInForce,
                              Deploy::tr("%1 still has another configuration in force: %2").arg(node_.name, reason),
                              Deploy::tr("Correct what it reports and deploy again."));
        return false;
    }
    for (const auto &[instance, reason] : now.faults) {
        // What was broken before the deploy is no reason to undo it; it may even be what the deploy mends.
        if (before_.faults.count(instance) == 0) {
            verdict = error::make(
                error::instanceFaulty,
                Deploy::tr("With the new configuration %1 is in FAULT on %2: %3").arg(instance, node_.name, reason),
                Deploy::tr("Mend the reason on the node, or the document, and deploy again."));
            return false;
        }
    }
    if (!now.unsettled.isEmpty()) {
        verdict = error::make(
            error::notInForce,
            Deploy::tr("%1 has not chosen a state on %2.").arg(now.unsettled.join(QStringLiteral(", ")), node_.name));
        return false;
    }
    return true;
}

Result<void> NodeDeploy::verify()
{
    Result<void> verdict;
    for (int look = 1; look <= looks; ++look) {
        const auto now = askEngine(shell_, node_);
        if (!now)
            return tl::unexpected(now.error());
        output_ = now->output;
        if (settled(*now, verdict))
            return {};
        if (look < looks)
            context_.pause(betweenLooks);
    }
    return verdict;
}

void NodeDeploy::tell(DeployStep step, StepState state, const QString &text, const QString &output)
{
    context_.progress({node_.name, step, state, text, output});
}

NodeOutcome NodeDeploy::outcome(InForce inForce, const QString &text) const
{
    return {node_.name, inForce, text};
}

NodeDeploy::Ending NodeDeploy::stop(DeployStep step)
{
    Ending ending;
    ending.stopped = true;
    ending.outcome =
        holds_ ? outcome(InForce::Untouched, Deploy::tr("had the new file already; nothing was changed")) : undo(step);
    return ending;
}

NodeDeploy::Ending NodeDeploy::failed(DeployStep step, Error error)
{
    Ending ending;
    ending.failure = DeployFailure{node_.name, step, std::move(error), output_};
    ending.outcome = undo(step);
    return ending;
}

/// What the node is left with after a stop or a failure at `step`.
NodeOutcome NodeDeploy::undo(DeployStep step)
{
    if (step <= DeployStep::Inspect)
        return outcome(InForce::Untouched, Deploy::tr("nothing was changed"));
    if (holds_) {
        return outcome(InForce::Unknown,
                       Deploy::tr("had the new file from an earlier deploy and keeps it; the engine runs what it had "
                                  "loaded. The file before it may be %1")
                           .arg(node_.previousPath()));
    }
    if (changesNothingYet(step)) {
        // Left behind it would do no harm; so a failure to remove it is none of the deploy.
        static_cast<void>(shell_.run(removeCommand(node_.stagedPath())));
        return outcome(InForce::Untouched, Deploy::tr("nothing was changed; its old configuration is in force"));
    }
    tell(step, StepState::Undoing, Deploy::tr("Putting the old file back on %1").arg(node_.name));
    return putOldFileBack();
}

NodeOutcome NodeDeploy::putOldFileBack()
{
    const QString lost = Deploy::tr("cannot be reached to put the old file back. It may have the new file as %1; its "
                                    "engine runs what it had loaded last. The old file is %2")
                             .arg(node_.configPath, node_.previousPath());
    if (!shell_.open())
        return outcome(InForce::Unknown, lost);
    // Whether a swap that failed took place is seen, not guessed.
    const auto held = shell_.readFile(node_.configPath);
    if (!held && held.error().code != error::noSuchFile)
        return outcome(InForce::Unknown, lost);
    const bool swapped = held && *held == node_.text;
    if (swapped) {
        const auto back =
            shell_.run(old_ ? renameCommand(node_.previousPath(), node_.configPath) : removeCommand(node_.configPath));
        if (!back || back->exitCode != 0)
            return outcome(InForce::Unknown, lost);
    }
    static_cast<void>(shell_.run(removeCommand(node_.stagedPath())));
    if (told_)
        return putOldEngineBack();
    return outcome(swapped ? InForce::OldRestored : InForce::Untouched,
                   Deploy::tr("has its old file back; its engine never saw the new one"));
}

NodeOutcome NodeDeploy::putOldEngineBack()
{
    if (!before_.runs || !old_) {
        return outcome(InForce::OldRestored,
                       old_ ? Deploy::tr("has its old file back; its engine did not run before the deploy either")
                            : Deploy::tr("has no configuration file, as before the deploy"));
    }
    const auto reloaded = shell_.run(reloadCommand(node_));
    for (int look = 1; reloaded && look <= looks; ++look) {
        const auto now = askEngine(shell_, node_);
        const bool knows = node_.engine == Engine::Twinhelmd;
        if (now && now->runs && (!knows || now->sha256 == sha256Of(*old_))) {
            return outcome(InForce::OldRestored,
                           knows ? Deploy::tr("has its old configuration back in force")
                                 : Deploy::tr("has its old file back, and keepalived was told to read it"));
        }
        if (!now)
            break;
        context_.pause(betweenLooks);
    }
    return outcome(InForce::Unknown,
                   Deploy::tr("has its old file back, but its engine does not say that it is in force. Log in and "
                              "restart the engine"));
}

} // namespace twinhelm::desk
