#include "gui/core/ssh/ssh_target.h"

#include <QRegularExpression>

#include "gui/core/site/site_types.h"
#include "gui/core/ssh/ssh_error.h"

namespace twinhelm::desk
{

QString SshTarget::label() const
{
    QString text = user.isEmpty() ? host : user + QLatin1Char('@') + host;
    if (port != 0 && port != 22)
        text += QLatin1Char(':') + QString::number(port);
    return text;
}

SshTarget sshTarget(const SiteNode &node)
{
    SshTarget target;
    target.host = node.host;
    target.port = node.sshPort == SiteNode().sshPort ? quint16(0) : static_cast<quint16>(node.sshPort);
    target.user = node.sshUser;
    target.identityFile = node.identityFile;
    target.proxyJump = node.proxyJump;
    return target;
}

Result<SshTarget> parseHop(const QString &hop, const SshTarget &from)
{
    static const QRegularExpression form(QStringLiteral("^(?:ssh://)?(?:([^@/\\s]+)@)?" // user
                                                        "(?:\\[([\\w:.%]+)\\]|([^\\s:@/\\[\\]-][^\\s:@/\\[\\]]*))"
                                                        "(?::([0-9]{1,5}))?/?$"));
    const auto match = form.match(hop.trimmed());
    const uint port = match.captured(4).isEmpty() ? 0 : match.captured(4).toUInt();
    if (!match.hasMatch() || port > 65535 || (port == 0 && !match.captured(4).isEmpty())) {
        return error::make(error::badTarget, Ssh::tr("\"%1\" is no jump host.").arg(hop),
                           Ssh::tr("Write it as for ssh -J: [user@]host[:port], several separated by commas."));
    }
    SshTarget target = from;
    target.host = match.captured(2) + match.captured(3);
    target.user = match.captured(1);
    target.port = static_cast<quint16>(port);
    target.proxyJump.clear();
    return target;
}

} // namespace twinhelm::desk
