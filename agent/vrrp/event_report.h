#pragma once

#include "common/vrrp/node_events.h"
#include "common/wire/messages.h"

namespace twinhelm::agent
{

/// What the engine publishes as an event of the journal; id, times and boot id are filled in by whoever stores it.
/// Pure.
[[nodiscard]] wire::Event reportEvent(const vrrp::Publish &news);

} // namespace twinhelm::agent
