#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace twinhelm::test
{

/// What a dump of keepalived 2.2 (SIGUSR1) says of the configuration: its lines without those, or the parts of those,
/// that tell how the process fares at the moment. Two processes that read the same configuration give the same lines,
/// whenever they are asked. Pure.
[[nodiscard]] std::vector<std::string> configurationLines(std::string_view dump);

/// Where two dumps differ, shortest edit first to last: "- line" is missing in the second, "+ line" is new there.
[[nodiscard]] std::vector<std::string> differences(const std::vector<std::string> &first,
                                                   const std::vector<std::string> &second);

} // namespace twinhelm::test
