#pragma once

#include "common/config/model/node_config.h"
#include "common/config/model/outline.h"

namespace twinhelm::config
{

/// What a node is configured to do, as statements in one fixed order, each once, without what keepalived ignores:
/// second blocks of a name, blocks without a name, values out of range.
[[nodiscard]] model::Outline outlineOf(const model::NodeConfig &config);

} // namespace twinhelm::config
