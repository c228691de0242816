#include "common/config/model/route_words.h"

#include <array>
#include <cmath>
#include <utility>

#include "common/config/schema/names.h"

namespace twinhelm::config::model
{

namespace names = schema::names;

namespace
{

constexpr std::array<std::pair<std::string_view, Encapsulation::Kind>, 4> kinds{{
    {names::ip, Encapsulation::Kind::Ip},
    {names::ip6, Encapsulation::Kind::Ip6},
    {names::mpls, Encapsulation::Kind::Mpls},
    {names::ila, Encapsulation::Kind::Ila},
}};

constexpr std::array<std::pair<std::string_view, Value<RouteMetric> RouteMetrics::*>, 5> plainMetrics{{
    {names::mtu, &RouteMetrics::mtu},
    {names::advmss, &RouteMetrics::advertisedMss},
    {names::reordering, &RouteMetrics::reordering},
    {names::cwnd, &RouteMetrics::congestionWindow},
    {names::ssthresh, &RouteMetrics::slowStartThreshold},
}};

constexpr std::array<std::pair<std::string_view, Value<RouteMetric> RouteMetrics::*>, 3> times{{
    {names::rtt, &RouteMetrics::roundTripTime},
    {names::rttvar, &RouteMetrics::roundTripVariance},
    {names::rtoMin, &RouteMetrics::leastRetransmit},
}};

constexpr std::array<std::pair<std::string_view, Value<unsigned> RouteMetrics::*>, 4> numbers{{
    {names::hoplimit, &RouteMetrics::hopLimit},
    {names::window, &RouteMetrics::window},
    {names::initcwnd, &RouteMetrics::initialCongestionWindow},
    {names::initrwnd, &RouteMetrics::initialReceiveWindow},
}};

constexpr std::array<std::pair<std::string_view, Value<bool> RouteMetrics::*>, 2> truths{{
    {names::quickack, &RouteMetrics::quickAck},
    {names::fastopenNoCookie, &RouteMetrics::fastOpenNoCookie},
}};

std::vector<std::uint32_t> readLabels(std::string_view text)
{
    std::vector<std::uint32_t> labels;
    while (!text.empty()) {
        const auto slash = text.find('/');
        if (const auto label = readUnsigned(text.substr(0, slash)); label && *label < (1U << 20U))
            labels.push_back(static_cast<std::uint32_t>(*label));
        text.remove_prefix(slash == std::string_view::npos ? text.size() : slash + 1);
    }
    return labels;
}

std::string labelText(const std::vector<std::uint32_t> &labels)
{
    std::string out;
    for (const auto label : labels)
        out += (out.empty() ? "" : "/") + std::to_string(label);
    return out;
}

bool readTunnelOption(Encapsulation &encapsulation, WordCursor &words)
{
    if (words.skip(names::id))
        words.take(encapsulation.id);
    else if (words.skip(names::destination))
        words.take(encapsulation.destination);
    else if (words.skip(names::src))
        words.take(encapsulation.source);
    else if (words.skip(names::tos) || words.skip(names::trafficClass))
        words.takeParsed(encapsulation.typeOfService, [](auto text) { return std::optional(readRoutingName(text)); });
    else if (words.skip(names::ttl) || words.skip(names::hoplimit))
        words.take(encapsulation.timeToLive, 255);
    else if (words.skip(names::flags))
        words.takeParsed(encapsulation.flags, [](auto text) {
            const auto number = readAnyBase(text);
            return number && *number <= 0xffff ? std::optional(static_cast<unsigned>(*number)) : std::nullopt;
        });
    else
        return false;
    return true;
}

std::optional<RouteMetric> readTime(std::string_view text)
{
    RouteMetric metric;
    double unit = 1;
    if (text.ends_with("ms")) {
        text.remove_suffix(2);
    } else if (text.ends_with('s')) {
        text.remove_suffix(1);
        unit = 1000;
    } else {
        metric.raw = true;
    }
    const auto number = readDecimal(text);
    if (!number || *number < 0 || *number * unit > 4e9)
        return std::nullopt;
    metric.value = static_cast<std::uint32_t>(std::llround(*number * unit));
    return metric;
}

void showMetric(std::vector<Term> &terms, std::string_view name, const Value<RouteMetric> &metric, bool time)
{
    if (!metric.given)
        return;
    std::string text = metric->locked ? std::string(names::lock) + " " : "";
    text += std::to_string(metric->value);
    if (time && !metric->raw)
        text += "ms";
    terms.push_back(named(name, {.kind = Term::Kind::Words, .text = text}));
}

} // namespace

void readEncapsulation(Encapsulation &encapsulation, WordCursor &words)
{
    for (const auto &[name, kind] : kinds) {
        if (words.skip(name)) {
            encapsulation.kind.set(kind, words.last());
            break;
        }
    }
    if (*encapsulation.kind == Encapsulation::Kind::Mpls && !words.atEnd()) {
        encapsulation.labels = readLabels(words.text());
        words.advance();
    } else if (*encapsulation.kind == Encapsulation::Kind::Ila) {
        words.take(encapsulation.locator);
    } else {
        while (!words.atEnd() && readTunnelOption(encapsulation, words)) {
        }
    }
}

void showEncapsulation(std::vector<Term> &terms, const Encapsulation &encapsulation)
{
    const auto kind = *encapsulation.kind;
    std::string_view word;
    for (const auto &[name, value] : kinds) {
        if (kind == value)
            word = name;
    }
    if (word.empty())
        return;
    std::string text(word);
    const auto add = [&](std::string_view name, const auto &value) {
        if (value.given)
            text += " " + std::string(name) + " " + term(*value).text;
    };
    const bool v6 = kind == Encapsulation::Kind::Ip6;
    add(names::id, encapsulation.id);
    add(names::destination, encapsulation.destination);
    add(names::src, encapsulation.source);
    add(v6 ? names::trafficClass : names::tos, encapsulation.typeOfService);
    add(v6 ? names::hoplimit : names::ttl, encapsulation.timeToLive);
    add(names::flags, encapsulation.flags);
    if (!encapsulation.labels.empty())
        text += " " + labelText(encapsulation.labels);
    if (encapsulation.locator.given)
        text += " " + *encapsulation.locator;
    terms.push_back(named(names::encap, {.kind = Term::Kind::Words, .text = text}));
}

NextHop readNextHop(WordCursor &words)
{
    NextHop hop;
    const auto begin = words.last();
    while (!words.atEnd() && words.text() != names::nexthop) {
        if (words.skip(names::via)) {
            if (words.text() == names::inet || words.text() == names::inet6)
                words.advance();
            words.take(hop.gateway);
        } else if (words.skip(names::dev)) {
            words.take(hop.device);
        } else if (words.skip(names::weight)) {
            words.take(hop.weight, 256);
        } else if (words.skip(names::onlink)) {
            hop.onlink.set(true, words.last());
        } else if (words.skip(names::realms)) {
            words.takeParsed(hop.realms, [](auto text) { return std::optional(readRoutingName(text)); });
        } else if (words.skip(names::encap)) {
            readEncapsulation(hop.encapsulation.edit(), words);
        } else {
            break; // no word of a hop: readRoute() reads no further
        }
    }
    hop.range = {begin.file, begin.begin, words.last().end};
    return hop;
}

void showNextHop(std::vector<Term> &terms, const NextHop &hop)
{
    std::vector<Term> own;
    if (hop.gateway.given)
        own.push_back(named(names::via, term(*hop.gateway)));
    if (hop.device.given)
        own.push_back(named(names::dev, term(*hop.device)));
    if (*hop.weight != 1)
        own.push_back(named(names::weight, term(*hop.weight)));
    if (*hop.onlink)
        own.push_back(flagTerm(names::onlink));
    if (hop.realms.given)
        own.push_back(named(names::realms, term(*hop.realms)));
    if (hop.encapsulation.given())
        showEncapsulation(own, *hop.encapsulation);
    std::string text;
    for (const auto &one : own) {
        text += (text.empty() ? "" : " ") + std::string(one.word);
        if (!one.text.empty())
            text += " " + one.text;
    }
    terms.push_back(named(names::nexthop, {.kind = Term::Kind::Words, .text = text}));
}

bool readMetric(Rare<RouteMetrics> &metrics, WordCursor &words)
{
    for (const auto &[name, member] : plainMetrics) {
        if (words.skip(name)) {
            const bool locked = words.skip(names::lock);
            words.takeParsed(metrics.edit().*member, [&](std::string_view text) {
                const auto number = readUnsigned(text);
                return number && *number <= 0xffffffffU
                           ? std::optional(RouteMetric{static_cast<std::uint32_t>(*number), locked, true})
                           : std::nullopt;
            });
            return true;
        }
    }
    for (const auto &[name, member] : times) {
        if (words.skip(name)) {
            const bool locked = words.skip(names::lock);
            words.takeParsed(metrics.edit().*member, readTime);
            (metrics.edit().*member).value.locked = locked;
            return true;
        }
    }
    for (const auto &[name, member] : numbers) {
        if (words.skip(name)) {
            words.take(metrics.edit().*member);
            return true;
        }
    }
    for (const auto &[name, member] : truths) {
        if (words.skip(name)) {
            words.takeParsed(metrics.edit().*member, [](std::string_view text) {
                return text == "0" || text == "1" ? std::optional(text == "1") : std::nullopt;
            });
            return true;
        }
    }
    if (words.skip(names::features)) {
        if (words.skip(names::ecn))
            metrics.edit().ecn.set(true, words.last());
    } else if (words.skip(names::congctl)) {
        metrics.edit().congestionControlLocked = words.skip(names::lock);
        words.take(metrics.edit().congestionControl);
    } else {
        return false;
    }
    return true;
}

void showMetrics(std::vector<Term> &terms, const RouteMetrics &metrics)
{
    for (const auto &[name, member] : plainMetrics)
        showMetric(terms, name, metrics.*member, false);
    for (const auto &[name, member] : times)
        showMetric(terms, name, metrics.*member, true);
    for (const auto &[name, member] : numbers) {
        if ((metrics.*member).given)
            terms.push_back(named(name, term(*(metrics.*member))));
    }
    if (*metrics.ecn)
        terms.push_back(named(names::features, term(std::string(names::ecn))));
    for (const auto &[name, member] : truths) {
        if ((metrics.*member).given)
            terms.push_back(named(name, term(*(metrics.*member) ? 1U : 0U)));
    }
    if (metrics.congestionControl.given) {
        const auto lock = metrics.congestionControlLocked ? std::string(names::lock) + " " : std::string();
        terms.push_back(named(names::congctl, {.kind = Term::Kind::Words, .text = lock + *metrics.congestionControl}));
    }
}

} // namespace twinhelm::config::model
