#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace twinhelm::health
{

/// One ping (RFC 792, RFC 4443). `id` counts on raw sockets only: on others the kernel writes and compares its own.
struct IcmpEcho {
    bool v6 = false;
    std::uint16_t id = 0;
    std::uint16_t sequence = 0;
    std::string token; ///< bytes that must come back
};

/// The request, with its checksum for IPv4; for IPv6 the kernel computes it.
[[nodiscard]] std::string encodeEcho(const IcmpEcho &echo);

enum class EchoReading {
    Reply,     ///< to this request
    Unrelated, ///< to another's, or the request itself, as raw sockets see them
    TooShort,
};

/// `withHeader`: an IPv4 header stands before it (raw sockets). `anyId`: the kernel has compared it.
[[nodiscard]] EchoReading readEcho(std::string_view bytes, const IcmpEcho &sent, bool withHeader, bool anyId);

} // namespace twinhelm::health
