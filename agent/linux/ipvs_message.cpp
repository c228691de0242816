#include "agent/linux/ipvs_message.h"

#include <array>

#include <arpa/inet.h>
#include <linux/genetlink.h>
#include <linux/ip_vs.h>
#include <netinet/in.h>

#include "agent/linux/netlink_attributes.h"

namespace twinhelm::agent
{

namespace
{

/// The kernel takes addresses of both families in as many bytes.
void putWide(nl_msg *message, int attribute, const IpAddress &address)
{
    auto bytes = address.bytes();
    std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(address.size()), bytes.end(), std::uint8_t{0});
    putBytes(message, attribute, bytes.data(), bytes.size());
}

/// `text`: how long the strings are that will be put into it.
NetlinkMessage command(std::uint16_t family, std::uint8_t number, int flags, std::size_t text = 0)
{
    auto message = newMessage(family, NLM_F_REQUEST | flags, 2 * smallMessage + text);
    genlmsghdr header{};
    header.cmd = number;
    header.version = IPVS_GENL_VERSION;
    append(message.get(), header);
    return message;
}

std::uint16_t protocolNumber(ipvs::Protocol protocol)
{
    switch (protocol) {
    case ipvs::Protocol::Tcp: break;
    case ipvs::Protocol::Udp: return IPPROTO_UDP;
    case ipvs::Protocol::Sctp: return IPPROTO_SCTP;
    }
    return IPPROTO_TCP;
}

void putKey(nl_msg *message, const ipvs::ServiceKey &key)
{
    put(message, IPVS_SVC_ATTR_AF, std::uint16_t{familyNumber(key.family)});
    if (key.byMark) {
        put(message, IPVS_SVC_ATTR_FWMARK, key.mark);
        return;
    }
    put(message, IPVS_SVC_ATTR_PROTOCOL, protocolNumber(key.protocol));
    putWide(message, IPVS_SVC_ATTR_ADDR, key.address);
    put(message, IPVS_SVC_ATTR_PORT, htons(key.port));
}

/// A mask for IPv4, a length for IPv6.
std::uint32_t netmask(Family family, std::uint8_t length)
{
    if (family == Family::IPv6)
        return length;
    return length == 0 ? 0 : htonl(~std::uint32_t{0} << (32U - length));
}

void putValue(nl_msg *message, const ipvs::ServiceKey &key, const ipvs::Scheduling &value)
{
    putString(message, IPVS_SVC_ATTR_SCHED_NAME, value.scheduler);
    if (!value.persistenceEngine.empty())
        putString(message, IPVS_SVC_ATTR_PE_NAME, value.persistenceEngine);
    ip_vs_flags flags{};
    flags.flags = (value.persistenceSeconds != 0 ? IP_VS_SVC_F_PERSISTENT : 0U) |
                  (value.onePacket ? IP_VS_SVC_F_ONEPACKET : 0U) | (value.flag1 ? IP_VS_SVC_F_SCHED1 : 0U) |
                  (value.flag2 ? IP_VS_SVC_F_SCHED2 : 0U) | (value.flag3 ? IP_VS_SVC_F_SCHED3 : 0U);
    flags.mask = ~std::uint32_t{0};
    put(message, IPVS_SVC_ATTR_FLAGS, flags);
    put(message, IPVS_SVC_ATTR_TIMEOUT, value.persistenceSeconds);
    put(message, IPVS_SVC_ATTR_NETMASK, netmask(key.family, value.persistenceLength));
}

void putKey(nl_msg *message, const ipvs::DestinationKey &key)
{
    putWide(message, IPVS_DEST_ATTR_ADDR, key.address);
    put(message, IPVS_DEST_ATTR_ADDR_FAMILY, std::uint16_t{familyNumber(key.address.family())});
    put(message, IPVS_DEST_ATTR_PORT, htons(key.port));
}

std::uint32_t methodNumber(ipvs::Method method)
{
    switch (method) {
    case ipvs::Method::Nat: break;
    case ipvs::Method::Direct: return IP_VS_CONN_F_DROUTE;
    case ipvs::Method::Tunnel: return IP_VS_CONN_F_TUNNEL;
    }
    return IP_VS_CONN_F_MASQ;
}

std::uint8_t tunnelNumber(ipvs::TunnelType type)
{
    switch (type) {
    case ipvs::TunnelType::Ipip: break;
    case ipvs::TunnelType::Gue: return IP_VS_CONN_F_TUNNEL_TYPE_GUE;
    case ipvs::TunnelType::Gre: return IP_VS_CONN_F_TUNNEL_TYPE_GRE;
    }
    return IP_VS_CONN_F_TUNNEL_TYPE_IPIP;
}

std::uint16_t checksumFlags(ipvs::TunnelChecksum checksum)
{
    switch (checksum) {
    case ipvs::TunnelChecksum::None: break;
    case ipvs::TunnelChecksum::Checksum: return IP_VS_TUNNEL_ENCAP_FLAG_CSUM;
    case ipvs::TunnelChecksum::Remote: return IP_VS_TUNNEL_ENCAP_FLAG_REMCSUM;
    }
    return IP_VS_TUNNEL_ENCAP_FLAG_NOCSUM;
}

void putValue(nl_msg *message, const ipvs::DestinationValue &value)
{
    put(message, IPVS_DEST_ATTR_FWD_METHOD, methodNumber(value.forwarding.method));
    put(message, IPVS_DEST_ATTR_WEIGHT, static_cast<std::uint32_t>(value.weight));
    put(message, IPVS_DEST_ATTR_U_THRESH, value.upperThreshold);
    put(message, IPVS_DEST_ATTR_L_THRESH, value.lowerThreshold);
    if (value.forwarding.method != ipvs::Method::Tunnel)
        return;
    put(message, IPVS_DEST_ATTR_TUN_TYPE, tunnelNumber(value.forwarding.tunnel));
    put(message, IPVS_DEST_ATTR_TUN_PORT, htons(value.forwarding.port));
    put(message, IPVS_DEST_ATTR_TUN_FLAGS, checksumFlags(value.forwarding.checksum));
}

std::uint8_t number(const ipvs::AddService &)
{
    return IPVS_CMD_NEW_SERVICE;
}
std::uint8_t number(const ipvs::EditService &)
{
    return IPVS_CMD_SET_SERVICE;
}
std::uint8_t number(const ipvs::RemoveService &)
{
    return IPVS_CMD_DEL_SERVICE;
}
std::uint8_t number(const ipvs::AddDestination &)
{
    return IPVS_CMD_NEW_DEST;
}
std::uint8_t number(const ipvs::EditDestination &)
{
    return IPVS_CMD_SET_DEST;
}
std::uint8_t number(const ipvs::RemoveDestination &)
{
    return IPVS_CMD_DEL_DEST;
}

template<typename One>
void putChange(nl_msg *message, const One &change)
{
    if constexpr (requires { change.service; }) {
        {
            const Nest service(message, IPVS_CMD_ATTR_SERVICE);
            putKey(message, change.service);
        }
        const Nest destination(message, IPVS_CMD_ATTR_DEST);
        putKey(message, change.key);
        if constexpr (requires { change.value; })
            putValue(message, change.value);
    } else {
        const Nest service(message, IPVS_CMD_ATTR_SERVICE);
        putKey(message, change.key);
        if constexpr (requires { change.value; })
            putValue(message, change.key, change.value);
    }
}

/// The kernel takes names of up to 15 characters and refuses longer ones itself.
template<typename One>
std::size_t textIn(const One &change)
{
    if constexpr (requires { change.value.scheduler; })
        return change.value.scheduler.size() + change.value.persistenceEngine.size();
    else
        return 0;
}

std::uint32_t roleNumber(ipvs::SyncRole role)
{
    return role == ipvs::SyncRole::Master ? IP_VS_STATE_MASTER : IP_VS_STATE_BACKUP;
}

NetlinkMessage syncMessage(std::uint16_t family, const ipvs::StopSync &stop)
{
    auto message = command(family, IPVS_CMD_DEL_DAEMON, NLM_F_ACK);
    const Nest daemon(message.get(), IPVS_CMD_ATTR_DAEMON);
    put(message.get(), IPVS_DAEMON_ATTR_STATE, roleNumber(stop.role));
    put(message.get(), IPVS_DAEMON_ATTR_SYNC_ID, std::uint32_t{stop.id});
    return message;
}

NetlinkMessage syncMessage(std::uint16_t family, const ipvs::StartSync &start)
{
    auto message = command(family, IPVS_CMD_NEW_DAEMON, NLM_F_ACK, start.daemon.interface.size());
    auto *out = message.get();
    const auto &settings = start.daemon;
    const Nest daemon(out, IPVS_CMD_ATTR_DAEMON);
    put(out, IPVS_DAEMON_ATTR_STATE, roleNumber(start.role));
    putString(out, IPVS_DAEMON_ATTR_MCAST_IFN, settings.interface);
    put(out, IPVS_DAEMON_ATTR_SYNC_ID, std::uint32_t{settings.id});
    // Unlike those of destinations these numbers are in the machine's own order.
    if (settings.mostLength != 0)
        put(out, IPVS_DAEMON_ATTR_SYNC_MAXLEN, settings.mostLength);
    if (settings.port != 0)
        put(out, IPVS_DAEMON_ATTR_MCAST_PORT, settings.port);
    if (settings.timeToLive != 0)
        put(out, IPVS_DAEMON_ATTR_MCAST_TTL, settings.timeToLive);
    if (settings.group) {
        putAddress(out, settings.group->isV4() ? IPVS_DAEMON_ATTR_MCAST_GROUP : IPVS_DAEMON_ATTR_MCAST_GROUP6,
                   *settings.group);
    }
    return message;
}

} // namespace

