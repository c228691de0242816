#pragma once

#include <QList>
#include <QString>

#include "gui/core/live/live_cluster.h"
#include "gui/core/presenters/colour_role.h"

namespace twinhelm::desk
{

/// A node's lamp in the header of a cluster page or on a card.
struct NodeLamp {
    QString node;
    Lamp lamp = Lamp::Unknown;
    ColourRole colour = ColourRole::Stale;
    bool active = false; ///< holds MASTER, freshly known
    QString text;        ///< "MASTER", "unknown since 12:03:11"
    QString tooltip;
    friend bool operator==(const NodeLamp &, const NodeLamp &) = default;
};

[[nodiscard]] NodeLamp nodeLamp(const NodeHeader &header);
[[nodiscard]] QList<NodeLamp> nodeLamps(const LiveCluster &cluster);

} // namespace twinhelm::desk
