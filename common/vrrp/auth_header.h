#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <tl/expected.hpp>

#include "common/base/ip_address.h"
#include "common/vrrp/codec.h"

/// auth_type AH: an IPsec authentication header (RFC 2402) with HMAC-MD5-96 between IP and VRRP, as keepalived sends
/// it. The SPI is the sender's address. Weak by today's measure and gone from the standards, but pairs use it.
namespace twinhelm::vrrp
{

inline constexpr std::size_t ipv4HeaderSize = 20;
inline constexpr std::size_t authHeaderSize = 24;
inline constexpr std::uint8_t protocolVrrp = 112;
inline constexpr std::uint8_t protocolAuthHeader = 51;

/// Sequence numbers set aside for each second: more than an engine sends, so that one which was restarted begins above
/// all it ever sent.
inline constexpr std::uint32_t sequencesPerSecond = 4;

struct AuthHeaderFields {
    IpAddress source;
    IpAddress destination;
    std::uint8_t ttl = vrrpTtl;
    std::uint32_t sequence = 0; ///< greater than any before of this virtual router, whoever sent it
};

/// The whole IPv4 datagram: the header is part of what is signed, so nobody may fill it in later. `key` as
/// wirePassword() makes it.
[[nodiscard]] std::vector<std::uint8_t> signDatagram(std::span<const std::uint8_t> message,
                                                     const AuthHeaderFields &fields, const Password &key);

/// Checks signature and SPI of a whole datagram; returns its sequence number. AuthMismatch: another key, or changed on
/// the way. `unicast`: routers on the way may have changed the TTL, so it is not signed.
[[nodiscard]] tl::expected<std::uint32_t, Reject> verifyDatagram(std::span<const std::uint8_t> datagram,
                                                                 const Password &key, bool unicast);

} // namespace twinhelm::vrrp
