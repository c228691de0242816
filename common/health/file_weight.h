#pragma once

#include <optional>

#include "common/health/settings.h"

namespace twinhelm::health
{

/// What a tracked file's number adds to its server's weight: number x weight, turned round by `reverse`. Nothing: the
/// server is down. With weight 0 that is any number but 0 (reverse: 0), else a product beyond what an int holds below
/// (keepalived: IPVS_WEIGHT_FAULT).
[[nodiscard]] std::optional<int> fileWeight(int value, const FileProbe &probe);

} // namespace twinhelm::health
