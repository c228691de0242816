#pragma once

#include "agent/linux/netlink_attributes.h"
#include "common/vrrp/virtual_link.h"

/// Requests about virtual links. Pure; the socket sets the sequence number.
namespace twinhelm::agent
{

inline constexpr const char *macvlanKind = "macvlan";
inline constexpr const char *ipvlanKind = "ipvlan";

/// RTM_NEWLINK: a macvlan in private mode with the virtual router's MAC, or an ipvlan, still down.
[[nodiscard]] NetlinkMessage createLinkMessage(const vrrp::VirtualLink &link, int baseIndex);
[[nodiscard]] NetlinkMessage setLinkUpMessage(int index);
/// The kernel makes no IPv6 link-local address of its own (addrgenmode none); before the link is up.
[[nodiscard]] NetlinkMessage noGeneratedAddressMessage(int index);
[[nodiscard]] NetlinkMessage deleteLinkMessage(int index);

} // namespace twinhelm::agent
