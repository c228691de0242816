#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "common/cluster/rules/rules.h"

namespace twinhelm::cluster::rules
{

/// Members of a virtual router with one and the same configured priority.
struct EqualPriorities {
    std::vector<const Member *> members; ///< at least two
    std::size_t startingAsMaster = 0;

    [[nodiscard]] std::string names(const ClusterView &cluster) const;
};

[[nodiscard]] std::vector<EqualPriorities> equalPriorities(const VirtualRouter &router);

} // namespace twinhelm::cluster::rules
