#include "agent/linux/netlink_message.h"

#include <new>

#include <linux/if_addr.h>
#include <linux/rtnetlink.h>
#include <netlink/msg.h>

namespace twinhelm::agent
{

namespace
{

void require(int result)
{
    // The only failure of the put functions is lack of memory.
    if (result < 0)
        throw std::bad_alloc();
}

void putAddress(nl_msg *message, int attribute, const IpAddress &address)
{
    require(nla_put(message, attribute, static_cast<int>(address.size()), address.bytes().data()));
}

/// What identifies an address to the kernel: family, interface, local address, prefix or peer.
NetlinkMessage identify(std::uint16_t type, int flags, int interfaceIndex, const vrrp::VirtualAddress &address)
{
    NetlinkMessage message(nlmsg_alloc_simple(type, flags));
    if (!message)
        throw std::bad_alloc();
    const Prefix &network = address.peer ? *address.peer : address.prefix;
    ifaddrmsg header{};
    header.ifa_family = address.prefix.address.isV4() ? AF_INET : AF_INET6;
    header.ifa_prefixlen = network.length;
    header.ifa_scope = address.scope;
    header.ifa_index = static_cast<unsigned>(interfaceIndex);
    require(nlmsg_append(message.get(), &header, sizeof header, NLMSG_ALIGNTO));
    putAddress(message.get(), IFA_LOCAL, address.prefix.address);
    putAddress(message.get(), IFA_ADDRESS, network.address);
    return message;
}

} // namespace

void FreeNetlinkMessage::operator()(nl_msg *message) const
{
    nlmsg_free(message);
}

NetlinkMessage addAddressMessage(int interfaceIndex, const vrrp::VirtualAddress &address)
{
    auto message =
        identify(RTM_NEWADDR, NLM_F_REQUEST | NLM_F_ACK | NLM_F_CREATE | NLM_F_REPLACE, interfaceIndex, address);
    const bool v4 = address.prefix.address.isV4();
    if (v4 && address.broadcast)
        putAddress(message.get(), IFA_BROADCAST, *address.broadcast);
    if (v4 && !address.label.empty())
        require(nla_put_string(message.get(), IFA_LABEL, address.label.c_str()));
    std::uint32_t flags = 0;
    if (!v4 && address.noDad)
        flags |= IFA_F_NODAD;
    if (address.noPrefixRoute)
        flags |= IFA_F_NOPREFIXROUTE;
    if (flags != 0)
        require(nla_put_u32(message.get(), IFA_FLAGS, flags));
    if (address.preferredLifetime) {
        ifa_cacheinfo lifetimes{};
        lifetimes.ifa_prefered = *address.preferredLifetime;
        lifetimes.ifa_valid = ~0U;
        require(nla_put(message.get(), IFA_CACHEINFO, sizeof lifetimes, &lifetimes));
    }
    require(nla_put_u8(message.get(), IFA_PROTO, addressProtocol));
    return message;
}

NetlinkMessage removeAddressMessage(int interfaceIndex, const vrrp::VirtualAddress &address)
{
    return identify(RTM_DELADDR, NLM_F_REQUEST | NLM_F_ACK, interfaceIndex, address);
}

NetlinkMessage dumpMessage(std::uint16_t type)
{
    NetlinkMessage message(nlmsg_alloc_simple(type, NLM_F_REQUEST | NLM_F_DUMP));
    if (!message)
        throw std::bad_alloc();
    ifinfomsg linkHeader{};
    ifaddrmsg addressHeader{};
    if (type == RTM_GETADDR)
        require(nlmsg_append(message.get(), &addressHeader, sizeof addressHeader, NLMSG_ALIGNTO));
    else
        require(nlmsg_append(message.get(), &linkHeader, sizeof linkHeader, NLMSG_ALIGNTO));
    return message;
}

} // namespace twinhelm::agent
