#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "common/base/result.h"
#include "common/simulate/network.h"
#include "common/simulate/setup.h"

namespace twinhelm::simulate
{

/// One step of a scenario, understood: every name in it exists.
struct Command {
    std::string verb;
    std::string node; ///< empty: concerns the network
    std::string text; ///< as it was written
    std::function<void(Network &)> act;
};

/// What names may mean.
struct Names {
    std::span<const NodeInput> nodes;
    /// Reads another configuration for a node; empty: `reload` is refused.
    std::function<Result<vrrp::NodeSettings>(const std::string &file, const std::string &node)> readSettings;
};

/// Understands one step:
///
///     start NODE | stop NODE | crash NODE | reload NODE FILE
///     script NODE NAME ok|fail|timeout | link NODE INTERFACE up|down
///     partition A B | partition A->B | heal [A B | A->B] | loss PERCENT% [A->B] | delay DURATION [A->B]
///     handover NODE INSTANCE | release NODE INSTANCE
///
/// Error A0494 says what is not understood, and what there is instead.
[[nodiscard]] Result<Command> parseCommand(std::string_view text, const Names &names);

} // namespace twinhelm::simulate
