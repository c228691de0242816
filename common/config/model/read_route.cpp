#include <array>
#include <cmath>

#include "common/config/model/blocks.h"
#include "common/config/model/build.h"
#include "common/config/model/route_words.h"
#include "common/config/schema/names.h"

namespace twinhelm::config::model
{

namespace names = schema::names;

namespace
{

constexpr std::array<std::pair<std::string_view, Route::Type>, 10> types{{
    {names::routeTypes[0], Route::Type::Unicast},
    {names::routeTypes[1], Route::Type::Local},
    {names::routeTypes[2], Route::Type::Broadcast},
    {names::routeTypes[3], Route::Type::Anycast},
    {names::routeTypes[4], Route::Type::Multicast},
    {names::routeTypes[5], Route::Type::Throw},
    {names::routeTypes[6], Route::Type::Unreachable},
    {names::routeTypes[7], Route::Type::Prohibit},
    {names::routeTypes[8], Route::Type::Blackhole},
    {names::routeTypes[9], Route::Type::Nat},
}};

bool readType(Route &route, WordCursor &words)
{
    for (const auto &[name, type] : types) {
        if (words.skip(name)) {
            route.type.set(type, words.last());
            return true;
        }
    }
    return false;
}

bool readFamily(Route &route, WordCursor &words)
{
    if (words.skip(names::inet))
        route.family.set(Family::IPv4, words.last());
    else if (words.skip(names::inet6))
        route.family.set(Family::IPv6, words.last());
    else
        return false;
    return true;
}

/// Options that name what else the kernel keeps with a route.
bool readAttribute(Route &route, WordCursor &words)
{
    if (words.skip(names::table))
        words.takeParsed(route.table, [](auto text) { return std::optional(readRoutingTable(text)); });
    else if (words.skip(names::protocol))
        words.takeParsed(route.protocol, [](auto text) { return std::optional(readRoutingProtocol(text)); });
    else if (words.skip(names::scope))
        words.takeParsed(route.scope, [](auto text) { return std::optional(readRoutingScope(text)); });
    else if (words.skip(names::tos) || words.skip(names::dsfield))
        words.takeParsed(route.typeOfService, [](auto text) { return std::optional(readRoutingName(text)); });
    else if (words.skip(names::realms))
        words.takeParsed(route.realms, [](auto text) { return std::optional(readRoutingName(text)); });
    else if (words.skip(names::metric) || words.skip(names::priority) || words.skip(names::preference))
        words.take(route.metric);
    else if (words.skip(names::expires))
        words.takeParsed(route.expires, [](auto text) { return readSeconds(text); });
    else if (words.skip(names::pref))
        words.takeParsed(route.preference, readRouterPreference);
    else if (words.skip(names::ttlPropagate)) {
        route.ttlPropagate.set(words.text() == names::enabled, words.atEnd() ? words.last() : words.word().range);
        words.advance();
    } else {
        return false;
    }
    return true;
}

/// Options that say where a packet goes.
bool readWay(Route &route, WordCursor &words)
{
    if (words.skip(names::src)) {
        words.take(route.source);
    } else if (words.skip(names::via) || words.skip(names::gw)) {
        readFamily(route, words);
        words.take(route.gateway);
    } else if (words.skip(names::orWord)) {
        words.take(route.secondGateway);
    } else if (words.skip(names::from)) {
        words.take(route.from);
    } else if (words.skip(names::dev) || words.skip(names::oif)) {
        words.take(route.device);
    } else if (words.skip(names::vrf)) {
        words.take(route.vrf);
    } else if (words.skip(names::onlink)) {
        route.onlink.set(true, words.last());
    } else if (words.skip(names::encap)) {
        readEncapsulation(route.encapsulation.edit(), words);
    } else if (words.skip(names::nexthop)) {
        route.nextHops.push_back(readNextHop(words));
    } else {
        return false;
    }
    return true;
}

bool readMark(Route &route, WordCursor &words)
{
    if (words.skip(names::noTrack))
        route.noTrack = true;
    else if (words.skip(names::trackGroup))
        words.take(route.trackGroup);
    else if (words.skip(names::add))
        route.insertion.set(Route::Insertion::Add, words.last());
    else if (words.skip(names::append))
        route.insertion.set(Route::Insertion::Append, words.last());
    else if (words.skip(names::prepend))
        route.insertion.set(Route::Insertion::Prepend, words.last());
    else
        return false;
    return true;
}

template<typename T>
void add(std::vector<Term> &terms, std::string_view word, const Value<T> &value)
{
    if (value.given)
        terms.push_back(named(word, term(*value)));
}

void showAttributes(std::vector<Term> &terms, const Route &route)
{
    add(terms, names::table, route.table);
    add(terms, names::metric, route.metric);
    add(terms, names::protocol, route.protocol);
    add(terms, names::scope, route.scope);
    add(terms, names::tos, route.typeOfService);
    add(terms, names::realms, route.realms);
    add(terms, names::expires, route.expires);
    add(terms, names::pref, route.preference);
    if (route.ttlPropagate.given)
        terms.push_back(
            named(names::ttlPropagate, term(std::string(*route.ttlPropagate ? names::enabled : names::disabled))));
}

} // namespace

std::optional<unsigned> readRouterPreference(std::string_view word)
{
    if (word == names::low)
        return static_cast<unsigned>(Route::Preference::Low);
    if (word == names::medium)
        return static_cast<unsigned>(Route::Preference::Medium);
    if (word == names::high)
        return static_cast<unsigned>(Route::Preference::High);
    const auto number = readUnsigned(word);
    return number && *number <= 255 ? std::optional(static_cast<unsigned>(*number)) : std::nullopt;
}

std::optional<Route> readRoute(const Statement &entry)
{
    Route route;
    route.range = entry.line().range();
    WordCursor words(entry.words);
    // Behind its hops keepalived reads nothing more of a route.
    while (!words.atEnd() && (route.nextHops.empty() || words.text() == names::nexthop)) {
        words.skip(names::to);
        if (readFamily(route, words) || readWay(route, words) || readAttribute(route, words) ||
            readMetric(route.metrics, words) || readMark(route, words) || readType(route, words))
            continue;
        // The destination; keepalived ignores the line when it has words that it does not know.
        if (words.atEnd() || route.destination.given || !readPrefix(words.text()))
            return std::nullopt;
        words.take(route.destination);
    }
    if (!route.destination.given || words.bad())
        return std::nullopt;
    // "default" has no family of its own.
    if (route.destination->length == 0 && route.destination->address.isUnspecified()) {
        const bool v6 = route.family.given ? *route.family == Family::IPv6
                                           : (route.gateway.given && route.gateway->isV6()) ||
                                                 (route.source.given && route.source->isV6());
        if (v6)
            route.destination.value = {IpAddress::v6({}), 0};
    }
    return route;
}

Item entryOf(const Route &route)
{
    Item item{.form = Item::Form::Entry};
    auto &terms = item.terms;
    if (*route.type != Route::Type::Unicast)
        terms.push_back(keyed("type", term(std::string(wordFor(types, *route.type)))));
    terms.push_back(keyed("to", term(*route.destination)));
    add(terms, names::src, route.source);
    if (route.gateway.given) {
        const bool other = route.gateway->family() != route.destination->address.family();
        terms.push_back(
            named(names::via, {.kind = Term::Kind::Words,
                               .text = (other && route.gateway->isV6() ? "inet6 " : "") + route.gateway->toString()}));
    }
    add(terms, names::orWord, route.secondGateway);
    add(terms, names::from, route.from);
    add(terms, names::dev, route.device);
    add(terms, names::vrf, route.vrf);
    showAttributes(terms, route);
    if (*route.onlink)
        terms.push_back(flagTerm(names::onlink));
    if (route.encapsulation.given())
        showEncapsulation(terms, *route.encapsulation);
    showMetrics(terms, *route.metrics);
    if (route.insertion.given && *route.insertion != Route::Insertion::Prepend)
        terms.push_back(flagTerm(*route.insertion == Route::Insertion::Add ? names::add : names::append));
    if (route.noTrack)
        terms.push_back(flagTerm(names::noTrack));
    add(terms, names::trackGroup, route.trackGroup);
    for (const auto &hop : route.nextHops)
        showNextHop(terms, hop);
    return item;
}

} // namespace twinhelm::config::model
