#pragma once

#include <cstdint>

#include "agent/linux/netlink_message.h"
#include "common/ipvs/plan.h"
#include "common/ipvs/sync.h"

/// The messages of the kernel's generic netlink family "IPVS" (linux/ip_vs.h), and the question for its number.
/// Pure; the socket sets sequence numbers. `family`: that number.
namespace twinhelm::agent
{

/// CTRL_CMD_GETFAMILY; ENOENT: there is none of that name.
[[nodiscard]] NetlinkMessage ipvsFamilyMessage();

[[nodiscard]] NetlinkMessage changeMessage(std::uint16_t family, const ipvs::Change &change);
[[nodiscard]] NetlinkMessage flushMessage(std::uint16_t family);
/// All services; then the destinations of each.
[[nodiscard]] NetlinkMessage servicesMessage(std::uint16_t family);
[[nodiscard]] NetlinkMessage destinationsMessage(std::uint16_t family, const ipvs::ServiceKey &service);
/// One service, without its destinations; ESRCH: it is not there.
[[nodiscard]] NetlinkMessage serviceMessage(std::uint16_t family, const ipvs::ServiceKey &service);

[[nodiscard]] NetlinkMessage syncMessage(std::uint16_t family, const ipvs::SyncChange &change);
[[nodiscard]] NetlinkMessage syncDaemonsMessage(std::uint16_t family);

/// Seconds; 0: to be left alone.
struct IpvsTimeouts {
    std::uint32_t tcp = 0;
    std::uint32_t tcpFin = 0;
    std::uint32_t udp = 0;
    friend bool operator==(const IpvsTimeouts &, const IpvsTimeouts &) = default;
};
[[nodiscard]] NetlinkMessage timeoutsMessage(std::uint16_t family);
[[nodiscard]] NetlinkMessage setTimeoutsMessage(std::uint16_t family, const IpvsTimeouts &timeouts);

} // namespace twinhelm::agent
