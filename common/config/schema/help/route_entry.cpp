#include "common/config/schema/help/paragraphs.h"
#include "common/config/schema/text.h"

// What to know about route_entry.
namespace twinhelm::config::schema
{

// clang-format off
static constexpr Paragraph routeEntryRows[] = {
    {"<destination>", TH_HELP("schema",
     "Where the route leads to: a network, default or default6, perhaps with to and a type such as "
     "blackhole in front. Exactly one per line.")},
    {"inet", TH_HELP("schema",
     "Says that this is an IPv4 route where the addresses do not tell, as in a default route by device only.")},
    {"inet6", TH_HELP("schema",
     "Says that this is an IPv6 route where the addresses do not tell.")},
    {"src", TH_HELP("schema",
     "The source address that connections of this machine take over this route. Typically the virtual "
     "address: it must be set before the route, or the kernel refuses it.")},
    {"via", TH_HELP("schema",
     "The gateway. It must be reachable over a connected network at the moment the route is set, or the "
     "line needs onlink. With inet6 in front an IPv4 route may go through an IPv6 gateway.")},
    {"gw", TH_HELP("schema",
     "The older word for via.")},
    {"from", TH_HELP("schema",
     "Only for packets from this source network; IPv6 only. For IPv4, use a rule.")},
    {"tos", TH_HELP("schema",
     "Only for packets with this type of service, by name or number.")},
    {"dsfield", TH_HELP("schema",
     "Another word for tos.")},
    {"table", TH_HELP("schema",
     "The routing table, by name from rt_tables or by number; main unless you write it. A table that no "
     "rule points to is never asked.")},
    {"protocol", TH_HELP("schema",
     "Who has set the route, as routing daemons see it. The default lets the daemon recognise its own "
     "routes after a crash; change it only with care.")},
    {"scope", TH_HELP("schema",
     "How far the destination is: link for connected networks, global behind a gateway. Chosen by type "
     "unless written.")},
    {"metric", TH_HELP("schema",
     "Of several routes to the same network the one with the lowest metric is used. Write one if the system "
     "has such a route of its own, so that the virtual one wins or waits.")},
    {"priority", TH_HELP("schema",
     "Another word for metric. It has nothing to do with the priority of an instance.")},
    {"preference", TH_HELP("schema",
     "Another word for metric.")},
    {"dev", TH_HELP("schema",
     "The interface the packets leave by. If its link goes down the route is gone, and the instance reacts "
     "unless no_track is written.")},
    {"oif", TH_HELP("schema",
     "Another word for dev.")},
    {"onlink", TH_HELP("schema",
     "Takes the gateway for directly reachable although no connected network contains it. Common with "
     "providers that give out /32 addresses.")},
    {"encap", TH_HELP("schema",
     "Wraps the packets: ip, ip6, mpls or ila, each with its own options behind it.")},
    {"expires", TH_HELP("schema",
     "The kernel removes the route after so many seconds; IPv6 only. The instance will notice.")},
    {"mtu", TH_HELP("schema",
     "Largest packet for this destination; with lock in front the kernel does not try to learn a smaller "
     "one.")},
    {"advmss", TH_HELP("schema",
     "Largest TCP segment announced to this destination.")},
    {"reordering", TH_HELP("schema",
     "How much reordering TCP expects on this path before it takes a packet for lost.")},
    {"cwnd", TH_HELP("schema",
     "Upper limit of TCP's congestion window; effective only with lock.")},
    {"ssthresh", TH_HELP("schema",
     "Where TCP's slow start ends.")},
    {"rtt", TH_HELP("schema",
     "First guess of the round-trip time, with ms or s. Values outside 200 ms to 120 s are taken as the "
     "nearest of the two.")},
    {"rttvar", TH_HELP("schema",
     "First guess of how much the round-trip time varies.")},
    {"rto_min", TH_HELP("schema",
     "Shortest time after which TCP sends again. Lower helps inside a data centre.")},
    {"hoplimit", TH_HELP("schema",
     "Hop limit of packets to this destination.")},
    {"window", TH_HELP("schema",
     "Largest TCP window announced to this destination.")},
    {"initcwnd", TH_HELP("schema",
     "TCP congestion window at the start of a connection, in segments.")},
    {"initrwnd", TH_HELP("schema",
     "TCP receive window at the start of a connection, in segments.")},
    {"realms", TH_HELP("schema",
     "Groups of routes for accounting and traffic control; IPv4 only.")},
    {"features", TH_HELP("schema",
     "Switches on features for this destination; ecn is the only one.")},
    {"quickack", TH_HELP("schema",
     "1 acknowledges each TCP segment at once.")},
    {"congctl", TH_HELP("schema",
     "TCP congestion control for this destination; the module must be loaded.")},
    {"pref", TH_HELP("schema",
     "How much this IPv6 router is preferred: low, medium or high.")},
    {"ttl-propagate", TH_HELP("schema",
     "Whether the TTL is carried into an MPLS label.")},
    {"fastopen_no_cookie", TH_HELP("schema",
     "1 allows TCP Fast Open to this destination without a cookie.")},
    {"add", TH_HELP("schema",
     "Adds the route and fails if it exists already.")},
    {"prepend", TH_HELP("schema",
     "Puts the route in front of others to the same network. The default.")},
    {"append", TH_HELP("schema",
     "Puts the route behind others to the same network.")},
    {"or", TH_HELP("schema",
     "Gave a second gateway in old versions. Write two nexthop parts instead.")},
    {"nexthop", TH_HELP("schema",
     "One of several gateways that share the traffic, each with its own via, dev and weight. Repeat the "
     "word for each; the kernel spreads connections by weight.")},
    {"no_track", TH_HELP("schema",
     "Does not care when this route vanishes. Without it the instance goes to FAULT if somebody removes the "
     "route.")},
    {"track_group", TH_HELP("schema",
     "The group with which this route is put back. For static_routes only.")},
    {"vrf", TH_HELP("schema",
     "The VRF in whose table the route goes.")},
    {"as", TH_HELP("schema",
     "Recognised, and refused: changing the destination on the way is not supported.")},
};

// clang-format on

constinit const std::span<const Paragraph> routeEntryHelp = routeEntryRows;

} // namespace twinhelm::config::schema
