#pragma once

#include <cstdint>
#include <vector>

#include "agent/linux/route_change.h"
#include "common/base/ip_address.h"

namespace twinhelm::agent
{

using Frame = std::vector<std::uint8_t>;

/// A gratuitous ARP as keepalived sends it: a broadcast request whose sender and target are both `address`
/// (RFC 5227 section 3).
[[nodiscard]] Frame gratuitousArp(const MacAddress &mac, const IpAddress &address);
/// An unsolicited neighbour advertisement to all nodes with the override flag (RFC 4861 section 7.2.6).
[[nodiscard]] Frame unsolicitedAdvertisement(const MacAddress &mac, const IpAddress &address);
/// Whichever of the two fits the family.
[[nodiscard]] Frame announcement(const MacAddress &mac, const IpAddress &address);

} // namespace twinhelm::agent
