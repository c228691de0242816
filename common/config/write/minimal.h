#pragma once

#include <string>
#include <string_view>

namespace twinhelm::config
{

/// The same file without comments, empty lines and blanks at the ends of lines; everything else stays byte for byte:
/// includes, definitions, conditions, quotes, indentation. Together with cluster::splitFor() one node's file as short
/// as it gets without changing what its author wrote. Never fails; cost: one pass.
[[nodiscard]] std::string minimalText(std::string_view text);

} // namespace twinhelm::config
