#pragma once

#include <string_view>

#include "common/config/load.h"

namespace twinhelm::config
{

/// Keywords that keepalived `version` ("2.2.7") does not know yet: an error for each (K0114), in the order of the file.
/// Empty when `version` is no version. Reads the node's files anew from its sources, not from the disk, except for
/// patterns in include lines.
[[nodiscard]] Diagnostics checkTargetVersion(const LoadedNode &node, std::string_view version);

/// Negative, zero, positive: `a` is older than, the same as, newer than `b`. "2.2" is "2.2.0"; letters after the
/// numbers do not count.
[[nodiscard]] int compareVersions(std::string_view a, std::string_view b);

} // namespace twinhelm::config
