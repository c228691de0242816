#pragma once

#include <QList>
#include <QString>

namespace twinhelm::desk
{

class LiveCluster;

/// "2 of 2 nodes connected", "1 of 2 nodes connected, nothing heard from lb02 for 12 s".
[[nodiscard]] QString connectionSummary(const QList<LiveCluster *> &clusters);

} // namespace twinhelm::desk
