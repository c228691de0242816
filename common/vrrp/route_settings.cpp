#include "common/vrrp/route_settings.h"

namespace twinhelm::vrrp
{

namespace
{

constexpr std::uint32_t mainTable = 254;
constexpr const char *typeNames[] = {"unspec",    "unicast",     "local",    "broadcast", "anycast", "multicast",
                                     "blackhole", "unreachable", "prohibit", "throw",     "nat"};
constexpr std::uint8_t unicast = 1;

std::string destinationText(const Prefix &prefix)
{
    return prefix.length == 0 ? "default" : prefix.toString();
}

std::string numbers(const char *word, const std::optional<std::pair<std::uint16_t, std::uint16_t>> &range)
{
    if (!range)
        return {};
    return std::string(" ") + word + ' ' + std::to_string(range->first) + '-' + std::to_string(range->second);
}

std::string actionText(const RuleSettings &rule)
{
    switch (rule.action) {
    case RuleAction::ToTable: return rule.vrf ? " lookup [l3mdev-table]" : " lookup " + std::to_string(rule.table);
    case RuleAction::Goto: return " goto " + std::to_string(rule.target);
    case RuleAction::Nop: return " nop";
    case RuleAction::Blackhole: return " blackhole";
    case RuleAction::Unreachable: return " unreachable";
    case RuleAction::Prohibit: return " prohibit";
    }
    return {};
}

} // namespace

std::string toString(const RouteSettings &route)
{
    std::string out;
    if (route.type != unicast && route.type < std::size(typeNames))
        out += std::string(typeNames[route.type]) + ' ';
    out += destinationText(route.destination);
    if (route.gateway)
        out += " via " + route.gateway->toString();
    if (!route.device.empty())
        out += " dev " + route.device;
    for (const auto &hop : route.nextHops) {
        out += " nexthop";
        if (hop.gateway)
            out += " via " + hop.gateway->toString();
        if (!hop.device.empty())
            out += " dev " + hop.device;
    }
    if (route.source)
        out += " src " + route.source->toString();
    if (route.table != mainTable)
        out += " table " + std::to_string(route.table);
    if (route.metric)
        out += " metric " + std::to_string(*route.metric);
    return out;
}

std::string toString(const RuleSettings &rule)
{
    std::string out = rule.preference ? std::to_string(*rule.preference) + ": " : "";
    out += rule.inverted ? "not from " : "from ";
    out += rule.from ? rule.from->toString() : "all";
    if (rule.to)
        out += " to " + rule.to->toString();
    if (rule.mark)
        out += " fwmark " + std::to_string(*rule.mark);
    if (!rule.inputInterface.empty())
        out += " iif " + rule.inputInterface;
    if (!rule.outputInterface.empty())
        out += " oif " + rule.outputInterface;
    out += numbers("sport", rule.sourcePorts) + numbers("dport", rule.destinationPorts);
    return out + actionText(rule);
}

} // namespace twinhelm::vrrp
