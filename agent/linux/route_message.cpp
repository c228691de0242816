#include "agent/linux/route_message.h"

#include <array>
#include <cstring>
#include <new>

#include <arpa/inet.h>
#include <endian.h>
#include <linux/lwtunnel.h>
#include <linux/mpls_iptunnel.h>
#include <linux/rtnetlink.h>
#include <netlink/msg.h>

namespace twinhelm::agent
{

namespace
{

constexpr std::size_t routeMessage = 1024;
constexpr std::size_t nextHopBytes = 192;

/// keepalived leaves it at universe; the kernel refuses that for addresses of its own and of the link.
std::uint8_t scopeOf(const vrrp::RouteSettings &route)
{
    if (route.scope)
        return *route.scope;
    if (route.family == Family::IPv6)
        return RT_SCOPE_UNIVERSE;
    switch (route.type) {
    case RTN_LOCAL:
    case RTN_NAT: return RT_SCOPE_HOST;
    case RTN_BROADCAST:
    case RTN_MULTICAST:
    case RTN_ANYCAST: return RT_SCOPE_LINK;
    default: return RT_SCOPE_UNIVERSE;
    }
}

/// RTA_GATEWAY, or RTA_VIA for a gateway of the other family (RFC 5549).
void putGateway(nl_msg *message, Family family, const IpAddress &gateway)
{
    if (gateway.family() == family) {
        putAddress(message, RTA_GATEWAY, gateway);
        return;
    }
    std::array<std::uint8_t, sizeof(rtvia) + 16> via{};
    const std::uint16_t number = familyNumber(gateway.family());
    std::memcpy(via.data(), &number, sizeof number);
    std::memcpy(via.data() + sizeof(rtvia), gateway.bytes().data(), gateway.size());
    putBytes(message, RTA_VIA, via.data(), sizeof(rtvia) + gateway.size());
}

/// LWTUNNEL_IP6_* are the same numbers.
void putTunnel(nl_msg *message, const vrrp::Encapsulation &encapsulation)
{
    if (encapsulation.id != 0)
        put(message, LWTUNNEL_IP_ID, htobe64(encapsulation.id));
    if (encapsulation.destination)
        putAddress(message, LWTUNNEL_IP_DST, *encapsulation.destination);
    if (encapsulation.source)
        putAddress(message, LWTUNNEL_IP_SRC, *encapsulation.source);
    if (encapsulation.ttl != 0)
        put(message, LWTUNNEL_IP_TTL, encapsulation.ttl);
    if (encapsulation.tos != 0)
        put(message, LWTUNNEL_IP_TOS, encapsulation.tos);
    if (encapsulation.flags != 0)
        put(message, LWTUNNEL_IP_FLAGS, htobe16(encapsulation.flags));
}

void putEncapsulation(nl_msg *message, const vrrp::Encapsulation &encapsulation)
{
    using Kind = vrrp::Encapsulation::Kind;
    if (encapsulation.kind == Kind::None)
        return;
    put(message, RTA_ENCAP_TYPE, static_cast<std::uint16_t>(encapsulation.kind));
    const Nest nest(message, RTA_ENCAP);
    if (encapsulation.kind == Kind::Mpls) {
        std::vector<std::uint32_t> labels;
        for (const auto label : encapsulation.labels)
            labels.push_back(htonl(label << 12U));
        if (!labels.empty())
            labels.back() |= htonl(1U << 8U); // bottom of the stack
        putBytes(message, MPLS_IPTUNNEL_DST, labels.data(), labels.size() * sizeof labels[0]);
    } else if (encapsulation.kind == Kind::Ila) {
        constexpr int locator = 1; // ILA_ATTR_LOCATOR
        put(message, locator, htobe64(encapsulation.id));
    } else {
        putTunnel(message, encapsulation);
    }
}

void putMetrics(nl_msg *message, const vrrp::RouteSettings &route)
{
    if (route.metrics.empty() && route.congestionControl.empty())
        return;
    const Nest nest(message, RTA_METRICS);
    std::uint32_t locked = route.congestionControlLocked ? 1U << RTAX_CC_ALGO : 0U;
    for (const auto &metric : route.metrics)
        locked |= metric.locked ? 1U << metric.number : 0U;
    if (locked != 0)
        put(message, RTAX_LOCK, locked);
    for (const auto &metric : route.metrics)
        put(message, metric.number, metric.value);
    if (!route.congestionControl.empty())
        putString(message, RTAX_CC_ALGO, route.congestionControl);
}

tl::unexpected<Error> noInterface(const std::string &name)
{
    return fail("A0302", "there is no interface " + name, "create it, or correct dev");
}

Result<void> putNextHops(nl_msg *message, const vrrp::RouteSettings &route, const InterfaceIndex &indexOf)
{
    const Nest nest(message, RTA_MULTIPATH);
    for (const auto &hop : route.nextHops) {
        const auto index = hop.device.empty() ? std::optional(0) : indexOf(hop.device);
        if (!index)
            return noInterface(hop.device);
        auto *header = static_cast<rtnexthop *>(nlmsg_reserve(message, sizeof(rtnexthop), NLMSG_ALIGNTO));
        if (header == nullptr)
            throw std::bad_alloc();
        header->rtnh_flags = hop.onLink ? RTNH_F_ONLINK : 0;
        header->rtnh_hops = static_cast<std::uint8_t>(hop.weight > 0 ? hop.weight - 1 : 0);
        header->rtnh_ifindex = *index;
        if (hop.gateway)
            putGateway(message, route.family, *hop.gateway);
        if (hop.realms)
            put(message, RTA_FLOW, *hop.realms);
        putEncapsulation(message, hop.encapsulation);
        header->rtnh_len = static_cast<std::uint16_t>(static_cast<std::uint8_t *>(nlmsg_tail(nlmsg_hdr(message))) -
                                                      reinterpret_cast<std::uint8_t *>(header));
    }
    return {};
}

int placeFlags(vrrp::RoutePlace place)
{
    switch (place) {
    case vrrp::RoutePlace::Append: return NLM_F_CREATE | NLM_F_APPEND;
    case vrrp::RoutePlace::Alone: return NLM_F_CREATE | NLM_F_EXCL;
    case vrrp::RoutePlace::Prepend: break;
    }
    return NLM_F_CREATE;
}

/// What identifies a route to the kernel: both requests carry it.
Result<NetlinkMessage> identify(std::uint16_t type, int flags, const vrrp::RouteSettings &route,
                                const InterfaceIndex &indexOf)
{
    auto message =
        newMessage(type, NLM_F_REQUEST | NLM_F_ACK | flags, routeMessage + route.nextHops.size() * nextHopBytes);
    rtmsg header{};
    header.rtm_family = familyNumber(route.family);
    header.rtm_dst_len = route.destination.length;
    header.rtm_src_len = route.from ? route.from->length : 0;
    header.rtm_tos = route.tos;
    header.rtm_table = static_cast<std::uint8_t>(route.table < 256 ? route.table : RT_TABLE_UNSPEC);
    header.rtm_protocol = route.protocol;
    header.rtm_scope = scopeOf(route);
    header.rtm_type = route.type;
    header.rtm_flags = route.onLink ? RTNH_F_ONLINK : 0;
    append(message.get(), header);
    if (route.destination.length > 0)
        putAddress(message.get(), RTA_DST, route.destination.address);
    if (route.from && route.from->length > 0)
        putAddress(message.get(), RTA_SRC, route.from->address);
    put(message.get(), RTA_TABLE, route.table);
    if (route.metric)
        put(message.get(), RTA_PRIORITY, *route.metric);
    if (route.source)
        putAddress(message.get(), RTA_PREFSRC, *route.source);
    if (!route.nextHops.empty()) {
        if (auto put = putNextHops(message.get(), route, indexOf); !put)
            return tl::unexpected(put.error());
        return message;
    }
    if (route.gateway)
        putGateway(message.get(), route.family, *route.gateway);
    if (!route.device.empty()) {
        const auto index = indexOf(route.device);
        if (!index)
            return noInterface(route.device);
        put(message.get(), RTA_OIF, *index);
    }
    return message;
}

} // namespace

Result<NetlinkMessage> addRouteMessage(const vrrp::RouteSettings &route, const InterfaceIndex &indexOf)
{
    auto message = identify(RTM_NEWROUTE, placeFlags(route.place), route, indexOf);
    if (!message)
        return message;
    putMetrics(message->get(), route);
    if (route.nextHops.empty()) {
        putEncapsulation(message->get(), route.encapsulation);
        if (route.realms)
            put(message->get(), RTA_FLOW, *route.realms);
    }
    if (route.expires)
        put(message->get(), RTA_EXPIRES, *route.expires);
    if (route.preference)
        put(message->get(), RTA_PREF, *route.preference);
    if (route.ttlPropagate)
        put(message->get(), RTA_TTL_PROPAGATE, static_cast<std::uint8_t>(*route.ttlPropagate));
    return message;
}

Result<NetlinkMessage> removeRouteMessage(const vrrp::RouteSettings &route, const InterfaceIndex &indexOf)
{
    return identify(RTM_DELROUTE, 0, route, indexOf);
}

} // namespace twinhelm::agent
