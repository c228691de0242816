#include <array>
#include <utility>

#include "common/config/model/blocks.h"
#include "common/config/model/build.h"
#include "common/config/model/read_value.h"
#include "common/config/schema/names.h"

namespace twinhelm::config::model
{

namespace names = schema::names;

namespace
{

/// "+": the host bits all ones; "-": all zeros.
IpAddress derivedBroadcast(const Prefix &prefix, bool ones)
{
    auto bytes = prefix.address.bytes();
    for (std::size_t bit = prefix.length; bit < 32; ++bit) {
        const auto mask = static_cast<std::uint8_t>(0x80U >> (bit % 8));
        bytes[bit / 8] = static_cast<std::uint8_t>(ones ? bytes[bit / 8] | mask : bytes[bit / 8] & ~mask);
    }
    return IpAddress::v4({bytes[0], bytes[1], bytes[2], bytes[3]});
}

void readBroadcast(VirtualAddress &address, const Word &word)
{
    if (word.text == "+" || word.text == "-") {
        address.broadcastDerived = true;
        address.broadcast.set(derivedBroadcast(*address.prefix, word.text == "+"), word.range);
    } else if (const auto broadcast = IpAddress::parse(word.text)) {
        address.broadcast.set(*broadcast, word.range);
    }
}

void readLifetime(VirtualAddress &address, const Word &word)
{
    const auto number = readInteger(word.text);
    if (word.text == names::forever)
        address.preferredLifetime.set(std::nullopt, word.range);
    else if (number && *number >= 0 && *number <= 0xffffffffLL)
        address.preferredLifetime.set(static_cast<std::uint32_t>(*number), word.range);
}

/// A keyword with an argument.
void readOption(VirtualAddress &address, std::string_view keyword, const Word &word)
{
    if (keyword == names::dev) {
        address.device.set(std::string(word.text), word.range);
    } else if (keyword == names::label) {
        address.label.set(std::string(word.text), word.range);
    } else if (keyword == names::scope) {
        if (const auto scope = readScope(word.text))
            address.scope.set(*scope, word.range);
    } else if (keyword == names::broadcast || keyword == names::brd) {
        readBroadcast(address, word);
    } else if (keyword == names::peer) {
        if (const auto peer = Prefix::parse(word.text))
            address.peer.set(*peer, word.range);
    } else if (keyword == names::preferredLft) {
        readLifetime(address, word);
    } else if (keyword == names::trackGroup) {
        address.trackGroup.set(std::string(word.text), word.range);
    }
}

bool takesArgument(std::string_view keyword)
{
    for (const auto name : {names::dev, names::label, names::scope, names::broadcast, names::brd, names::peer,
                            names::preferredLft, names::trackGroup}) {
        if (keyword == name)
            return true;
    }
    return false;
}

constexpr std::array<std::pair<std::string_view, bool VirtualAddress::*>, 6> flags{{
    {names::home, &VirtualAddress::home},
    {names::mngtmpaddr, &VirtualAddress::manageTemporary},
    {names::noPrefixRoute, &VirtualAddress::noPrefixRoute},
    {names::autojoin, &VirtualAddress::autojoin},
    {names::noTrack, &VirtualAddress::noTrack},
    {names::useVmac, &VirtualAddress::useVmac},
}};

void readFlag(VirtualAddress &address, std::string_view keyword)
{
    if (keyword == names::noDad)
        address.noDad = false;
    for (const auto &[name, member] : flags) {
        if (keyword == name)
            address.*member = true;
    }
}

} // namespace

std::optional<VirtualAddress> readVirtualAddress(const Statement &entry)
{
    const auto prefix = readOwnPrefix(entry.keyword());
    if (!prefix)
        return std::nullopt;
    VirtualAddress address;
    address.range = entry.line().range();
    address.prefix.set(*prefix, entry.words.front().range);
    for (std::size_t i = 1; i < entry.words.size(); ++i) {
        const auto keyword = entry.words[i].text;
        if (takesArgument(keyword)) {
            if (++i < entry.words.size())
                readOption(address, keyword, entry.words[i]);
        } else {
            readFlag(address, keyword);
        }
    }
    return address;
}

Item entryOf(const VirtualAddress &address)
{
    Item item{.form = Item::Form::Entry, .terms = {keyed("address", term(*address.prefix))}};
    auto &terms = item.terms;
    if (address.device.given)
        terms.push_back(named(names::dev, term(*address.device)));
    const bool v4 = address.prefix->address.isV4();
    if (v4 && *address.scope != 0)
        terms.push_back(named(names::scope, term(unsigned{*address.scope})));
    if (v4 && *address.broadcast)
        terms.push_back(named(names::brd, term(**address.broadcast)));
    if (v4 && address.label.given)
        terms.push_back(named(names::label, term(*address.label)));
    // keepalived 2.2.7 takes no length behind a peer.
    if (const auto &peer = *address.peer; peer && peer->length == (peer->address.isV4() ? 32 : 128))
        terms.push_back(named(names::peer, term(peer->address)));
    else if (peer)
        terms.push_back(named(names::peer, term(*peer)));
    if (!address.noDad)
        terms.push_back(flagTerm(names::noDad));
    for (const auto &[name, member] : flags) {
        if (address.*member)
            terms.push_back(flagTerm(name));
    }
    if (address.preferredLifetime.given) {
        const auto &lifetime = *address.preferredLifetime;
        terms.push_back(
            named(names::preferredLft, lifetime ? term(unsigned{*lifetime}) : term(std::string(names::forever))));
    }
    if (address.trackGroup.given)
        terms.push_back(named(names::trackGroup, term(*address.trackGroup)));
    return item;
}

} // namespace twinhelm::config::model
