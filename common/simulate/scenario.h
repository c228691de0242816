#pragma once

#include <vector>

#include "common/simulate/command.h"
#include "common/simulate/timeline.h"

namespace twinhelm::simulate
{

struct Step {
    Duration at{}; ///< after the beginning
    Command command;
};

/// Nodes, what happens to them, and for how long to look.
struct Scenario {
    std::vector<NodeInput> nodes;
    std::vector<Step> steps; ///< in any order; of the same moment: as given
    Duration length = std::chrono::seconds(60);
    NetworkOptions network;
};

/// Runs it. All nodes start together at 0, except those whose first start, stop or crash is a start.
[[nodiscard]] Timeline run(const Scenario &scenario);

} // namespace twinhelm::simulate
