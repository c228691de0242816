#pragma once

#include <QByteArray>
#include <QString>

#include "common/base/result.h"
#include "gui/core/ssh/remote_shell.h"

namespace twinhelm::desk
{

struct FetchedConfig {
    QString path; ///< after links, on the node
    QByteArray text;
    QString sha256; ///< hex
};

/// Reads a node's keepalived.conf for import. Blocking. Errors: D0210 (no such file, with where to look), D01xx.
Result<FetchedConfig> fetchConfig(RemoteShell &shell, const QString &node, const QString &path);

} // namespace twinhelm::desk
