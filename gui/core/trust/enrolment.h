#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

#include "common/base/result.h"
#include "gui/core/ssh/remote_shell.h"

namespace twinhelm::desk
{

class SiteCa;

struct EnrolmentRequest {
    QString node;
    QStringList names; ///< host names and addresses under which the desk reaches the node's API
    QString ctl = QStringLiteral("twinhelmctl");
    QString stateDir = QStringLiteral("/var/lib/twinhelm");
};

struct Enrolled {
    QByteArray certificate; ///< what the node now shows, PEM
    QDateTime validUntil;
};

/// Gives a node its identity over an SSH session whose host key was verified: the node makes its own key and a
/// request, the site CA signs it, the node checks and installs the answer. The private key never leaves the node.
/// Blocking. Errors: D03xx with the node's own words, D01xx of the transport.
Result<Enrolled> enrol(RemoteShell &shell, const SiteCa &ca, const EnrolmentRequest &request, const QDateTime &now);

} // namespace twinhelm::desk
