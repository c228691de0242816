#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "common/vrrp/node_events.h"

namespace twinhelm::vrrp
{

/// The VRRP message in an IPv4 datagram as a raw socket delivers it, and where it came from; behind an authentication
/// header, with the whole datagram, which is what was signed. Nothing when a header is broken or the protocol is
/// another one. `interface` is left empty.
[[nodiscard]] std::optional<PacketReceived> parseIpv4Datagram(std::span<const std::uint8_t> datagram);
/// The same into one that was used before, whose memory serves again. False: `out` means nothing.
[[nodiscard]] bool readIpv4Datagram(std::span<const std::uint8_t> datagram, PacketReceived &out);

/// What a router on the same segment receives when another one does as `packet` says: for simulations and tests.
[[nodiscard]] PacketReceived receivedFrom(const SendPacket &packet);

} // namespace twinhelm::vrrp
