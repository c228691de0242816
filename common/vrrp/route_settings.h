#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/base/ip_address.h"

/// Routes and policy rules as the engine sets them (keepalived: virtual_routes, virtual_rules, static_routes,
/// static_rules). Numbers are rtnetlink's own (linux/rtnetlink.h, linux/fib_rules.h); names have been looked up.
namespace twinhelm::vrrp
{

/// RTPROT_KEEPALIVED: how our routes, rules and addresses are told from others'. `ip route show proto keepalived`.
inline constexpr std::uint8_t ownProtocol = 18;

/// How a packet is wrapped on its way to the next hop (LWTUNNEL_ENCAP_*).
struct Encapsulation {
    enum class Kind : std::uint8_t { None = 0, Mpls = 1, Ip = 2, Ila = 3, Ip6 = 4 };
    Kind kind = Kind::None;
    std::vector<std::uint32_t> labels; ///< Mpls: outermost first
    std::uint64_t id = 0;              ///< Ip, Ip6: tunnel id; Ila: locator
    std::optional<IpAddress> destination;
    std::optional<IpAddress> source;
    std::uint8_t tos = 0; ///< Ip6: traffic class
    std::uint8_t ttl = 0; ///< Ip6: hop limit
    std::uint16_t flags = 0;
    friend bool operator==(const Encapsulation &, const Encapsulation &) = default;
};

/// One way out of a multipath route.
struct NextHop {
    std::optional<IpAddress> gateway; ///< may be of the other family
    std::string device;
    unsigned weight = 1; ///< 1..256
    bool onLink = false;
    std::optional<std::uint32_t> realms;
    Encapsulation encapsulation;
    friend bool operator==(const NextHop &, const NextHop &) = default;
};

/// RTAX_*: `number` is the attribute's.
struct RouteMetric {
    std::uint16_t number = 0;
    std::uint32_t value = 0;
    bool locked = false;
    friend bool operator==(const RouteMetric &, const RouteMetric &) = default;
};

/// Where a route goes among those for the same destination.
enum class RoutePlace : std::uint8_t {
    Prepend, ///< before them (the default)
    Append,  ///< behind them
    Alone,   ///< only when there is none
};

struct RouteSettings {
    Family family = Family::IPv4;
    std::uint8_t type = 1; ///< RTN_*; 1: unicast
    Prefix destination;
    std::optional<Prefix> from; ///< IPv6 source routing
    std::optional<IpAddress> source;
    std::optional<IpAddress> gateway; ///< may be of the other family
    std::string device;               ///< empty: the kernel finds it
    std::uint8_t tos = 0;
    std::uint32_t table = 254;
    std::uint8_t protocol = ownProtocol;
    std::optional<std::uint8_t> scope; ///< nothing: by type
    std::optional<std::uint32_t> metric;
    bool onLink = false;
    std::optional<std::uint32_t> expires; ///< seconds; IPv6
    std::optional<std::uint32_t> realms;
    std::optional<std::uint8_t> preference; ///< IPv6 router preference (RFC 4191)
    std::optional<bool> ttlPropagate;       ///< MPLS
    std::vector<RouteMetric> metrics;
    std::string congestionControl;
    bool congestionControlLocked = false;
    Encapsulation encapsulation;
    std::vector<NextHop> nextHops; ///< multipath; then gateway and device are unused
    RoutePlace place = RoutePlace::Prepend;
    bool noTrack = false;
    friend bool operator==(const RouteSettings &, const RouteSettings &) = default;
};

enum class RuleAction : std::uint8_t {
    ToTable = 1,
    Goto = 2,
    Nop = 3,
    Blackhole = 6,
    Unreachable = 7,
    Prohibit = 8,
};

struct RuleSettings {
    Family family = Family::IPv4;
    bool inverted = false;
    std::optional<Prefix> from;
    std::optional<Prefix> to;
    std::optional<std::uint32_t> preference; ///< nothing: the kernel chooses
    std::uint8_t tos = 0;
    std::optional<std::uint32_t> mark;
    std::optional<std::uint32_t> markMask;
    std::string inputInterface;
    std::string outputInterface;
    std::optional<std::uint64_t> tunnelId;
    std::optional<std::pair<std::uint32_t, std::uint32_t>> users; ///< first, last
    std::optional<std::uint8_t> ipProtocol;
    std::optional<std::pair<std::uint16_t, std::uint16_t>> sourcePorts;
    std::optional<std::pair<std::uint16_t, std::uint16_t>> destinationPorts;
    std::optional<std::uint32_t> realms; ///< IPv4
    std::optional<std::uint32_t> suppressPrefixLength;
    std::optional<std::uint32_t> suppressGroup;
    std::uint8_t protocol = ownProtocol;
    RuleAction action = RuleAction::ToTable;
    std::uint32_t table = 0;  ///< ToTable; 0 with `vrf`
    std::uint32_t target = 0; ///< Goto: a preference
    bool vrf = false;         ///< l3mdev: the table of the packet's VRF
    bool noTrack = false;
    friend bool operator==(const RuleSettings &, const RuleSettings &) = default;
};

/// As `ip route` and `ip rule` would take it: for events and logs.
[[nodiscard]] std::string toString(const RouteSettings &route);
[[nodiscard]] std::string toString(const RuleSettings &rule);

} // namespace twinhelm::vrrp
