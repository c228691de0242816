#pragma once

#include <optional>
#include <vector>

#include "common/ipvs/settings.h"
#include "common/ipvs/table.h"

namespace twinhelm::health
{

/// What one virtual server comes to, as it is now.
struct ServiceContent {
    /// Of each destination in the order of the settings: its weight; nothing: it is not in the table.
    std::vector<std::optional<int>> weights;
    bool sorryServes = false;
};

/// Puts a virtual server with its destinations under `keys` into the table. While the sorry server waits it is there
/// with weight 0 when it inhibits; one that is a real server as well is in the table as that.
void putService(ipvs::Table &table, const ipvs::Service &service, const std::vector<ipvs::ServiceKey> &keys,
                const ServiceContent &content);

} // namespace twinhelm::health
