#include "gui/core/ssh/ssh_options.h"

#include <optional>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include "gui/core/ssh/libssh_values.h"
#include "gui/core/ssh/ssh_error.h"

namespace twinhelm::desk
{
namespace
{

QString sshFolder(const SshTarget &target)
{
    return target.sshDir.isEmpty() ? QDir::homePath() + QStringLiteral("/.ssh") : target.sshDir;
}

bool setText(ssh_session session, ssh_options_e which, const QString &value)
{
    return value.isEmpty() || ssh_options_set(session, which, QFile::encodeName(value).constData()) == SSH_OK;
}

/// libssh 0.10 turns "ProxyJump user@jump:22,next" of ssh_config into a command that starts OpenSSH's ssh, whose
/// questions would go to a terminal nobody sees. That command is read back and the jump done in this process.
std::optional<QString> jumpOfCommand(const QString &command)
{
    static const QRegularExpression form(
        QStringLiteral(R"(^ssh(?: -l (\S+))?(?: -p (\d+))?(?: -J (\S+))? -W '?\[%h\]:%p'? (\S+)$)"));
    const auto match = form.match(command.trimmed());
    if (!match.hasMatch())
        return {};
    QString last = match.captured(4);
    if (last.contains(QLatin1Char(':')) && !last.startsWith(QLatin1Char('[')))
        last = QLatin1Char('[') + last + QLatin1Char(']');
    if (!match.captured(1).isEmpty())
        last.prepend(match.captured(1) + QLatin1Char('@'));
    if (!match.captured(2).isEmpty())
        last += QLatin1Char(':') + match.captured(2);
    return match.captured(3).isEmpty() ? last : match.captured(3) + QLatin1Char(',') + last;
}

QString expandHome(const QString &path, const QString &sshDir)
{
    QString expanded = path;
    if (expanded.startsWith(QStringLiteral("~/")))
        expanded.replace(0, 1, QDir::homePath());
    // libssh keeps its defaults in this form until it connects.
    if (expanded.startsWith(QStringLiteral("%d/")))
        expanded.replace(0, 2, sshDir);
    return expanded;
}

QStringList identities(ssh_session session, const SshTarget &target)
{
    const QString folder = sshFolder(target);
    QStringList wanted{target.identityFile, sshOption(session, SSH_OPTIONS_IDENTITY)};
    for (const char *name : {"id_ed25519", "id_ecdsa", "id_rsa"})
        wanted << folder + QLatin1Char('/') + QLatin1String(name);
    QStringList files;
    for (const QString &path : wanted) {
        const QString file = expandHome(path, folder);
        if (!file.isEmpty() && QFileInfo(file).isFile() && !files.contains(file))
            files << file;
    }
    return files;
}

Result<void> checkIdentity(const SshTarget &target)
{
    const QString file = expandHome(target.identityFile, sshFolder(target));
    if (file.isEmpty() || QFileInfo(file).isReadable())
        return {};
    return error::make(error::badTarget, Ssh::tr("The identity file %1 for %2 cannot be read.").arg(file, target.host),
                       Ssh::tr("Correct identity_file in site.toml, or leave it out to use the keys of ssh_config and "
                               "the agent."));
}

bool applyOwn(ssh_session session, const SshTarget &target)
{
    const unsigned int port = target.port;
    const long seconds = static_cast<long>((target.connectTimeout.count() + 999) / 1000);
    const int no = 0;
    bool ok = setText(session, SSH_OPTIONS_USER, target.user);
    ok = ok && (port == 0 || ssh_options_set(session, SSH_OPTIONS_PORT, &port) == SSH_OK);
    ok = ok && setText(session, SSH_OPTIONS_KNOWNHOSTS, target.knownHostsFile);
    ok = ok && setText(session, SSH_OPTIONS_IDENTITY_AGENT, target.agentSocket);
    ok = ok && ssh_options_set(session, SSH_OPTIONS_TIMEOUT, &seconds) == SSH_OK;
    return ok && ssh_options_set(session, SSH_OPTIONS_PROCESS_CONFIG, &no) == SSH_OK;
}

} // namespace

Result<ResolvedTarget> applyTarget(ssh_session session, const SshTarget &target)
{
    if (auto readable = checkIdentity(target); !readable)
        return tl::unexpected(readable.error());
    const bool named = !target.host.isEmpty() && !target.host.startsWith(QLatin1Char('-')) &&
                       setText(session, SSH_OPTIONS_SSH_DIR, sshFolder(target)) &&
                       setText(session, SSH_OPTIONS_HOST, target.host);
    // ssh_config first, since libssh lets whatever comes later win.
    if (!named || ssh_options_parse_config(session, nullptr) < 0 || !applyOwn(session, target)) {
        return error::make(error::badTarget,
                           Ssh::tr("The SSH settings for \"%1\" cannot be used: %2")
                               .arg(target.host, QString::fromLocal8Bit(ssh_get_error(session))),
                           Ssh::tr("Check host, ssh_user and ssh_port of the node in site.toml, and ~/.ssh/config."));
    }

    ResolvedTarget resolved;
    resolved.host = sshOption(session, SSH_OPTIONS_HOST);
    unsigned int port = 0;
    ssh_options_get_port(session, &port);
    resolved.port = static_cast<quint16>(port == 0 ? 22 : port);
    resolved.user = sshOption(session, SSH_OPTIONS_USER);
    resolved.identityFiles = identities(session, target);

    const QString command = sshOption(session, SSH_OPTIONS_PROXYCOMMAND);
    const auto configured = jumpOfCommand(command);
    resolved.proxyJump = target.proxyJump.isEmpty() ? configured.value_or(QString()) : target.proxyJump;
    resolved.proxyCommand = resolved.proxyJump.isEmpty() && !command.isEmpty() && command != QStringLiteral("none");
    if (!resolved.proxyCommand)
        ssh_options_set(session, SSH_OPTIONS_PROXYCOMMAND, "none");
    if (resolved.proxyJump == QStringLiteral("none"))
        resolved.proxyJump.clear();
    return resolved;
}

} // namespace twinhelm::desk
