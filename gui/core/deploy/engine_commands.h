#pragma once

#include <QString>

#include "common/base/result.h"
#include "gui/core/deploy/deploy_plan.h"
#include "gui/core/ssh/remote_shell.h"

/// What is typed on a node for each engine; every word is quoted.
namespace twinhelm::desk
{

/// Exit 0: the engine that will run the file takes it.
QString validateCommand(const DeployNode &node, const QString &file);
/// Exit 0: the new file is in force (twinhelmd), or the engine was told to read it (keepalived).
QString reloadCommand(const DeployNode &node);
QString startCommand(const DeployNode &node);
/// twinhelmd: exit 0 and the state as JSON. keepalived: exit 0 while it runs.
QString statusCommand(const DeployNode &node);
QString copyCommand(const QString &from, const QString &to);
QString renameCommand(const QString &from, const QString &to);
QString removeCommand(const QString &file);

/// Where `path` really lies on the node, after links; `path` itself when the node cannot tell.
Result<QString> realPath(RemoteShell &shell, const QString &path);

} // namespace twinhelm::desk
