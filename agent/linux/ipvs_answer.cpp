#include "agent/linux/ipvs_answer.h"

#include <bit>
#include <cstring>

#include <arpa/inet.h>
#include <linux/genetlink.h>
#include <linux/ip_vs.h>
#include <netinet/in.h>

#include "agent/linux/netlink_reader.h"
#include "common/ipvs/desired.h"

namespace twinhelm::agent
{

namespace
{

template<std::size_t Size>
using Attributes = std::array<nlattr *, Size>;

/// Bytes of an address of either family.
constexpr int wide = 16;

std::uint32_t number(const nlattr *attribute)
{
    return attribute != nullptr ? nla_get_u32(attribute) : 0;
}

std::uint16_t shortNumber(const nlattr *attribute)
{
    return attribute != nullptr ? nla_get_u16(attribute) : std::uint16_t{0};
}

std::optional<Family> familyIn(const nlattr *attribute)
{
    switch (shortNumber(attribute)) {
    case AF_INET: return Family::IPv4;
    case AF_INET6: return Family::IPv6;
    default: return std::nullopt;
    }
}

std::optional<IpAddress> addressIn(const nlattr *attribute, Family family)
{
    if (attribute == nullptr || nla_len(attribute) < wide)
        return std::nullopt;
    return addressOf(family, static_cast<const std::uint8_t *>(nla_data(attribute)));
}

std::optional<ipvs::Protocol> protocolOf(std::uint16_t number)
{
    switch (number) {
    case IPPROTO_TCP: return ipvs::Protocol::Tcp;
    case IPPROTO_UDP: return ipvs::Protocol::Udp;
    case IPPROTO_SCTP: return ipvs::Protocol::Sctp;
    default: return std::nullopt;
    }
}

/// Kernels since 4.1 say everything a second time, with 64 bits for each number.
ipvs::Traffic trafficIn(nlattr *wideNumbers, nlattr *numbers)
{
    using Fields = Attributes<IPVS_STATS_ATTR_MAX + 1>;
    Fields fields{};
    std::uint64_t (*read)(const nlattr *) = nullptr;
    static constexpr auto all64 = policy<IPVS_STATS_ATTR_MAX + 1>({{IPVS_STATS_ATTR_CONNS, NLA_U64},
                                                                   {IPVS_STATS_ATTR_INPKTS, NLA_U64},
                                                                   {IPVS_STATS_ATTR_OUTPKTS, NLA_U64},
                                                                   {IPVS_STATS_ATTR_INBYTES, NLA_U64},
                                                                   {IPVS_STATS_ATTR_OUTBYTES, NLA_U64},
                                                                   {IPVS_STATS_ATTR_CPS, NLA_U64},
                                                                   {IPVS_STATS_ATTR_INPPS, NLA_U64},
                                                                   {IPVS_STATS_ATTR_OUTPPS, NLA_U64},
                                                                   {IPVS_STATS_ATTR_INBPS, NLA_U64},
                                                                   {IPVS_STATS_ATTR_OUTBPS, NLA_U64}});
    static constexpr auto all32 = policy<IPVS_STATS_ATTR_MAX + 1>({{IPVS_STATS_ATTR_CONNS, NLA_U32},
                                                                   {IPVS_STATS_ATTR_INPKTS, NLA_U32},
                                                                   {IPVS_STATS_ATTR_OUTPKTS, NLA_U32},
                                                                   {IPVS_STATS_ATTR_INBYTES, NLA_U64},
                                                                   {IPVS_STATS_ATTR_OUTBYTES, NLA_U64},
                                                                   {IPVS_STATS_ATTR_CPS, NLA_U32},
                                                                   {IPVS_STATS_ATTR_INPPS, NLA_U32},
                                                                   {IPVS_STATS_ATTR_OUTPPS, NLA_U32},
                                                                   {IPVS_STATS_ATTR_INBPS, NLA_U32},
                                                                   {IPVS_STATS_ATTR_OUTBPS, NLA_U32}});
    if (parseNested(wideNumbers, fields, all64)) {
        read = [](const nlattr *field) { return field != nullptr ? nla_get_u64(field) : 0; };
    } else {
        fields = {};
        if (!parseNested(numbers, fields, all32))
            return {};
        read = [](const nlattr *field) -> std::uint64_t {
            if (field == nullptr)
                return 0;
            return nla_len(field) >= int{sizeof(std::uint64_t)} ? nla_get_u64(field) : nla_get_u32(field);
        };
    }
    ipvs::Traffic out;
    out.connections = read(fields[IPVS_STATS_ATTR_CONNS]);
    out.packetsIn = read(fields[IPVS_STATS_ATTR_INPKTS]);
    out.packetsOut = read(fields[IPVS_STATS_ATTR_OUTPKTS]);
    out.bytesIn = read(fields[IPVS_STATS_ATTR_INBYTES]);
    out.bytesOut = read(fields[IPVS_STATS_ATTR_OUTBYTES]);
    out.connectionRate = read(fields[IPVS_STATS_ATTR_CPS]);
    out.packetRateIn = read(fields[IPVS_STATS_ATTR_INPPS]);
    out.packetRateOut = read(fields[IPVS_STATS_ATTR_OUTPPS]);
    out.byteRateIn = read(fields[IPVS_STATS_ATTR_INBPS]);
    out.byteRateOut = read(fields[IPVS_STATS_ATTR_OUTBPS]);
    return out;
}

using ServiceFields = Attributes<IPVS_SVC_ATTR_MAX + 1>;

std::optional<ipvs::ServiceKey> serviceKey(const ServiceFields &fields)
{
    const auto family = familyIn(fields[IPVS_SVC_ATTR_AF]);
    if (!family)
        return std::nullopt;
    ipvs::ServiceKey key;
    key.family = *family;
    if (fields[IPVS_SVC_ATTR_FWMARK] != nullptr) {
        key.byMark = true;
        key.mark = number(fields[IPVS_SVC_ATTR_FWMARK]);
        return key;
    }
    const auto protocol = protocolOf(shortNumber(fields[IPVS_SVC_ATTR_PROTOCOL]));
    const auto address = addressIn(fields[IPVS_SVC_ATTR_ADDR], *family);
    if (!protocol || !address || fields[IPVS_SVC_ATTR_PORT] == nullptr)
        return std::nullopt;
    key.protocol = *protocol;
    key.address = *address;
    key.port = ntohs(shortNumber(fields[IPVS_SVC_ATTR_PORT]));
    return key;
}

ipvs::Scheduling schedulingIn(const ServiceFields &fields, const ipvs::ServiceKey &key)
{
    ipvs::Scheduling out;
    if (fields[IPVS_SVC_ATTR_SCHED_NAME] != nullptr)
        out.scheduler = nla_get_string(fields[IPVS_SVC_ATTR_SCHED_NAME]);
    if (fields[IPVS_SVC_ATTR_PE_NAME] != nullptr)
        out.persistenceEngine = nla_get_string(fields[IPVS_SVC_ATTR_PE_NAME]);
    ip_vs_flags flags{};
    if (fields[IPVS_SVC_ATTR_FLAGS] != nullptr && nla_len(fields[IPVS_SVC_ATTR_FLAGS]) >= int{sizeof flags})
        std::memcpy(&flags, nla_data(fields[IPVS_SVC_ATTR_FLAGS]), sizeof flags);
    out.flag1 = (flags.flags & IP_VS_SVC_F_SCHED1) != 0;
    out.flag2 = (flags.flags & IP_VS_SVC_F_SCHED2) != 0;
    out.flag3 = (flags.flags & IP_VS_SVC_F_SCHED3) != 0;
    out.onePacket = (flags.flags & IP_VS_SVC_F_ONEPACKET) != 0;
    if ((flags.flags & IP_VS_SVC_F_PERSISTENT) != 0) {
        // Without a time it is still persistence, if one that forgets at once.
        out.persistenceSeconds = std::max(number(fields[IPVS_SVC_ATTR_TIMEOUT]), 1U);
        const auto mask = number(fields[IPVS_SVC_ATTR_NETMASK]);
        out.persistenceLength = static_cast<std::uint8_t>(
            key.family == Family::IPv4 ? std::countl_one(ntohl(mask)) : std::min(static_cast<int>(mask & 255U), 128));
    }
    return canonical(std::move(out), key);
}

std::optional<IpvsEntry> parseService(nlattr *attribute)
{
    ServiceFields fields{};
    static constexpr auto expected = policy<IPVS_SVC_ATTR_MAX + 1>({{IPVS_SVC_ATTR_AF, NLA_U16},
                                                                    {IPVS_SVC_ATTR_PROTOCOL, NLA_U16},
                                                                    {IPVS_SVC_ATTR_PORT, NLA_U16},
                                                                    {IPVS_SVC_ATTR_FWMARK, NLA_U32},
                                                                    {IPVS_SVC_ATTR_SCHED_NAME, NLA_STRING},
                                                                    {IPVS_SVC_ATTR_PE_NAME, NLA_STRING},
                                                                    {IPVS_SVC_ATTR_TIMEOUT, NLA_U32},
                                                                    {IPVS_SVC_ATTR_NETMASK, NLA_U32}});
    if (!parseNested(attribute, fields, expected))
        return std::nullopt;
    const auto key = serviceKey(fields);
    if (!key)
        return std::nullopt;
    return IpvsService{*key, schedulingIn(fields, *key),
                       trafficIn(fields[IPVS_SVC_ATTR_STATS64], fields[IPVS_SVC_ATTR_STATS])};
}

using DestinationFields = Attributes<IPVS_DEST_ATTR_MAX + 1>;

/// What the kernel has besides NAT, DR and TUN ("local node") forwards as DR does.
ipvs::Method methodOf(std::uint32_t number)
{
    switch (number & IP_VS_CONN_F_FWD_MASK) {
    case IP_VS_CONN_F_MASQ: return ipvs::Method::Nat;
    case IP_VS_CONN_F_TUNNEL: return ipvs::Method::Tunnel;
    default: return ipvs::Method::Direct;
    }
}

ipvs::DestinationValue valueIn(const DestinationFields &fields)
{
    ipvs::DestinationValue out;
    out.weight = static_cast<int>(number(fields[IPVS_DEST_ATTR_WEIGHT]));
    out.upperThreshold = number(fields[IPVS_DEST_ATTR_U_THRESH]);
    out.lowerThreshold = number(fields[IPVS_DEST_ATTR_L_THRESH]);
    auto &forwarding = out.forwarding;
    forwarding.method = methodOf(number(fields[IPVS_DEST_ATTR_FWD_METHOD]));
    const auto type = fields[IPVS_DEST_ATTR_TUN_TYPE] != nullptr ? nla_get_u8(fields[IPVS_DEST_ATTR_TUN_TYPE]) : 0;
    if (type == IP_VS_CONN_F_TUNNEL_TYPE_GUE)
        forwarding.tunnel = ipvs::TunnelType::Gue;
    else if (type == IP_VS_CONN_F_TUNNEL_TYPE_GRE)
        forwarding.tunnel = ipvs::TunnelType::Gre;
    forwarding.port = ntohs(shortNumber(fields[IPVS_DEST_ATTR_TUN_PORT]));
    const auto flags = shortNumber(fields[IPVS_DEST_ATTR_TUN_FLAGS]);
    if ((flags & IP_VS_TUNNEL_ENCAP_FLAG_REMCSUM) != 0)
        forwarding.checksum = ipvs::TunnelChecksum::Remote;
    else if ((flags & IP_VS_TUNNEL_ENCAP_FLAG_CSUM) != 0)
        forwarding.checksum = ipvs::TunnelChecksum::Checksum;
    return canonical(out);
}

std::optional<IpvsEntry> parseDestination(nlattr *attribute)
{
    DestinationFields fields{};
    static constexpr auto expected = policy<IPVS_DEST_ATTR_MAX + 1>({{IPVS_DEST_ATTR_PORT, NLA_U16},
                                                                     {IPVS_DEST_ATTR_FWD_METHOD, NLA_U32},
                                                                     {IPVS_DEST_ATTR_WEIGHT, NLA_U32},
                                                                     {IPVS_DEST_ATTR_U_THRESH, NLA_U32},
                                                                     {IPVS_DEST_ATTR_L_THRESH, NLA_U32},
                                                                     {IPVS_DEST_ATTR_ACTIVE_CONNS, NLA_U32},
                                                                     {IPVS_DEST_ATTR_INACT_CONNS, NLA_U32},
                                                                     {IPVS_DEST_ATTR_PERSIST_CONNS, NLA_U32},
                                                                     {IPVS_DEST_ATTR_ADDR_FAMILY, NLA_U16},
                                                                     {IPVS_DEST_ATTR_TUN_TYPE, NLA_U8},
                                                                     {IPVS_DEST_ATTR_TUN_PORT, NLA_U16},
                                                                     {IPVS_DEST_ATTR_TUN_FLAGS, NLA_U16}});
    if (!parseNested(attribute, fields, expected))
        return std::nullopt;
    const auto family = familyIn(fields[IPVS_DEST_ATTR_ADDR_FAMILY]);
    const auto address = family ? addressIn(fields[IPVS_DEST_ATTR_ADDR], *family) : std::nullopt;
    if (!address || fields[IPVS_DEST_ATTR_PORT] == nullptr)
        return std::nullopt;
    IpvsDestination out;
    out.key = {*address, ntohs(shortNumber(fields[IPVS_DEST_ATTR_PORT]))};
    out.value = valueIn(fields);
    out.counters.active = number(fields[IPVS_DEST_ATTR_ACTIVE_CONNS]);
    out.counters.inactive = number(fields[IPVS_DEST_ATTR_INACT_CONNS]);
    out.counters.persistent = number(fields[IPVS_DEST_ATTR_PERSIST_CONNS]);
    out.counters.traffic = trafficIn(fields[IPVS_DEST_ATTR_STATS64], fields[IPVS_DEST_ATTR_STATS]);
    return out;
}

std::optional<IpvsEntry> parseDaemon(nlattr *attribute)
{
    Attributes<IPVS_DAEMON_ATTR_MAX + 1> fields{};
    static constexpr auto expected = policy<IPVS_DAEMON_ATTR_MAX + 1>({{IPVS_DAEMON_ATTR_STATE, NLA_U32},
                                                                       {IPVS_DAEMON_ATTR_MCAST_IFN, NLA_STRING},
                                                                       {IPVS_DAEMON_ATTR_SYNC_ID, NLA_U32},
                                                                       {IPVS_DAEMON_ATTR_SYNC_MAXLEN, NLA_U16},
                                                                       {IPVS_DAEMON_ATTR_MCAST_GROUP, NLA_U32},
                                                                       {IPVS_DAEMON_ATTR_MCAST_PORT, NLA_U16},
                                                                       {IPVS_DAEMON_ATTR_MCAST_TTL, NLA_U8}});
    if (!parseNested(attribute, fields, expected) || fields[IPVS_DAEMON_ATTR_STATE] == nullptr ||
        fields[IPVS_DAEMON_ATTR_MCAST_IFN] == nullptr)
        return std::nullopt;
    ipvs::RunningSync out;
    out.role =
        number(fields[IPVS_DAEMON_ATTR_STATE]) == IP_VS_STATE_MASTER ? ipvs::SyncRole::Master : ipvs::SyncRole::Backup;
    out.interface = nla_get_string(fields[IPVS_DAEMON_ATTR_MCAST_IFN]);
    out.id = static_cast<std::uint8_t>(number(fields[IPVS_DAEMON_ATTR_SYNC_ID]));
    out.mostLength = shortNumber(fields[IPVS_DAEMON_ATTR_SYNC_MAXLEN]);
    out.port = shortNumber(fields[IPVS_DAEMON_ATTR_MCAST_PORT]);
    if (fields[IPVS_DAEMON_ATTR_MCAST_TTL] != nullptr)
        out.timeToLive = nla_get_u8(fields[IPVS_DAEMON_ATTR_MCAST_TTL]);
    if (const auto *group = fields[IPVS_DAEMON_ATTR_MCAST_GROUP]; group != nullptr)
        out.group = addressOf(Family::IPv4, static_cast<const std::uint8_t *>(nla_data(group)));
    else
        out.group = addressIn(fields[IPVS_DAEMON_ATTR_MCAST_GROUP6], Family::IPv6);
    return out;
}

std::optional<IpvsEntry> parseIpvs(nlmsghdr *header)
{
    Attributes<IPVS_CMD_ATTR_MAX + 1> fields{};
    static constexpr auto expected = policy<IPVS_CMD_ATTR_MAX + 1>({{IPVS_CMD_ATTR_TIMEOUT_TCP, NLA_U32},
                                                                    {IPVS_CMD_ATTR_TIMEOUT_TCP_FIN, NLA_U32},
                                                                    {IPVS_CMD_ATTR_TIMEOUT_UDP, NLA_U32}});
    if (!parseAttributes(header, GENL_HDRLEN, fields, expected))
        return std::nullopt;
    switch (static_cast<const genlmsghdr *>(nlmsg_data(header))->cmd) {
    case IPVS_CMD_NEW_SERVICE: return parseService(fields[IPVS_CMD_ATTR_SERVICE]);
    case IPVS_CMD_NEW_DEST: return parseDestination(fields[IPVS_CMD_ATTR_DEST]);
    case IPVS_CMD_NEW_DAEMON: return parseDaemon(fields[IPVS_CMD_ATTR_DAEMON]);
    case IPVS_CMD_SET_CONFIG:
        return IpvsTimeouts{number(fields[IPVS_CMD_ATTR_TIMEOUT_TCP]), number(fields[IPVS_CMD_ATTR_TIMEOUT_TCP_FIN]),
                            number(fields[IPVS_CMD_ATTR_TIMEOUT_UDP])};
    default: return std::nullopt;
    }
}

std::optional<IpvsEntry> parseFamily(nlmsghdr *header)
{
    Attributes<CTRL_ATTR_MAX + 1> fields{};
    static constexpr auto expected = policy<CTRL_ATTR_MAX + 1>({{CTRL_ATTR_FAMILY_ID, NLA_U16}});
    if (!parseAttributes(header, GENL_HDRLEN, fields, expected) || fields[CTRL_ATTR_FAMILY_ID] == nullptr)
        return std::nullopt;
    return IpvsFamily{nla_get_u16(fields[CTRL_ATTR_FAMILY_ID])};
}

} // namespace

ParsedIpvs parseIpvsMessages(std::span<const std::uint8_t> buffer)
{
    ParsedIpvs out;
    forEachMessage(buffer, [&](nlmsghdr *header) {
        std::optional<IpvsEntry> entry;
        switch (header->nlmsg_type) {
        case NLMSG_DONE: out.done = true; break;
        case NLMSG_ERROR:
            out.done = true;
            out.error = answerIn(header).value_or(out.error);
            break;
        case GENL_ID_CTRL: entry = parseFamily(header); break;
        default:
            if (header->nlmsg_type > GENL_ID_CTRL)
                entry = parseIpvs(header);
            break;
        }
        if (entry)
            out.entries.push_back(std::move(*entry));
    });
    return out;
}

} // namespace twinhelm::agent
