#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "common/config/model/node_config.h"

namespace twinhelm::config
{

/// The lists of a NodeConfig.
inline constexpr std::size_t modelLists = 16;

/// How many entries of each list a block has brought.
using ModelCounts = std::array<std::uint32_t, modelLists>;

[[nodiscard]] ModelCounts countsOf(const model::NodeConfig &part);

/// Replaces, in each list of `whole`, `removed` entries from `at` on by those of `parts`, in their order. What is no
/// list (global_defs) is left alone.
void replaceParts(model::NodeConfig &whole, const ModelCounts &at, const ModelCounts &removed,
                  std::vector<model::NodeConfig> parts);

} // namespace twinhelm::config
