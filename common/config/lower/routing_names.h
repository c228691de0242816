#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace twinhelm::config
{

/// Which of iproute2's name files a name stands in.
enum class RoutingNames : std::uint8_t { Tables, Protocols, Scopes, TypesOfService, Realms, Groups, IpProtocols };

/// The number of a name that only the node knows (/etc/iproute2); nothing: it does not know it either.
using RoutingLookup = std::function<std::optional<std::uint32_t>(RoutingNames file, const std::string &name)>;

} // namespace twinhelm::config
