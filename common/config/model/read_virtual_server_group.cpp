#include <array>
#include <cstdio>

#include "common/config/model/blocks.h"
#include "common/config/model/build.h"
#include "common/config/model/read_service.h"
#include "common/config/model/read_value.h"
#include "common/config/schema/names.h"

namespace twinhelm::config::model
{

namespace names = schema::names;

namespace
{

using Entry = VirtualServerGroupEntry;

/// The last address of A-LAST: the last octet in decimal, or the last 16 bits in hexadecimal.
std::optional<IpAddress> lastOf(const IpAddress &first, std::string_view text)
{
    if (const auto whole = IpAddress::parse(text))
        return whole->family() == first.family() ? whole : std::nullopt;
    auto bytes = first.bytes();
    if (first.isV4()) {
        const auto octet = readUnsigned(text);
        if (!octet || *octet > 255)
            return std::nullopt;
        return IpAddress::v4({bytes[0], bytes[1], bytes[2], static_cast<std::uint8_t>(*octet)});
    }
    const auto low = readAnyBase("0x" + std::string(text));
    if (!low || *low > 0xffff)
        return std::nullopt;
    bytes[14] = static_cast<std::uint8_t>(*low >> 8U);
    bytes[15] = static_cast<std::uint8_t>(*low & 0xffU);
    return IpAddress::v6(bytes);
}

/// As lastOf() reads it, which versions before 2.4 do too.
std::string rangeEnd(const IpAddress &last)
{
    const auto &bytes = last.bytes();
    if (last.isV4())
        return std::to_string(bytes[3]);
    std::array<char, 8> text{};
    std::snprintf(text.data(), text.size(), "%x", (bytes[14] << 8U) | bytes[15]);
    return text.data();
}

bool readAddresses(Entry &entry, const Word &word)
{
    const auto text = word.text;
    const auto end = text.find_first_of("-/");
    const auto first = IpAddress::parse(text.substr(0, end));
    if (!first)
        return false;
    entry.first.set(*first, word.range);
    if (end == std::string_view::npos)
        return true;
    const auto rest = text.substr(end + 1);
    if (text[end] == '/') {
        const auto length = readUnsigned(rest);
        if (!length || *length > first->size() * 8)
            return false;
        entry.length.set(static_cast<unsigned>(*length), word.range);
        return true;
    }
    const auto last = lastOf(*first, rest);
    if (last)
        entry.last.set(*last, word.range);
    return last.has_value();
}

bool readMark(Entry &entry, const Statement &statement)
{
    const auto *word = statement.argument();
    const auto mark = word ? readAnyBase(word->text) : std::nullopt;
    if (!mark || *mark > 0xffffffffU)
        return false;
    entry.fwmark.set(static_cast<unsigned>(*mark), word->range);
    if (const auto *family = statement.argument(2))
        entry.family.set(family->text == names::inet6 ? Family::IPv6 : Family::IPv4, family->range);
    return true;
}

std::optional<Entry> readEntry(const Statement &statement)
{
    Entry entry;
    entry.range = statement.line().range();
    if (statement.keyword() == names::fwmark)
        return readMark(entry, statement) ? std::optional(entry) : std::nullopt;
    if (!readAddresses(entry, statement.words.front()))
        return std::nullopt;
    const auto *word = statement.argument();
    if (const auto port = word ? readUnsigned(word->text) : std::nullopt; port && *port <= 0xffff)
        entry.port.set(static_cast<std::uint16_t>(*port), word->range);
    return entry;
}

} // namespace

Item entryOf(const VirtualServerGroupEntry &entry)
{
    Item item{.form = Item::Form::Entry};
    if (entry.fwmark.given) {
        item.terms.push_back(named(names::fwmark, term(*entry.fwmark)));
        if (entry.family.given && *entry.family == Family::IPv6)
            item.terms.push_back(flagTerm(names::inet6));
        return item;
    }
    auto text = entry.first->toString();
    if (entry.length.given)
        text += "/" + std::to_string(*entry.length);
    else if (entry.last.given && *entry.last != *entry.first)
        text += "-" + rangeEnd(*entry.last);
    item.terms.push_back(keyed("address", term(text)));
    if (entry.port.given)
        item.terms.push_back(keyed(names::port, term(*entry.port)));
    return item;
}

VirtualServerGroup readVirtualServerGroup(const Statement &block)
{
    VirtualServerGroup group;
    group.range = block.line().range();
    take(group.name, block);
    forEachStatement(block.expanded, block.tree, block.index, [&](const Statement &statement) {
        if (auto entry = readEntry(statement))
            group.entries.push_back(std::move(*entry));
    });
    return group;
}

} // namespace twinhelm::config::model
