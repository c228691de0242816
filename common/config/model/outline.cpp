#include "common/config/model/outline.h"

#include <algorithm>
#include <cstdlib>

#include "common/config/schema/names.h"

namespace twinhelm::config::model
{

namespace names = schema::names;

namespace
{

/// `count` as a decimal number of which `unit` make one; no zeros at the end.
std::string decimal(std::int64_t count, std::int64_t unit)
{
    std::string out = count < 0 ? "-" : "";
    count = std::abs(count);
    out += std::to_string(count / unit);
    auto rest = std::to_string(count % unit);
    if (rest == "0")
        return out;
    rest.insert(0, std::to_string(unit).size() - 1 - rest.size(), '0');
    rest.erase(rest.find_last_not_of('0') + 1);
    return out + "." + rest;
}

std::int64_t microsecondsIn(Duration time)
{
    return std::chrono::duration_cast<std::chrono::microseconds>(time).count();
}

Term number(std::string text)
{
    return {.kind = Term::Kind::Number, .text = std::move(text)};
}

Term words(std::string text)
{
    return {.kind = Term::Kind::Text, .text = std::move(text)};
}

} // namespace

Term term(int value)
{
    return number(std::to_string(value));
}

Term term(unsigned value)
{
    return number(std::to_string(value));
}

Term term(std::uint16_t value)
{
    return number(std::to_string(value));
}

Term term(std::uint64_t value)
{
    return number(std::to_string(value));
}

Term term(Duration seconds)
{
    return number(decimal(microsecondsIn(seconds), 1'000'000));
}

Term milliseconds(Duration time)
{
    return number(decimal(microsecondsIn(time), 1'000));
}

Term microseconds(Duration time)
{
    return number(std::to_string(microsecondsIn(time)));
}

Term term(bool truth)
{
    return {.kind = Term::Kind::Truth, .text = truth ? "true" : "false"};
}

Term term(const std::string &text)
{
    return words(text);
}

Term term(const Secret &secret)
{
    return {.kind = Term::Kind::Secret, .text = std::string(secret.reveal())};
}

Term term(const IpAddress &address)
{
    return words(address.toString());
}

Term term(const Prefix &prefix)
{
    return words(prefix.toString());
}

Term term(const RoutingName &name)
{
    return name.number ? number(std::to_string(*name.number)) : words(name.text);
}

Term named(std::string_view word, Term value)
{
    value.word = word;
    return value;
}

Term keyed(std::string_view key, Term value)
{
    value.key = key;
    return value;
}

Term flagTerm(std::string_view word)
{
    return {.word = word, .kind = Term::Kind::Flag};
}

void show(Outline &out, std::string_view keyword, std::vector<Term> terms)
{
    out.push_back({.keyword = keyword, .terms = std::move(terms)});
}

void showFlag(Outline &out, std::string_view keyword, bool given)
{
    if (given)
        out.push_back({.keyword = keyword});
}

Item &showBlock(Outline &out, std::string_view keyword, std::vector<Term> name)
{
    return out.emplace_back(Item{.keyword = keyword, .form = Item::Form::Block, .terms = std::move(name)});
}

void show(Outline &out, std::string_view keyword, const std::vector<Value<std::string>> &list)
{
    if (list.empty())
        return;
    auto &block = showBlock(out, keyword);
    for (const auto &name : list)
        block.items.push_back({.form = Item::Form::Entry, .terms = {term(*name)}});
}

void show(Outline &out, std::string_view keyword, const std::vector<TrackEntry> &entries)
{
    if (entries.empty())
        return;
    auto &block = showBlock(out, keyword);
    for (const auto &entry : entries) {
        Item item{.form = Item::Form::Entry, .terms = {keyed("name", term(*entry.name))}};
        if (entry.weight.given) {
            item.terms.push_back(named(names::weight, term(*entry.weight)));
            if (entry.reverse.given)
                item.terms.push_back(flagTerm(*entry.reverse ? names::reverse : names::noreverse));
        }
        block.items.push_back(std::move(item));
    }
}

void showUser(Outline &out, std::string_view keyword, const Value<std::string> &user, const Value<std::string> &group)
{
    if (!user.given && !group.given)
        return;
    Item item{.keyword = keyword};
    if (user.given)
        item.terms.push_back(keyed("user", term(*user)));
    if (group.given)
        item.terms.push_back(keyed("group", term((user.given ? "" : ":") + *group)));
    out.push_back(std::move(item));
}

void showWeight(Outline &out, std::string_view keyword, const Value<int> &weight, bool reverse)
{
    if (!weight.given)
        return;
    show(out, keyword, {keyed("value", term(*weight))});
    if (reverse)
        out.back().terms.push_back(flagTerm(names::reverse));
}

std::string joinArguments(const std::vector<std::string> &argv)
{
    std::string out;
    for (const auto &argument : argv) {
        if (!out.empty())
            out += ' ';
        if (!argument.empty() && argument.find_first_of(" \t'\"\\") == std::string::npos) {
            out += argument;
            continue;
        }
        out += '\'';
        for (const char c : argument) {
            if (c == '\'' || c == '\\')
                out += '\\';
            out += c;
        }
        out += '\'';
    }
    return out;
}

void show(Outline &out, std::string_view keyword, const Command &command)
{
    Item item{.keyword = keyword};
    if (!command.argv.empty())
        item.terms.push_back({.kind = Term::Kind::Command, .text = joinArguments(command.argv), .key = "command"});
    if (command.user.given)
        item.terms.push_back(keyed("user", term(*command.user)));
    if (command.group.given)
        item.terms.push_back(keyed("group", term((command.user.given ? "" : ":") + *command.group)));
    out.push_back(std::move(item));
}

} // namespace twinhelm::config::model
