#pragma once

#include "common/health/events.h"
#include "common/wire/messages.h"

namespace twinhelm::agent
{

/// What the balancer publishes as an event of the journal; id, times and boot id are filled in by whoever stores it.
/// Pure.
[[nodiscard]] wire::Event reportHealthEvent(const health::Publish &news);

} // namespace twinhelm::agent
