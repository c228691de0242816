#include "agent/linux/netlink_message.h"

#include <charconv>
#include <vector>

#include <linux/if_addr.h>
#include <linux/rtnetlink.h>
#include <netlink/msg.h>

#include "agent/linux/netlink_attributes.h"

namespace twinhelm::agent
{

namespace
{

/// What identifies an address to the kernel: family, interface, local address, prefix or peer.
NetlinkMessage identify(std::uint16_t type, int flags, int interfaceIndex, const vrrp::VirtualAddress &address)
{
    auto message = newMessage(type, flags);
    const Prefix &network = address.peer ? *address.peer : address.prefix;
    ifaddrmsg header{};
    header.ifa_family = familyNumber(address.prefix.address.family());
    header.ifa_prefixlen = network.length;
    header.ifa_scope = address.scope;
    header.ifa_index = static_cast<unsigned>(interfaceIndex);
    append(message.get(), header);
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
        putString(message.get(), IFA_LABEL, address.label);
    std::uint32_t flags = 0;
    if (!v4 && address.noDad)
        flags |= IFA_F_NODAD;
    if (!v4 && address.home)
        flags |= IFA_F_HOMEADDRESS;
    if (!v4 && address.manageTemporary)
        flags |= IFA_F_MANAGETEMPADDR;
    if (address.autoJoin)
        flags |= IFA_F_MCAUTOJOIN;
    if (address.noPrefixRoute)
        flags |= IFA_F_NOPREFIXROUTE;
    if (flags != 0)
        put(message.get(), IFA_FLAGS, flags);
    if (address.preferredLifetime) {
        ifa_cacheinfo lifetimes{};
        lifetimes.ifa_prefered = *address.preferredLifetime;
        lifetimes.ifa_valid = ~0U;
        put(message.get(), IFA_CACHEINFO, lifetimes);
    }
    put(message.get(), IFA_PROTO, vrrp::ownProtocol);
    return message;
}

NetlinkMessage removeAddressMessage(int interfaceIndex, const vrrp::VirtualAddress &address)
{
    return identify(RTM_DELADDR, NLM_F_REQUEST | NLM_F_ACK, interfaceIndex, address);
}

std::string toHex(const NetlinkMessage &message)
{
    constexpr auto digits = "0123456789abcdef";
    const auto *header = nlmsg_hdr(message.get());
    std::string out;
    const auto put = [&](std::uint8_t byte) {
        out += digits[byte >> 4U];
        out += digits[byte & 15U];
    };
    put(static_cast<std::uint8_t>(header->nlmsg_type >> 8U));
    put(static_cast<std::uint8_t>(header->nlmsg_type));
    const auto *bytes = static_cast<const std::uint8_t *>(nlmsg_data(header));
    for (int i = 0; i < nlmsg_datalen(header); ++i)
        put(bytes[i]);
    return out;
}

NetlinkMessage fromHex(std::string_view digits)
{
    std::vector<std::uint8_t> bytes(digits.size() / 2);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto [end, error] = std::from_chars(digits.data() + 2 * i, digits.data() + 2 * i + 2, bytes[i], 16);
        if (error != std::errc() || end != digits.data() + 2 * i + 2)
            return nullptr;
    }
    if (bytes.size() < 2 || digits.size() % 2 != 0)
        return nullptr;
    const auto type = static_cast<std::uint16_t>(bytes[0] << 8U | bytes[1]);
    auto message = newMessage(type, NLM_F_REQUEST | NLM_F_ACK, bytes.size() + smallMessage);
    append(message.get(), bytes.data() + 2, bytes.size() - 2);
    return message;
}

NetlinkMessage dumpMessage(std::uint16_t type)
{
    auto message = newMessage(type, NLM_F_REQUEST | NLM_F_DUMP);
    if (type == RTM_GETADDR)
        append(message.get(), ifaddrmsg{});
    else
        append(message.get(), ifinfomsg{});
    return message;
}

} // namespace twinhelm::agent
