#pragma once

#include <cstdint>

namespace twinhelm::config::model
{

/// lb_kind: how a packet reaches the real server.
struct Forwarding {
    enum class Method : std::uint8_t { Nat, Direct, Tunnel };
    enum class Tunnel : std::uint8_t { Ipip, Gue, Gre };
    enum class Checksum : std::uint8_t { None, Checksum, Remote };

    Method method = Method::Nat;
    Tunnel tunnel = Tunnel::Ipip;
    Checksum checksum = Checksum::None;
    std::uint16_t port = 0; ///< gue
    friend bool operator==(const Forwarding &, const Forwarding &) = default;
};

} // namespace twinhelm::config::model
