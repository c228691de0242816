#pragma once

#include <QString>
#include <QStringList>

#include <libssh/libssh.h>

#include "common/base/result.h"
#include "gui/core/ssh/ssh_target.h"

namespace twinhelm::desk
{

/// A target after ~/.ssh/config had its say.
struct ResolvedTarget {
    QString host; ///< what is connected to
    quint16 port = 22;
    QString user; ///< empty: the name of the local user, as ssh does it
    QString proxyJump;
    bool proxyCommand = false; ///< libssh runs one and connects by itself
    QStringList identityFiles; ///< in the order they are tried; existing files only
};

/// Sets `session` up for `target`: first what ssh_config says for its host, then what the target itself says.
Result<ResolvedTarget> applyTarget(ssh_session session, const SshTarget &target);

} // namespace twinhelm::desk
