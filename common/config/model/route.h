#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/base/ip_address.h"
#include "common/base/time.h"
#include "common/config/model/encapsulation.h"
#include "common/config/model/rare.h"
#include "common/config/model/routing_name.h"
#include "common/config/model/value.h"

namespace twinhelm::config::model
{

/// One "nexthop ..." of a route.
struct NextHop {
    SourceRange range;
    Value<IpAddress> gateway;
    Value<std::string> device;
    Value<unsigned> weight{1}; ///< 1..256
    Value<bool> onlink;
    Value<RoutingName> realms;
    Rare<Encapsulation> encapsulation;
};

/// A metric that "lock" keeps the kernel from changing.
struct RouteMetric {
    std::uint32_t value = 0; ///< rtt, rttvar and rto_min: milliseconds
    bool locked = false;
    bool raw = false; ///< rtt, rttvar: a number without a unit, in the kernel's own units (1/8 and 1/4 ms)
};

/// What few routes say.
struct RouteMetrics {
    Value<RouteMetric> mtu;
    Value<RouteMetric> advertisedMss;
    Value<RouteMetric> reordering;
    Value<RouteMetric> congestionWindow;
    Value<RouteMetric> slowStartThreshold;
    Value<RouteMetric> roundTripTime;
    Value<RouteMetric> roundTripVariance;
    Value<RouteMetric> leastRetransmit; ///< rto_min
    Value<unsigned> hopLimit;
    Value<unsigned> window;
    Value<unsigned> initialCongestionWindow;
    Value<unsigned> initialReceiveWindow;
    Value<bool> ecn; ///< features ecn
    Value<bool> quickAck;
    Value<bool> fastOpenNoCookie;
    Value<std::string> congestionControl;
    bool congestionControlLocked = false;
};

/// One line of static_routes or virtual_routes (language.md section 2).
struct Route {
    enum class Type : std::uint8_t {
        Unspecified,
        Unicast,
        Local,
        Broadcast,
        Anycast,
        Multicast,
        Blackhole,
        Unreachable,
        Prohibit,
        Throw,
        Nat
    }; ///< the kernel's RTN_* numbers
    enum class Insertion : std::uint8_t { Prepend, Add, Append };
    enum class Preference : std::uint8_t { Medium = 0, High = 1, Low = 3 }; ///< ICMPV6_ROUTER_PREF_*

    SourceRange range; ///< the whole entry
    Value<Prefix> destination;
    Value<Type> type{Type::Unicast};
    Value<Family> family; ///< not given: the destination's, else the gateway's
    Value<IpAddress> source;
    Value<IpAddress> gateway;
    Value<IpAddress> secondGateway; ///< "or ADDR", deprecated
    Value<Prefix> from;             ///< IPv6 only
    Value<std::string> device;
    Value<std::string> vrf;
    Value<RoutingName> table;
    Value<RoutingName> protocol; ///< not given: keepalived's own, 18
    Value<RoutingName> scope;
    Value<RoutingName> typeOfService;
    Value<unsigned> metric;
    Value<bool> onlink;
    Value<Duration> expires; ///< IPv6 only
    Value<RoutingName> realms;
    Value<unsigned> preference; ///< IPv6 router preference, see Preference
    Value<bool> ttlPropagate;
    Value<Insertion> insertion;
    Rare<Encapsulation> encapsulation;
    Rare<RouteMetrics> metrics;
    std::vector<NextHop> nextHops;
    bool noTrack = false;
    Value<std::string> trackGroup; ///< static routes only
};

} // namespace twinhelm::config::model
