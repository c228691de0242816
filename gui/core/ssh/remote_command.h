#pragma once

#include <QByteArray>
#include <QString>

#include "common/base/result.h"
#include "gui/core/ssh/remote_shell.h"

namespace twinhelm::desk
{

class SshLink;

/// Runs one command on its own channel of the link: input, output and errors flow at the same time, so that neither
/// side can wait for the other for ever. Ends when the command's channel is closed, the link breaks, or the link's
/// interrupt says so. Output beyond 64 MiB is refused.
Result<CommandResult> runRemoteCommand(SshLink &link, const QString &command, const QByteArray &input);

} // namespace twinhelm::desk