NetlinkMessage ipvsFamilyMessage()
{
    auto message = newMessage(GENL_ID_CTRL, NLM_F_REQUEST | NLM_F_ACK);
    genlmsghdr header{};
    header.cmd = CTRL_CMD_GETFAMILY;
    header.version = 1;
    append(message.get(), header);
    putString(message.get(), CTRL_ATTR_FAMILY_NAME, IPVS_GENL_NAME);
    return message;
}

NetlinkMessage changeMessage(std::uint16_t family, const ipvs::Change &change)
{
    return std::visit(
        [family](const auto &one) {
            auto message = command(family, number(one), NLM_F_ACK, textIn(one));
            putChange(message.get(), one);
            return message;
        },
        change);
}

NetlinkMessage flushMessage(std::uint16_t family)
{
    return command(family, IPVS_CMD_FLUSH, NLM_F_ACK);
}

NetlinkMessage servicesMessage(std::uint16_t family)
{
    return command(family, IPVS_CMD_GET_SERVICE, NLM_F_DUMP);
}

NetlinkMessage destinationsMessage(std::uint16_t family, const ipvs::ServiceKey &service)
{
    auto message = command(family, IPVS_CMD_GET_DEST, NLM_F_DUMP);
    const Nest nest(message.get(), IPVS_CMD_ATTR_SERVICE);
    putKey(message.get(), service);
    return message;
}

