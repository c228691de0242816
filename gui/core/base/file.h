#pragma once

#include <QByteArray>
#include <QString>

#include "common/base/result.h"

namespace twinhelm::desk
{

/// Whole files, synchronously. Writing is atomic: the old bytes or the new ones, never half. Errors name the path
/// and the system's reason.
[[nodiscard]] Result<QByteArray> readFile(const QString &path);
[[nodiscard]] Result<void> writeFile(const QString &path, const QByteArray &bytes);

} // namespace twinhelm::desk
