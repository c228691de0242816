#pragma once

#include <QSqlDatabase>
#include <QString>

#include "common/base/result.h"

namespace twinhelm::desk
{

/// Brings the tables of an open database to this version: the numbered files of sql/, each in a transaction of its
/// own, each once. A database of a newer Twinhelm is refused and left alone.
[[nodiscard]] Result<void> migrate(QSqlDatabase &database);
[[nodiscard]] int newestSchemaVersion();

} // namespace twinhelm::desk