NetlinkMessage serviceMessage(std::uint16_t family, const ipvs::ServiceKey &service)
{
    auto message = command(family, IPVS_CMD_GET_SERVICE, NLM_F_ACK);
    const Nest nest(message.get(), IPVS_CMD_ATTR_SERVICE);
    putKey(message.get(), service);
    return message;
}

NetlinkMessage syncMessage(std::uint16_t family, const ipvs::SyncChange &change)
{
    return std::visit([family](const auto &one) { return syncMessage(family, one); }, change);
}

NetlinkMessage syncDaemonsMessage(std::uint16_t family)
{
    return command(family, IPVS_CMD_GET_DAEMON, NLM_F_DUMP);
}

NetlinkMessage timeoutsMessage(std::uint16_t family)
{
    return command(family, IPVS_CMD_GET_CONFIG, NLM_F_ACK);
}

NetlinkMessage setTimeoutsMessage(std::uint16_t family, const IpvsTimeouts &timeouts)
{
    auto message = command(family, IPVS_CMD_SET_CONFIG, NLM_F_ACK);
    if (timeouts.tcp != 0)
        put(message.get(), IPVS_CMD_ATTR_TIMEOUT_TCP, timeouts.tcp);
    if (timeouts.tcpFin != 0)
        put(message.get(), IPVS_CMD_ATTR_TIMEOUT_TCP_FIN, timeouts.tcpFin);
    if (timeouts.udp != 0)
        put(message.get(), IPVS_CMD_ATTR_TIMEOUT_UDP, timeouts.udp);
    return message;
}

} // namespace twinhelm::agent
