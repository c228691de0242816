#pragma once

#include <string>
#include <utility>
#include <vector>

/// What ipvs_in_uml.sh gives to our driver and to keepalived.
namespace twinhelm::lab
{

using NamedConfigs = std::vector<std::pair<std::string, std::string>>;

/// One for each thing that IPVS can be told; no real server is checked, so all of them are up at once.
[[nodiscard]] NamedConfigs ipvsConfigs();
/// The steps of a director that runs: each differs from the one before in what its name says.
[[nodiscard]] NamedConfigs liveConfigs();

/// `services` virtual servers with so many real servers each, for benchmarks.
[[nodiscard]] std::string largeIpvsConfig(int services, int destinations);

} // namespace twinhelm::lab
