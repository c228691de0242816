#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "common/config/model/node_config.h"
#include "common/health/settings.h"

namespace twinhelm::ctl
{

struct NamedProbe {
    std::string name; ///< "HTTP_GET of real_server[10.0.0.7 80]"
    health::Probe probe;
};

/// The probes of the real servers at a path: virtual_server[10.0.0.3 80]/real_server[10.0.0.7 80], or without the
/// second step those of all its real servers; [#2] counts. A0497: there is no such server, or it has no probes.
[[nodiscard]] Result<std::vector<NamedProbe>> probesAt(const config::model::NodeConfig &config, std::string_view path);

} // namespace twinhelm::ctl
