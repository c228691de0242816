#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "common/vrrp/settings.h"

struct nl_msg;

namespace twinhelm::agent
{

struct FreeNetlinkMessage {
    void operator()(nl_msg *message) const;
};
using NetlinkMessage = std::unique_ptr<nl_msg, FreeNetlinkMessage>;

/// Requests about addresses. IFA_PROTO of every address we add is vrrp::ownProtocol (`ip address` shows "proto 0x12"),
/// so that network managers which spare keepalived's addresses spare ours.

/// RTM_NEWADDR that makes or updates the address on the interface with this index. Pure; the socket sets the sequence.
[[nodiscard]] NetlinkMessage addAddressMessage(int interfaceIndex, const vrrp::VirtualAddress &address);
/// RTM_DELADDR for the same.
[[nodiscard]] NetlinkMessage removeAddressMessage(int interfaceIndex, const vrrp::VirtualAddress &address);
/// Type and content of a request as hexadecimal digits, and the request made of them (null: they are none): how a
/// ledger remembers what removes an object.
[[nodiscard]] std::string toHex(const NetlinkMessage &message);
[[nodiscard]] NetlinkMessage fromHex(std::string_view digits);

/// A dump request: RTM_GETLINK or RTM_GETADDR.
[[nodiscard]] NetlinkMessage dumpMessage(std::uint16_t type);

} // namespace twinhelm::agent
