#pragma once

#include <optional>
#include <string>

#include "common/config/model/node_config.h"

namespace twinhelm::config
{

/// Why this version of twinhelmd does not run an instance that keepalived would run, and where that is written.
struct Refusal {
    SourceRange range;
    std::string reason; ///< "auth_hmac is not done yet: ..."
};

/// Parts without which an instance would do harm are not left out silently: the instance stays in FAULT, the others
/// run.
[[nodiscard]] std::optional<Refusal> refusalOf(const model::VrrpInstance &instance, const model::NodeConfig &config);

} // namespace twinhelm::config
