#pragma once

#include <set>
#include <string>
#include <string_view>

namespace twinhelm::config
{

/// The node ids that lines of this text are conditional on (@id, @^id). Empty for a file of a single node.
[[nodiscard]] std::set<std::string> nodeIds(std::string_view text);

} // namespace twinhelm::config
