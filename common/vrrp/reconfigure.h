#pragma once

#include <cstdint>

#include "common/vrrp/settings.h"

namespace twinhelm::vrrp
{

enum class Change : std::uint8_t {
    None,    ///< not a packet more or less
    Live,    ///< taken over in the running instance: priority, tracking, notify, preemption, announcements, addresses
    Restart, ///< what peers know it by changed: stop in good order, begin again
};

/// What going from `before` to `after` asks of a running instance of that name.
[[nodiscard]] Change classify(const InstanceSettings &before, const InstanceSettings &after);

} // namespace twinhelm::vrrp
