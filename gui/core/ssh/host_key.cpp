#include "gui/core/ssh/host_key.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include "gui/core/ssh/libssh_values.h"
#include "gui/core/ssh/questions.h"
#include "gui/core/ssh/remote_shell.h"
#include "gui/core/ssh/ssh_error.h"

namespace twinhelm::desk
{
namespace
{

/// The host as known_hosts writes it.
QString knownName(ssh_session session)
{
    const QString host = sshOption(session, SSH_OPTIONS_HOST).toLower();
    unsigned int port = 22;
    ssh_options_get_port(session, &port);
    return port == 22 ? host : QStringLiteral("[%1]:%2").arg(host).arg(port);
}

QString fingerprintOf(ssh_key key)
{
    unsigned char *hash = nullptr;
    size_t size = 0;
    if (ssh_get_publickey_hash(key, SSH_PUBLICKEY_HASH_SHA256, &hash, &size) != 0)
        return {};
    const SshText text(ssh_get_fingerprint_hash(SSH_PUBLICKEY_HASH_SHA256, hash, size));
    ssh_clean_pubkey_hash(&hash);
    return QString::fromLatin1(text.get());
}

Result<UnknownHostKey> presentedKey(ssh_session session)
{
    ssh_key raw = nullptr;
    if (ssh_get_server_publickey(session, &raw) != SSH_OK)
        return error::make(error::notSsh, Ssh::tr("The server showed no host key."));
    const SshKey key(raw);
    UnknownHostKey shown;
    shown.host = knownName(session);
    shown.keyType = QString::fromLatin1(ssh_key_type_to_char(ssh_key_type(key.get())));
    shown.fingerprint = fingerprintOf(key.get());
    shown.knownHostsFile = sshOption(session, SSH_OPTIONS_KNOWNHOSTS);
    return shown;
}

/// Not ssh_session_update_known_hosts(): that glues the entry to a last line that has no line end.
Result<void> remember(ssh_session session, const QString &path)
{
    char *raw = nullptr;
    if (ssh_session_export_known_hosts_entry(session, &raw) != SSH_OK)
        return error::make(error::knownHosts, Ssh::tr("The host key cannot be written in known_hosts form."));
    const SshText entry(raw);
    const QString folder = QFileInfo(path).path();
    if (!QDir(folder).exists() && QDir().mkpath(folder))
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QFile file(path);
    const bool fresh = !file.exists();
    bool ok = file.open(QIODevice::ReadWrite);
    if (ok && fresh)
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (ok && file.size() > 0) {
        file.seek(file.size() - 1);
        if (file.read(1) != "\n")
            ok = file.write("\n") == 1;
    }
    const QByteArray line(entry.get());
    ok = ok && file.write(line) == line.size() && file.flush();
    if (!ok) {
        return error::make(error::knownHosts,
                           Ssh::tr("The host key cannot be written to %1: %2.").arg(path, file.errorString()),
                           Ssh::tr("Make the file writable; without it the host would be unknown again next time."));
    }
    return {};
}

QString forgetCommand(const UnknownHostKey &key)
{
    const QString standard = QDir::homePath() + QStringLiteral("/.ssh/known_hosts");
    const QString file =
        key.knownHostsFile == standard ? QString() : QStringLiteral("-f %1 ").arg(shellQuote(key.knownHostsFile));
    return QStringLiteral("ssh-keygen %1-R %2").arg(file, shellQuote(key.host));
}

Result<void> refuseChanged(const UnknownHostKey &key, Questions &questions)
{
    const QString mend = forgetCommand(key);
    questions.tellHostKeyChanged({key.host, key.keyType, key.fingerprint, key.knownHostsFile, mend});
    return error::make(error::hostKeyChanged,
                       Ssh::tr("The host key of %1 is not the one recorded in %2. It now shows %3 %4. Either the node "
                               "was reinstalled, or somebody else answers in its place. Nothing was sent to it.")
                           .arg(key.host, key.knownHostsFile, key.keyType, key.fingerprint),
                       Ssh::tr("Compare the fingerprint on the node's console (ssh-keygen -lf "
                               "/etc/ssh/ssh_host_*_key.pub). Only if it is the same, forget the old key: %1")
                           .arg(mend));
}

Result<void> askUnknown(ssh_session session, const UnknownHostKey &key, Questions &questions)
{
    if (questions.acceptUnknownHost(key))
        return remember(session, key.knownHostsFile);
    return error::make(error::hostKeyRefused,
                       Ssh::tr("The host key of %1 (%2 %3) is unknown and was not accepted.")
                           .arg(key.host, key.keyType, key.fingerprint),
                       Ssh::tr("Compare the fingerprint with the node's own (ssh-keygen -lf "
                               "/etc/ssh/ssh_host_*_key.pub), then connect again and accept it."));
}

} // namespace

Result<void> verifyHostKey(ssh_session session, Questions &questions)
{
    const auto key = presentedKey(session);
    if (!key)
        return tl::unexpected(key.error());
    switch (ssh_session_is_known_server(session)) {
    case SSH_KNOWN_HOSTS_OK: return {};
    case SSH_KNOWN_HOSTS_UNKNOWN:
    case SSH_KNOWN_HOSTS_NOT_FOUND: return askUnknown(session, *key, questions);
    case SSH_KNOWN_HOSTS_CHANGED:
    case SSH_KNOWN_HOSTS_OTHER: return refuseChanged(*key, questions);
    case SSH_KNOWN_HOSTS_ERROR: break;
    }
    return error::make(error::knownHosts,
                       Ssh::tr("The host key of %1 cannot be checked against %2: %3.")
                           .arg(key->host, key->knownHostsFile, QString::fromLocal8Bit(ssh_get_error(session))),
                       Ssh::tr("Mend or remove the broken line of that file."));
}

} // namespace twinhelm::desk
