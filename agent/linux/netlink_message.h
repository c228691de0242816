#pragma once

#include <cstdint>
#include <memory>

#include "common/vrrp/settings.h"

struct nl_msg;

namespace twinhelm::agent
{

struct FreeNetlinkMessage {
    void operator()(nl_msg *message) const;
};
using NetlinkMessage = std::unique_ptr<nl_msg, FreeNetlinkMessage>;

/// IFA_PROTO of every address we add (`ip address` shows "proto 0x12"): 18 is keepalived's number for VRRP in
/// iproute2's tables, so that network managers which spare keepalived's addresses spare ours.
inline constexpr std::uint8_t addressProtocol = 18;

/// RTM_NEWADDR that makes or updates the address on the interface with this index. Pure; the socket sets the sequence.
[[nodiscard]] NetlinkMessage addAddressMessage(int interfaceIndex, const vrrp::VirtualAddress &address);
/// RTM_DELADDR for the same.
[[nodiscard]] NetlinkMessage removeAddressMessage(int interfaceIndex, const vrrp::VirtualAddress &address);
/// A dump request: RTM_GETLINK or RTM_GETADDR.
[[nodiscard]] NetlinkMessage dumpMessage(std::uint16_t type);

} // namespace twinhelm::agent
