#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace twinhelm::config::model
{

/// A routing table, protocol, type of service, realm or group: a number, or a name that only the node's
/// /etc/iproute2 may know. `number` is there for numbers and for the names every Linux knows.
struct RoutingName {
    std::string text; ///< as written
    std::optional<std::uint32_t> number;

    friend bool operator==(const RoutingName &, const RoutingName &) = default;
};

} // namespace twinhelm::config::model
