#include "agent/linux/route_change.h"

#include <cstring>
#include <optional>
#include <utility>

#include <linux/fib_rules.h>
#include <linux/if.h>
#include <linux/if_addr.h>
#include <linux/rtnetlink.h>

#include "agent/linux/netlink_reader.h"

namespace twinhelm::agent
{

namespace
{

std::optional<IpAddress> addressIn(const nlattr *attribute, int family)
{
    if (attribute == nullptr)
        return std::nullopt;
    const auto *data = static_cast<const std::uint8_t *>(nla_data(attribute));
    const auto length = nla_len(attribute);
    if (family == AF_INET && length == 4)
        return addressOf(Family::IPv4, data);
    if (family == AF_INET6 && length == 16)
        return addressOf(Family::IPv6, data);
    return std::nullopt;
}

bool fits(const IpAddress &address, unsigned prefixLength)
{
    return prefixLength <= (address.isV4() ? 32U : 128U);
}

std::optional<RouteChange> parseLink(nlmsghdr *header)
{
    std::array<nlattr *, IFLA_MAX + 1> attributes{};
    static constexpr auto expected = policy<IFLA_MAX + 1>(
        {{IFLA_IFNAME, NLA_STRING}, {IFLA_MTU, NLA_U32}, {IFLA_LINK, NLA_U32}, {IFLA_LINKINFO, NLA_NESTED}});
    if (!parseAttributes(header, sizeof(ifinfomsg), attributes, expected))
        return std::nullopt;
    const auto *link = static_cast<const ifinfomsg *>(nlmsg_data(header));
    // Bridges repeat their ports under AF_BRIDGE; those say nothing about the link itself.
    if (link->ifi_family != AF_UNSPEC || attributes[IFLA_IFNAME] == nullptr)
        return std::nullopt;
    LinkChange out;
    out.index = link->ifi_index;
    out.removed = header->nlmsg_type == RTM_DELLINK;
    out.name = nla_get_string(attributes[IFLA_IFNAME]);
    const unsigned wanted = IFF_UP | IFF_RUNNING;
    out.up = !out.removed && (link->ifi_flags & wanted) == wanted;
    if (attributes[IFLA_MTU] != nullptr)
        out.mtu = nla_get_u32(attributes[IFLA_MTU]);
    if (attributes[IFLA_ADDRESS] != nullptr && nla_len(attributes[IFLA_ADDRESS]) == static_cast<int>(out.mac.size()))
        std::memcpy(out.mac.data(), nla_data(attributes[IFLA_ADDRESS]), out.mac.size());
    if (attributes[IFLA_LINK] != nullptr)
        out.base = nla_get_s32(attributes[IFLA_LINK]);
    std::array<nlattr *, IFLA_INFO_MAX + 1> info{};
    static constexpr auto ofInfo = policy<IFLA_INFO_MAX + 1>({{IFLA_INFO_KIND, NLA_STRING}});
    if (parseNested(attributes[IFLA_LINKINFO], info, ofInfo) && info[IFLA_INFO_KIND] != nullptr)
        out.kind.assign(nla_get_string(info[IFLA_INFO_KIND]));
    out.requester = header->nlmsg_pid;
    return out;
}

std::optional<RouteChange> parseAddress(nlmsghdr *header)
{
    std::array<nlattr *, IFA_MAX + 1> attributes{};
    if (!parseAttributes(header, sizeof(ifaddrmsg), attributes, {}))
        return std::nullopt;
    const auto *message = static_cast<const ifaddrmsg *>(nlmsg_data(header));
    auto local = addressIn(attributes[IFA_LOCAL], message->ifa_family);
    if (!local)
        local = addressIn(attributes[IFA_ADDRESS], message->ifa_family);
    if (!local || !fits(*local, message->ifa_prefixlen))
        return std::nullopt;
    AddressChange out;
    out.interfaceIndex = static_cast<int>(message->ifa_index);
    out.removed = header->nlmsg_type == RTM_DELADDR;
    out.prefix = {*local, message->ifa_prefixlen};
    out.secondary = message->ifa_family == AF_INET && (message->ifa_flags & IFA_F_SECONDARY) != 0;
    out.requester = header->nlmsg_pid;
    return out;
}

/// The prefix of a route; without the attribute the default one.
std::optional<Prefix> prefixIn(const nlattr *attribute, int family, std::uint8_t length)
{
    if (family != AF_INET && family != AF_INET6)
        return std::nullopt;
    if (attribute == nullptr) {
        const auto any = family == AF_INET ? IpAddress::v4(0) : IpAddress::v6({});
        return fits(any, length) ? std::optional(Prefix{any, length}) : std::nullopt;
    }
    const auto address = addressIn(attribute, family);
    return address && fits(*address, length) ? std::optional(Prefix{*address, length}) : std::nullopt;
}

std::optional<RouteChange> parseRoute(nlmsghdr *header)
{
    std::array<nlattr *, RTA_MAX + 1> attributes{};
    static constexpr auto expected = policy<RTA_MAX + 1>({{RTA_TABLE, NLA_U32}, {RTA_PRIORITY, NLA_U32}});
    if (!parseAttributes(header, sizeof(rtmsg), attributes, expected))
        return std::nullopt;
    const auto *message = static_cast<const rtmsg *>(nlmsg_data(header));
    const auto destination = prefixIn(attributes[RTA_DST], message->rtm_family, message->rtm_dst_len);
    if (!destination)
        return std::nullopt;
    RouteGone out;
    out.family = destination->address.family();
    out.destination = *destination;
    out.table = attributes[RTA_TABLE] != nullptr ? nla_get_u32(attributes[RTA_TABLE]) : message->rtm_table;
    out.metric = attributes[RTA_PRIORITY] != nullptr ? nla_get_u32(attributes[RTA_PRIORITY]) : 0;
    out.tos = message->rtm_tos;
    out.protocol = message->rtm_protocol;
    out.requester = header->nlmsg_pid;
    return out;
}

std::optional<RouteChange> parseRule(nlmsghdr *header)
{
    std::array<nlattr *, FRA_MAX + 1> attributes{};
    static constexpr auto expected = policy<FRA_MAX + 1>({{FRA_PRIORITY, NLA_U32}});
    if (!parseAttributes(header, sizeof(fib_rule_hdr), attributes, expected))
        return std::nullopt;
    const auto *message = static_cast<const fib_rule_hdr *>(nlmsg_data(header));
    if (message->family != AF_INET && message->family != AF_INET6)
        return std::nullopt;
    RuleGone out;
    out.family = message->family == AF_INET ? Family::IPv4 : Family::IPv6;
    out.preference = attributes[FRA_PRIORITY] != nullptr ? nla_get_u32(attributes[FRA_PRIORITY]) : 0;
    out.requester = header->nlmsg_pid;
    return out;
}

} // namespace

ParsedMessages parseRouteMessages(std::span<const std::uint8_t> buffer)
{
    ParsedMessages out;
    forEachMessage(buffer, [&](nlmsghdr *header) {
        out.interrupted = out.interrupted || (header->nlmsg_flags & NLM_F_DUMP_INTR) != 0;
        std::optional<RouteChange> change;
        switch (header->nlmsg_type) {
        case NLMSG_DONE: out.done = true; break;
        case NLMSG_ERROR: out.error = answerIn(header).value_or(out.error); break;
        case RTM_NEWLINK:
        case RTM_DELLINK: change = parseLink(header); break;
        case RTM_NEWADDR:
        case RTM_DELADDR: change = parseAddress(header); break;
        case RTM_DELROUTE: change = parseRoute(header); break;
        case RTM_DELRULE: change = parseRule(header); break;
        default: break;
        }
        if (change)
            out.changes.push_back(std::move(*change));
    });
    return out;
}

} // namespace twinhelm::agent
