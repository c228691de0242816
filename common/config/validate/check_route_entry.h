#pragma once

#include <vector>

#include "common/config/expand/words.h"
#include "common/config/schema/block.h"
#include "common/diagnostics/diagnostic.h"

namespace twinhelm::config
{

/// One line of virtual_routes or static_routes: options of `entry` around one destination. What stands behind
/// nexthop or encap has a grammar of its own and is not looked at.
void checkRouteEntry(const schema::Block &entry, Words words, Diagnostics &diagnostics);

} // namespace twinhelm::config
