#include "common/config/lower/lower_objects.h"

#include <algorithm>
#include <charconv>

#include "common/config/model/read_value.h"

namespace twinhelm::config
{

namespace
{

constexpr std::uint16_t ecnFeature = 1; // RTAX_FEATURE_ECN

/// RTAX_* of linux/rtnetlink.h.
enum Metric : std::uint16_t {
    Mtu = 2,
    Window = 3,
    Rtt = 4,
    RttVariance = 5,
    SlowStart = 6,
    CongestionWindow = 7,
    AdvertisedMss = 8,
    Reordering = 9,
    HopLimit = 10,
    InitialCongestionWindow = 11,
    Features = 12,
    LeastRetransmit = 13,
    InitialReceiveWindow = 14,
    QuickAck = 15,
    FastOpenNoCookie = 17,
};

std::vector<vrrp::RouteMetric> lowerMetrics(const model::RouteMetrics &metrics)
{
    std::vector<vrrp::RouteMetric> out;
    const auto lockable = [&](Metric number, const model::Value<model::RouteMetric> &metric, std::uint32_t unit = 1) {
        if (metric.given)
            out.push_back({number, metric->value * (metric->raw ? 1 : unit), metric->locked});
    };
    const auto plain = [&](Metric number, const auto &value) {
        if (value.given)
            out.push_back({number, static_cast<std::uint32_t>(*value), false});
    };
    lockable(Mtu, metrics.mtu);
    plain(Window, metrics.window);
    lockable(Rtt, metrics.roundTripTime, 8);             // the kernel counts eighths of a millisecond
    lockable(RttVariance, metrics.roundTripVariance, 4); // quarters
    lockable(SlowStart, metrics.slowStartThreshold);
    lockable(CongestionWindow, metrics.congestionWindow);
    lockable(AdvertisedMss, metrics.advertisedMss);
    lockable(Reordering, metrics.reordering);
    plain(HopLimit, metrics.hopLimit);
    plain(InitialCongestionWindow, metrics.initialCongestionWindow);
    if (*metrics.ecn)
        out.push_back({Features, ecnFeature, false});
    lockable(LeastRetransmit, metrics.leastRetransmit);
    plain(InitialReceiveWindow, metrics.initialReceiveWindow);
    plain(QuickAck, metrics.quickAck);
    plain(FastOpenNoCookie, metrics.fastOpenNoCookie);
    return out;
}

template<typename T>
std::optional<T> optionalOf(const model::Value<T> &value)
{
    return value.given ? std::optional(*value) : std::nullopt;
}

/// Four groups of hexadecimal digits: an ILA locator.
std::uint64_t locatorOf(const std::string &text)
{
    std::uint64_t out = 0;
    const char *at = text.data();
    const char *const end = at + text.size();
    for (int group = 0; group < 4 && at < end; ++group) {
        std::uint16_t value = 0;
        at = std::from_chars(at, end, value, 16).ptr;
        out = out << 16U | value;
        at += at < end ? 1 : 0;
    }
    return out;
}

vrrp::RoutePlace placeOf(model::Route::Insertion insertion)
{
    switch (insertion) {
    case model::Route::Insertion::Add: return vrrp::RoutePlace::Alone;
    case model::Route::Insertion::Append: return vrrp::RoutePlace::Append;
    case model::Route::Insertion::Prepend: break;
    }
    return vrrp::RoutePlace::Prepend;
}

Family familyOf(const model::Route &route)
{
    if (route.family.given)
        return *route.family;
    // "default" is an IPv4 address of length 0 also in a route to an IPv6 gateway.
    const bool any = route.destination->length == 0 && route.destination->address.isV4();
    if (any && route.gateway.given)
        return route.gateway->family();
    return route.destination->address.family();
}

/// A prefix of length 0 of the wrong family is "default" all the same.
Prefix ofFamily(const Prefix &prefix, Family family)
{
    if (prefix.length == 0 && prefix.address.family() != family)
        return {family == Family::IPv4 ? IpAddress::v4(0) : IpAddress::v6({}), 0};
    return prefix;
}

} // namespace

vrrp::VirtualAddress lowerAddress(const model::VirtualAddress &address)
{
    vrrp::VirtualAddress out;
    out.prefix = *address.prefix;
    out.device = *address.device;
    const bool v4 = address.prefix->address.isV4();
    if (v4) {
        out.label = *address.label;
        out.scope = *address.scope;
        out.broadcast = *address.broadcast;
    }
    out.peer = *address.peer;
    out.noDad = address.noDad;
    out.noPrefixRoute = address.noPrefixRoute;
    out.noTrack = address.noTrack;
    out.home = address.home;
    out.manageTemporary = address.manageTemporary;
    out.autoJoin = address.autojoin;
    out.preferredLifetime = *address.preferredLifetime;
    // keepalived: a /128 address is never chosen as source unless asked for.
    if (!address.preferredLifetime.given && !v4 && address.prefix->length == 128)
        out.preferredLifetime = 0;
    return out;
}

template<typename T>
void ObjectLowering::take(T &out, const model::Value<model::RoutingName> &name, RoutingNames file)
{
    if (!name.given)
        return;
    if (const auto number = numberOf(*name, file))
        out = static_cast<std::uint32_t>(*number);
    else if (unknown_.empty())
        unknown_ = name->text;
}

std::optional<std::uint32_t> ObjectLowering::numberOf(const model::RoutingName &name, RoutingNames file) const
{
    if (name.number)
        return name.number;
    const auto slash = name.text.find('/');
    if (file == RoutingNames::Realms && slash != std::string::npos) { // FROM/TO
        const auto from = numberOf(model::readRoutingName(name.text.substr(0, slash)), file);
        const auto to = numberOf(model::readRoutingName(name.text.substr(slash + 1)), file);
        return from && to ? std::optional(*from << 16U | *to) : std::nullopt;
    }
    return lookup_ ? lookup_(file, name.text) : std::nullopt;
}

void ObjectLowering::leaveOut(const std::string &what)
{
    leftOut_.push_back(what + ": the name " + unknown_ +
                       " is not known on this node; add it to /etc/iproute2, or write its number");
}

std::vector<vrrp::RouteSettings> ObjectLowering::routes(const std::vector<model::Route> &routes)
{
    std::vector<vrrp::RouteSettings> out;
    for (const auto &one : routes) {
        unknown_.clear();
        auto lowered = route(one);
        if (unknown_.empty())
            out.push_back(std::move(lowered));
        else
            leaveOut("route " + toString(lowered));
    }
    return out;
}

vrrp::RouteSettings ObjectLowering::route(const model::Route &route)
{
    vrrp::RouteSettings out;
    out.family = familyOf(route);
    out.type = static_cast<std::uint8_t>(*route.type);
    out.destination = ofFamily(*route.destination, out.family);
    out.from = optionalOf(route.from);
    out.source = optionalOf(route.source);
    out.gateway = optionalOf(route.gateway);
    out.device = *route.device;
    std::uint32_t small = 0;
    take(small, route.typeOfService, RoutingNames::TypesOfService);
    out.tos = static_cast<std::uint8_t>(small);
    take(out.table, route.table, RoutingNames::Tables);
    small = vrrp::ownProtocol;
    take(small, route.protocol, RoutingNames::Protocols);
    out.protocol = static_cast<std::uint8_t>(small);
    std::optional<std::uint32_t> scope;
    take(scope, route.scope, RoutingNames::Scopes);
    if (scope)
        out.scope = static_cast<std::uint8_t>(*scope);
    take(out.realms, route.realms, RoutingNames::Realms);
    out.metric = optionalOf(route.metric);
    out.onLink = *route.onlink;
    if (route.expires.given)
        out.expires =
            static_cast<std::uint32_t>(std::chrono::duration_cast<std::chrono::seconds>(*route.expires).count());
    if (route.preference.given)
        out.preference = static_cast<std::uint8_t>(*route.preference);
    out.ttlPropagate = optionalOf(route.ttlPropagate);
    if (route.metrics.given()) {
        out.metrics = lowerMetrics(*route.metrics);
        out.congestionControl = *route.metrics->congestionControl;
        out.congestionControlLocked = route.metrics->congestionControlLocked;
    }
    out.encapsulation = encapsulation(*route.encapsulation);
    for (const auto &hop : route.nextHops)
        out.nextHops.push_back(nextHop(hop));
    if (route.secondGateway.given) { // "via A or B" is a route over both
        for (const auto &gateway : {route.gateway, route.secondGateway}) {
            vrrp::NextHop hop;
            hop.gateway = *gateway;
            hop.device = out.device;
            out.nextHops.push_back(std::move(hop));
        }
        out.gateway.reset();
        out.device.clear();
    }
    out.place = placeOf(*route.insertion);
    out.noTrack = route.noTrack;
    return out;
}

vrrp::NextHop ObjectLowering::nextHop(const model::NextHop &hop)
{
    vrrp::NextHop out;
    out.gateway = optionalOf(hop.gateway);
    out.device = *hop.device;
    out.weight = *hop.weight;
    out.onLink = *hop.onlink;
    take(out.realms, hop.realms, RoutingNames::Realms);
    out.encapsulation = encapsulation(*hop.encapsulation);
    return out;
}

vrrp::Encapsulation ObjectLowering::encapsulation(const model::Encapsulation &encapsulation)
{
    using From = model::Encapsulation::Kind;
    using To = vrrp::Encapsulation::Kind;
    vrrp::Encapsulation out;
    switch (*encapsulation.kind) {
    case From::None: return out;
    case From::Ip: out.kind = To::Ip; break;
    case From::Ip6: out.kind = To::Ip6; break;
    case From::Mpls: out.kind = To::Mpls; break;
    case From::Ila: out.kind = To::Ila; break;
    }
    out.labels = encapsulation.labels;
    out.id = out.kind == To::Ila ? locatorOf(*encapsulation.locator) : *encapsulation.id;
    out.destination = optionalOf(encapsulation.destination);
    out.source = optionalOf(encapsulation.source);
    std::uint32_t tos = 0;
    take(tos, encapsulation.typeOfService, RoutingNames::TypesOfService);
    out.tos = static_cast<std::uint8_t>(tos);
    out.ttl = static_cast<std::uint8_t>(*encapsulation.timeToLive);
    out.flags = static_cast<std::uint16_t>(*encapsulation.flags);
    return out;
}

std::vector<vrrp::RuleSettings> ObjectLowering::rules(const std::vector<model::RoutingRule> &rules)
{
    std::vector<vrrp::RuleSettings> out;
    for (const auto &one : rules) {
        unknown_.clear();
        auto lowered = rule(one);
        if (lowered && unknown_.empty())
            out.push_back(std::move(*lowered));
        else if (lowered)
            leaveOut("rule " + toString(*lowered));
    }
    return out;
}

/// Nothing: keepalived refuses it, too.
std::optional<vrrp::RuleSettings> ObjectLowering::rule(const model::RoutingRule &rule)
{
    using Action = model::RoutingRule::Action;
    vrrp::RuleSettings out;
    const Family bySelector = rule.from.given && rule.from->length > 0 ? rule.from->address.family()
                              : rule.to.given && rule.to->length > 0   ? rule.to->address.family()
                                                                       : Family::IPv4;
    out.family = rule.family.given ? *rule.family : bySelector;
    switch (*rule.action) {
    case Action::None: return std::nullopt;
    case Action::Table: break;
    case Action::Goto: out.action = vrrp::RuleAction::Goto; break;
    case Action::Nop: out.action = vrrp::RuleAction::Nop; break;
    case Action::Blackhole: out.action = vrrp::RuleAction::Blackhole; break;
    case Action::Unreachable: out.action = vrrp::RuleAction::Unreachable; break;
    case Action::Prohibit: out.action = vrrp::RuleAction::Prohibit; break;
    case Action::L3mdev: out.vrf = true; break;
    }
    const bool jumps = out.action == vrrp::RuleAction::Goto;
    if (jumps && (!rule.preference.given || *rule.gotoTarget <= *rule.preference))
        return std::nullopt;
    auto &next = out.family == Family::IPv4 ? nextPreferenceV4_ : nextPreferenceV6_;
    out.preference = rule.preference.given ? *rule.preference : next--;
    out.inverted = *rule.inverted;
    const auto selector = [&](const model::Value<Prefix> &prefix) {
        return prefix.given && prefix->length > 0 ? std::optional(*prefix) : std::nullopt;
    };
    out.from = selector(rule.from);
    out.to = selector(rule.to);
    std::uint32_t small = 0;
    take(small, rule.typeOfService, RoutingNames::TypesOfService);
    out.tos = static_cast<std::uint8_t>(small);
    if (rule.fwmark.given) {
        out.mark = rule.fwmark->mark;
        out.markMask = rule.fwmark->mask;
    }
    out.inputInterface = *rule.inputInterface;
    out.outputInterface = *rule.outputInterface;
    out.tunnelId = optionalOf(rule.tunnelId);
    const auto span = [](auto &to, const auto &from) {
        if (from.given)
            to = {from->first, from->last};
    };
    span(out.users, rule.userIds);
    span(out.sourcePorts, rule.sourcePorts);
    span(out.destinationPorts, rule.destinationPorts);
    std::optional<std::uint32_t> ipProtocol;
    take(ipProtocol, rule.ipProtocol, RoutingNames::IpProtocols);
    if (ipProtocol)
        out.ipProtocol = static_cast<std::uint8_t>(*ipProtocol);
    take(out.realms, rule.realms, RoutingNames::Realms);
    out.suppressPrefixLength = optionalOf(rule.suppressPrefixLength);
    take(out.suppressGroup, rule.suppressGroup, RoutingNames::Groups);
    if (rule.protocol.given)
        out.protocol = static_cast<std::uint8_t>(*rule.protocol);
    take(out.table, rule.table, RoutingNames::Tables);
    out.target = *rule.gotoTarget;
    out.noTrack = rule.noTrack;
    return out;
}

// ---- virtual links -----------------------------------------------------------------------------

namespace
{

constexpr const char *usualPrefix = "vrrp";

/// vrrp.VRID; taken: vrrp6.VRID for IPv6, then vrrp1.VRID and on (keepalived).
std::string linkName(const std::string &prefix, Vrid id, Family family, const std::set<std::string> &taken)
{
    const auto name = [&](int number) {
        return prefix + (number > 0 ? std::to_string(number) : std::string()) + '.' + std::to_string(id.value);
    };
    constexpr int six = 6;
    if (!taken.contains(name(0)))
        return name(0);
    if (family == Family::IPv6 && !taken.contains(name(six)))
        return name(six);
    int number = 1;
    while (number == six || taken.contains(name(number)))
        ++number;
    return name(number);
}

} // namespace

void lowerVirtualLinks(vrrp::InstanceSettings &out, const model::VrrpInstance &instance,
                       const model::GlobalDefs &global, std::set<std::string> &taken)
{
    using Kind = vrrp::VirtualLink::Kind;
    const auto add = [&](Kind kind, const std::string &wanted, const std::string &base) -> vrrp::VirtualLink & {
        const bool first = out.virtualLinks.empty();
        const auto &written = first || !global.vmacAddressPrefix.given ? global.vmacPrefix : global.vmacAddressPrefix;
        const std::string prefix = written.given ? *written : std::string(usualPrefix);
        vrrp::VirtualLink link;
        link.kind = kind;
        link.name = wanted.empty() ? linkName(prefix, out.virtualRouterId, out.family, taken) : wanted;
        link.base = base;
        link.family = out.family;
        link.mac = vrrp::virtualRouterMac(out.family, out.virtualRouterId);
        taken.insert(link.name);
        out.virtualLinks.push_back(std::move(link));
        return out.virtualLinks.back();
    };
    const bool strict = instance.strict.given ? *instance.strict : *global.strict;
    const bool unicast = !out.unicastPeers.empty();
    if (*instance.useVmac) {
        auto &link = add(Kind::Macvlan, *instance.vmac->name, out.interface);
        if (instance.vmac->address.given && !strict)
            link.mac = *instance.vmac->address;
        if (instance.vmac->endsInVrid && !strict)
            link.mac.back() = out.virtualRouterId.value;
        out.addressInterface = link.name;
        // Multicast comes from the virtual MAC; unicast peers are known by the base's.
        if ((!*instance.vmacXmitBase || strict) && !unicast)
            out.wireInterface = link.name;
    } else if (*instance.useIpvlan) {
        auto &link = add(Kind::Ipvlan, *instance.ipvlan->name, out.interface);
        link.ipvlanMode = static_cast<vrrp::VirtualLink::IpvlanMode>(*instance.ipvlan->mode);
        out.addressInterface = link.name;
    }
    // An address of the other family has no use for this family's virtual MAC: it goes on the interface itself.
    const auto place = [&](std::vector<vrrp::VirtualAddress> &addresses,
                           const std::vector<model::VirtualAddress> &written) {
        for (auto &address : addresses) {
            if (address.device.empty() && address.prefix.address.family() != out.family)
                address.device = out.interface;
            const auto source = std::ranges::find_if(written, [&](const auto &one) {
                return *one.prefix == address.prefix && (one.useVmac || *instance.useVmacAddr);
            });
            if (source == written.end() || (address.device.empty() && !out.addressInterface.empty()))
                continue;
            const auto &base = address.device.empty() ? out.interface : address.device;
            const auto made = std::ranges::find(out.virtualLinks, base, &vrrp::VirtualLink::base);
            address.device =
                made != out.virtualLinks.end() ? made->name : add(Kind::Macvlan, {}, std::string(base)).name;
        }
    };
    if (out.addressInterface.empty() && !*instance.useVmacAddr &&
        std::ranges::none_of(instance.addresses, &model::VirtualAddress::useVmac) &&
        std::ranges::none_of(instance.excludedAddresses, &model::VirtualAddress::useVmac))
        return;
    place(out.addresses, instance.addresses);
    place(out.excludedAddresses, instance.excludedAddresses);
}

std::vector<std::string> trackedDevices(const model::VrrpInstance &instance, const model::NodeConfig &config)
{
    std::set<std::string> out;
    const auto take = [&](const auto &objects, const auto &device, const std::string *group) {
        for (const auto &one : objects) {
            const bool counts = group == nullptr ? !one.noTrack : one.trackGroup.given && *one.trackGroup == *group;
            if (counts)
                out.insert(*(one.*device));
        }
    };
    take(instance.addresses, &model::VirtualAddress::device, nullptr);
    take(instance.excludedAddresses, &model::VirtualAddress::device, nullptr);
    take(instance.routes, &model::Route::device, nullptr);
    for (const auto &group : config.trackGroups) {
        const bool member = std::ranges::any_of(group.members, [&](const auto &one) { return *one == *instance.name; });
        if (!member)
            continue;
        take(config.staticAddresses, &model::VirtualAddress::device, &*group.name);
        take(config.staticRoutes, &model::Route::device, &*group.name);
    }
    out.erase(std::string());
    out.erase(*instance.interface);
    return {out.begin(), out.end()};
}

} // namespace twinhelm::config
