#pragma once

#include <QString>

#include "gui/core/live/verdict.h"

namespace twinhelm::desk
{

/// What can be done about one instance by hand now, and what would follow. Pure.
struct HandoverOffer {
    QString instance;
    QString from; ///< the node that is MASTER; empty: none is, freshly known
    bool possible = false;
    QString consequence; ///< what happens when it is done, or why it cannot be done
    QString heldBack;    ///< the node that was handed over and may be released; empty: none
    QString release;     ///< what happens when it is released

    friend bool operator==(const HandoverOffer &, const HandoverOffer &) = default;
};

[[nodiscard]] HandoverOffer offerHandover(const InstanceLive &instance);

} // namespace twinhelm::desk
