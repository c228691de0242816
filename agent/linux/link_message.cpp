#include "agent/linux/link_message.h"

#include <linux/if.h>
#include <linux/if_link.h>
#include <linux/rtnetlink.h>
#include <netlink/msg.h>
#include <sys/socket.h>

namespace twinhelm::agent
{

namespace
{

constexpr std::uint16_t ipvlanL2 = 0; // IPVLAN_MODE_L2

void putKind(nl_msg *message, const vrrp::VirtualLink &link)
{
    const bool macvlan = link.kind == vrrp::VirtualLink::Kind::Macvlan;
    const Nest info(message, IFLA_LINKINFO);
    putString(message, IFLA_INFO_KIND, macvlan ? macvlanKind : ipvlanKind);
    const Nest data(message, IFLA_INFO_DATA);
    if (macvlan) {
        put(message, IFLA_MACVLAN_MODE, std::uint32_t{MACVLAN_MODE_PRIVATE});
        return;
    }
    put(message, IFLA_IPVLAN_MODE, ipvlanL2);
    put(message, IFLA_IPVLAN_FLAGS, static_cast<std::uint16_t>(link.ipvlanMode));
}

NetlinkMessage changeLink(int index, unsigned flags, unsigned mask)
{
    auto message = newMessage(RTM_NEWLINK, NLM_F_REQUEST | NLM_F_ACK);
    ifinfomsg header{};
    header.ifi_index = index;
    header.ifi_flags = flags;
    header.ifi_change = mask;
    append(message.get(), header);
    return message;
}

} // namespace

NetlinkMessage createLinkMessage(const vrrp::VirtualLink &link, int baseIndex)
{
    auto message = newMessage(RTM_NEWLINK, NLM_F_REQUEST | NLM_F_ACK | NLM_F_CREATE | NLM_F_EXCL);
    append(message.get(), ifinfomsg{});
    putString(message.get(), IFLA_IFNAME, link.name);
    put(message.get(), IFLA_LINK, baseIndex);
    if (link.kind == vrrp::VirtualLink::Kind::Macvlan)
        put(message.get(), IFLA_ADDRESS, link.mac);
    putKind(message.get(), link);
    return message;
}

NetlinkMessage setLinkUpMessage(int index)
{
    return changeLink(index, IFF_UP, IFF_UP);
}

NetlinkMessage noGeneratedAddressMessage(int index)
{
    auto message = changeLink(index, 0, 0);
    const Nest families(message.get(), IFLA_AF_SPEC);
    const Nest v6(message.get(), AF_INET6);
    put(message.get(), IFLA_INET6_ADDR_GEN_MODE, std::uint8_t{IN6_ADDR_GEN_MODE_NONE});
    return message;
}

NetlinkMessage deleteLinkMessage(int index)
{
    auto message = newMessage(RTM_DELLINK, NLM_F_REQUEST | NLM_F_ACK);
    ifinfomsg header{};
    header.ifi_index = index;
    append(message.get(), header);
    return message;
}

} // namespace twinhelm::agent
