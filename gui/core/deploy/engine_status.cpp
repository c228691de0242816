#include "gui/core/deploy/engine_status.h"

#include "common/wire/json.h"
#include "gui/core/base/qt_text.h"
#include "gui/core/deploy/deploy_error.h"
#include "gui/core/deploy/engine_commands.h"
#include "gui/core/ssh/ssh_error.h"

namespace twinhelm::desk
{
namespace
{

QString why(const wire::InstanceState &instance)
{
    QStringList reasons;
    for (const auto &one : instance.faults)
        reasons << toQt(one);
    return reasons.isEmpty() ? toQt(instance.cause) : reasons.join(QStringLiteral(", "));
}

} // namespace

Result<EngineStatus> askEngine(RemoteShell &shell, const DeployNode &node)
{
    const auto answer = shell.run(statusCommand(node));
    if (!answer)
        return tl::unexpected(answer.error());
    EngineStatus status;
    status.runs = answer->exitCode == 0;
    status.output = QString::fromUtf8(answer->output + answer->errors);
    if (!status.runs || node.engine == Engine::Keepalived)
        return status;
    const auto state = wire::parseNodeState({answer->output.constData(), static_cast<size_t>(answer->output.size())});
    if (!state) {
        return error::make(
            error::engineSilent,
            Deploy::tr("The status of twinhelmd on %1 cannot be read: %2").arg(node.name, toQt(state.error().what)),
            Deploy::tr("Check that twinhelmctl there is the one of the running twinhelmd."));
    }
    status.sha256 = toQt(state->config.sha256);
    status.lastError = toQt(state->config.lastError);
    QStringList lines;
    for (const auto &instance : state->instances) {
        lines << QStringLiteral("%1: %2").arg(toQt(instance.name), toQt(instance.state));
        if (instance.state == "FAULT")
            status.faults[toQt(instance.name)] = why(instance);
        else if (instance.state == "INIT")
            status.unsettled << toQt(instance.name);
    }
    status.output = lines.join(QLatin1Char('\n'));
    return status;
}

} // namespace twinhelm::desk
