#include "gui/core/deploy/engine_commands.h"

namespace twinhelm::desk
{
namespace
{

QString orElse(const QString &given, const char *standard)
{
    return given.isEmpty() ? QString::fromLatin1(standard) : given;
}

QString ctl(const DeployNode &node, const QString &arguments)
{
    return QStringLiteral("%1 --socket %2 %3")
        .arg(shellQuote(node.ctl), shellQuote(node.runtimeDir + QStringLiteral("/api.sock")), arguments);
}

} // namespace

QString validateCommand(const DeployNode &node, const QString &file)
{
    if (node.engine == Engine::Twinhelmd)
        return QStringLiteral("%1 check %2 --config-id %3")
            .arg(shellQuote(node.ctl), shellQuote(file), shellQuote(node.name));
    return QStringLiteral("keepalived -t -f %1 -i %2").arg(shellQuote(file), shellQuote(node.name));
}

QString reloadCommand(const DeployNode &node)
{
    if (node.engine == Engine::Twinhelmd)
        return ctl(node, QStringLiteral("reload"));
    return orElse(node.reloadCommand, "systemctl reload keepalived");
}

QString startCommand(const DeployNode &node)
{
    return orElse(node.startCommand,
                  node.engine == Engine::Twinhelmd ? "systemctl start twinhelmd" : "systemctl start keepalived");
}

QString statusCommand(const DeployNode &node)
{
    if (node.engine == Engine::Twinhelmd)
        return ctl(node, QStringLiteral("status --json"));
    return orElse(node.aliveCommand, "systemctl is-active keepalived");
}

QString copyCommand(const QString &from, const QString &to)
{
    return QStringLiteral("cp -pf -- %1 %2").arg(shellQuote(from), shellQuote(to));
}

QString renameCommand(const QString &from, const QString &to)
{
    return QStringLiteral("mv -fT -- %1 %2").arg(shellQuote(from), shellQuote(to));
}

QString removeCommand(const QString &file)
{
    return QStringLiteral("rm -f -- %1").arg(shellQuote(file));
}

Result<QString> realPath(RemoteShell &shell, const QString &path)
{
    const auto answer = shell.run(QStringLiteral("readlink -f -- %1").arg(shellQuote(path)));
    if (!answer)
        return tl::unexpected(answer.error());
    const QString real = QString::fromUtf8(answer->output).trimmed();
    return answer->exitCode == 0 && real.startsWith(QLatin1Char('/')) ? real : path;
}

} // namespace twinhelm::desk
