#pragma once

#include "common/config/model/node_config.h"
#include "common/vrrp/settings.h"

namespace twinhelm::config
{

/// vrrp_garp_interval, vrrp_gna_interval and the garp_group blocks. A group without interfaces has no effect, and an
/// interface belongs to the first group that names it.
[[nodiscard]] vrrp::AnnouncePaces lowerAnnouncePaces(const model::NodeConfig &config);

} // namespace twinhelm::config
