#include <array>

#include "common/config/model/blocks.h"
#include "common/config/model/build.h"
#include "common/config/model/word_cursor.h"
#include "common/config/schema/names.h"

namespace twinhelm::config::model
{

namespace names = schema::names;

namespace
{

using R = RoutingRule;

constexpr std::array<std::pair<std::string_view, R::Action>, 5> plainActions{{
    {names::nop, R::Action::Nop},
    {names::blackhole, R::Action::Blackhole},
    {names::unreachable, R::Action::Unreachable},
    {names::prohibit, R::Action::Prohibit},
    {names::l3mdev, R::Action::L3mdev},
}};

template<typename T>
std::optional<Span<T>> readSpan(std::string_view text)
{
    const auto dash = text.find('-');
    const auto first = readUnsigned(text.substr(0, dash));
    const auto last = dash == std::string_view::npos ? first : readUnsigned(text.substr(dash + 1));
    if (!first || !last || !std::in_range<T>(*first) || !std::in_range<T>(*last) || *first > *last)
        return std::nullopt;
    return Span<T>{static_cast<T>(*first), static_cast<T>(*last)};
}

std::optional<MarkMask> readMark(std::string_view text)
{
    const auto slash = text.find('/');
    const auto mark = readAnyBase(text.substr(0, slash));
    const auto mask = slash == std::string_view::npos ? std::optional<std::uint64_t>(0xffffffffU)
                                                      : readAnyBase(text.substr(slash + 1));
    if (!mark || !mask || *mark > 0xffffffffU || *mask > 0xffffffffU)
        return std::nullopt;
    return MarkMask{static_cast<std::uint32_t>(*mark), static_cast<std::uint32_t>(*mask)};
}

std::optional<RoutingName> readName(std::string_view text)
{
    return readRoutingName(text);
}

std::optional<unsigned> readPreference(std::string_view text)
{
    const auto number = readAnyBase(text);
    return number && *number <= 0xffffffffU ? std::optional(static_cast<unsigned>(*number)) : std::nullopt;
}

bool readAddressSelector(R &rule, WordCursor &words)
{
    if (words.skip(names::inet))
        rule.family.set(Family::IPv4, words.last());
    else if (words.skip(names::inet6))
        rule.family.set(Family::IPv6, words.last());
    else if (words.skip(names::notWord))
        rule.inverted.set(true, words.last());
    else if (words.skip(names::from))
        words.take(rule.from);
    else if (words.skip(names::to))
        words.take(rule.to);
    else if (words.skip(names::iif) || words.skip(names::dev))
        words.take(rule.inputInterface);
    else if (words.skip(names::oif))
        words.take(rule.outputInterface);
    else
        return false;
    return true;
}

bool readPacketSelector(R &rule, WordCursor &words)
{
    if (words.skip(names::tos) || words.skip(names::dsfield))
        words.takeParsed(rule.typeOfService, readName);
    else if (words.skip(names::fwmark))
        words.takeParsed(rule.fwmark, readMark);
    else if (words.skip(names::tunnelId))
        words.take(rule.tunnelId);
    else if (words.skip(names::uidrange))
        words.takeParsed(rule.userIds, readSpan<std::uint32_t>);
    else if (words.skip(names::ipproto))
        words.takeParsed(rule.ipProtocol, readName);
    else if (words.skip(names::sport))
        words.takeParsed(rule.sourcePorts, readSpan<std::uint16_t>);
    else if (words.skip(names::dport))
        words.takeParsed(rule.destinationPorts, readSpan<std::uint16_t>);
    else
        return false;
    return true;
}

bool readProperty(R &rule, WordCursor &words)
{
    if (words.skip(names::preference) || words.skip(names::order) || words.skip(names::priority))
        words.takeParsed(rule.preference, readPreference);
    else if (words.skip(names::realms))
        words.takeParsed(rule.realms, readName);
    else if (words.skip(names::suppressPrefixlength) || words.skip(names::supPl))
        words.take(rule.suppressPrefixLength, 0x7fffffff);
    else if (words.skip(names::suppressIfgroup) || words.skip(names::supGroup))
        words.takeParsed(rule.suppressGroup, readName);
    else if (words.skip(names::protocol))
        words.take(rule.protocol, 255);
    else if (words.skip(names::noTrack))
        rule.noTrack = true;
    else if (words.skip(names::trackGroup))
        words.take(rule.trackGroup);
    else
        return false;
    return true;
}

bool readAction(R &rule, WordCursor &words)
{
    if (words.skip(names::table) || words.skip(names::lookup)) {
        rule.action.set(R::Action::Table, words.last());
        words.takeParsed(rule.table, [](auto text) { return std::optional(readRoutingTable(text)); });
        return true;
    }
    if (words.skip(names::gotoWord)) {
        rule.action.set(R::Action::Goto, words.last());
        words.takeParsed(rule.gotoTarget, readPreference);
        return true;
    }
    for (const auto &[name, action] : plainActions) {
        if (words.skip(name)) {
            rule.action.set(action, words.last());
            return true;
        }
    }
    return false;
}

template<typename T>
void add(std::vector<Term> &terms, std::string_view word, const Value<T> &value)
{
    if (value.given)
        terms.push_back(named(word, term(*value)));
}

template<typename T>
void addSpan(std::vector<Term> &terms, std::string_view word, const Value<Span<T>> &span)
{
    if (span.given)
        terms.push_back(named(word, term(std::to_string(span->first) + "-" + std::to_string(span->last))));
}

void showSelectors(std::vector<Term> &terms, const R &rule)
{
    add(terms, names::preference, rule.preference);
    if (*rule.inverted)
        terms.push_back(flagTerm(names::notWord));
    add(terms, names::from, rule.from);
    add(terms, names::to, rule.to);
    add(terms, names::iif, rule.inputInterface);
    add(terms, names::oif, rule.outputInterface);
    add(terms, names::tos, rule.typeOfService);
    if (rule.fwmark.given) {
        auto text = std::to_string(rule.fwmark->mark);
        if (rule.fwmark->mask != 0xffffffffU)
            text += "/" + std::to_string(rule.fwmark->mask);
        terms.push_back(named(names::fwmark, term(text)));
    }
    add(terms, names::tunnelId, rule.tunnelId);
    addSpan(terms, names::uidrange, rule.userIds);
    add(terms, names::ipproto, rule.ipProtocol);
    addSpan(terms, names::sport, rule.sourcePorts);
    addSpan(terms, names::dport, rule.destinationPorts);
}

void showAction(std::vector<Term> &terms, const R &rule)
{
    add(terms, names::suppressPrefixlength, rule.suppressPrefixLength);
    add(terms, names::suppressIfgroup, rule.suppressGroup);
    add(terms, names::realms, rule.realms);
    add(terms, names::protocol, rule.protocol);
    if (*rule.action == R::Action::Table)
        add(terms, names::table, rule.table);
    else if (*rule.action == R::Action::Goto)
        add(terms, names::gotoWord, rule.gotoTarget);
    for (const auto &[name, action] : plainActions) {
        if (*rule.action == action)
            terms.push_back(flagTerm(name));
    }
    if (rule.noTrack)
        terms.push_back(flagTerm(names::noTrack));
    add(terms, names::trackGroup, rule.trackGroup);
}

} // namespace

std::optional<RoutingRule> readRoutingRule(const Statement &entry)
{
    R rule;
    rule.range = entry.line().range();
    WordCursor words(entry.words);
    while (!words.atEnd()) {
        words.skip(names::type);
        // keepalived ignores the line when it has words that it does not know.
        if (!readAddressSelector(rule, words) && !readPacketSelector(rule, words) && !readProperty(rule, words) &&
            !readAction(rule, words))
            return std::nullopt;
    }
    return words.bad() ? std::nullopt : std::optional(std::move(rule));
}

Item entryOf(const RoutingRule &rule)
{
    Item item{.form = Item::Form::Entry};
    const bool v6 = *rule.family == Family::IPv6 && rule.family.given;
    if (v6)
        item.terms.push_back(flagTerm(names::inet6));
    showSelectors(item.terms, rule);
    showAction(item.terms, rule);
    return item;
}

} // namespace twinhelm::config::model
