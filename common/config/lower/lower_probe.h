#pragma once

#include <optional>

#include "common/config/model/node_config.h"
#include "common/health/settings.h"

namespace twinhelm::config
{

[[nodiscard]] health::Command lowerProbeCommand(const model::Command &command);

/// One checker with the values that count for it. Nothing when keepalived drops it: HTTP_GET without a url, MISC_CHECK
/// without a command, FILE_CHECK or BFD_CHECK of something that does not exist.
[[nodiscard]] std::optional<health::Probe> lowerProbe(const model::NodeConfig &config,
                                                      const model::VirtualServer &service,
                                                      const model::RealServer &server, const model::Check &check);

} // namespace twinhelm::config
