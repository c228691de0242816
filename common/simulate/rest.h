#pragma once

#include "common/base/time.h"
#include "common/vrrp/settings.h"

namespace twinhelm::simulate
{

/// After this long without news a node with these settings has come to rest: every script was noticed, every election
/// and every delay is over.
[[nodiscard]] Duration timeToRest(const vrrp::NodeSettings &settings);

} // namespace twinhelm::simulate
