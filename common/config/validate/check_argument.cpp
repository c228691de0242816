#include "common/config/validate/check_argument.h"

#include <algorithm>
#include <cctype>

#include "common/config/model/read_value.h"
#include "common/config/schema/choice.h"
#include "common/config/schema/names.h"
#include "common/config/validate/check_number.h"
#include "common/config/validate/codes.h"
#include "common/config/validate/finding.h"

namespace twinhelm::config
{

namespace names = schema::names;
using schema::Kind;

namespace
{

using Found = std::optional<Diagnostic>;

constexpr auto npos = std::string_view::npos;

bool isNumber(std::string_view text)
{
    return model::readDecimal(text).has_value();
}

std::string inCapitals(std::string_view word)
{
    std::string out(word);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return out;
}

Found choice(const Expected &expected, const Word &word)
{
    const auto &argument = expected.argument;
    if (argument.hasRange && isNumber(word.text))
        return checkNumber(expected, word);
    // The only word that keepalived takes in small letters, too.
    if (expected.name == names::protocol && schema::isChoice(argument.choices, inCapitals(word.text)))
        return {};
    // Names of routing tables and the like are the node's own.
    if (argument.choices.empty() && (!argument.namesFrom.empty() || !argument.hasRange))
        return {};
    std::string list;
    for (const auto one : schema::choiceList(argument.choices))
        list += (list.empty() ? "" : ", ") + std::string(one);
    if (argument.hasRange)
        list += (list.empty() ? "a number" : " or a number");
    return finding(codes::unknownChoice, word.range,
                   quoted(word.text) + " is not known to " + std::string(expected.name) + ". It takes " + list + "; " +
                       std::string(expected.otherwise) + '.');
}

/// ADDR-LAST, ADDR-ADDR, ADDR/LEN or ADDR, in a virtual_server_group.
bool isAddressRange(std::string_view text)
{
    const auto dash = text.find('-');
    if (dash == npos)
        return model::readPrefix(text).has_value();
    const auto last = text.substr(dash + 1);
    const bool number =
        !last.empty() && std::all_of(last.begin(), last.end(), [](unsigned char c) { return std::isxdigit(c) != 0; });
    return IpAddress::parse(text.substr(0, dash)) && (number || IpAddress::parse(last));
}

Found address(const Expected &expected, const Word &word)
{
    if (expected.argument.meta.find("-LAST") != npos && isAddressRange(word.text))
        return {};
    if (!expected.argument.namesFrom.empty()) // a host name is as good
        return {};
    const auto value = expected.prefix ? model::readPrefix(word.text) : std::nullopt;
    const auto address = value ? std::optional(value->address) : model::readAddress(word.text);
    if (!address || (expected.prefix && !value)) {
        auto message = quoted(word.text) + (expected.prefix ? " is not an address with an optional prefix length."
                                                            : " is not an IP address.");
        if (word.text.find('$') != npos)
            message += " A $NAME must be followed by a blank or written ${NAME}, and be defined above.";
        return finding(codes::notAnAddress, word.range, std::move(message));
    }
    const bool group4 = expected.name == names::vrrpMcastGroup4;
    const bool group6 = expected.name == names::vrrpMcastGroup6;
    const bool group = group4 || group6 || expected.name == names::mcastDstIp;
    if ((group && !address->isMulticast()) || (group4 && !address->isV4()) || (group6 && !address->isV6())) {
        return finding(codes::notAnAddress, word.range,
                       quoted(word.text) + " is not a multicast group of the right family.");
    }
    return {};
}

Found text(const Expected &expected, const Word &word)
{
    const auto most = expected.argument.maxLength;
    if (most == 0 || word.text.size() <= most)
        return {};
    const auto length = std::to_string(most);
    if (expected.argument.kind == Kind::Interface) {
        return finding(codes::interfaceNameTooLong, word.range,
                       "An interface name has at most " + length + " characters; " + quoted(word.text) +
                           " cannot exist.");
    }
    if (expected.name == names::label) {
        return finding(codes::interfaceNameTooLong, word.range,
                       quoted(word.text) + " is too long; a label has at most " + length + " characters.");
    }
    const bool cut = expected.misfit == schema::Misfit::Nearest;
    return finding(codes::textTooLong, word.range,
                   std::string(expected.name) + " has at most " + length + " characters" +
                       (cut ? "; the rest is cut off." : "; it is ignored."),
                   cut ? Severity::Warning : Severity::Error);
}

Found hex(const Expected &expected, const Word &word)
{
    const auto digits = [](std::string_view text) {
        return std::all_of(text.begin(), text.end(), [](unsigned char c) {
            return std::isxdigit(c) != 0 || c == 'x' || c == 'X'; // XX stands for any byte
        });
    };
    const auto length = expected.argument.maxLength;
    if (!digits(word.text))
        return finding(codes::notHex, word.range, quoted(word.text) + " is not hexadecimal.");
    if (length != 0 && word.text.size() != length) {
        return finding(codes::notHex, word.range,
                       std::string(expected.name) + " has " + std::to_string(length) + " hexadecimal digits, not " +
                           std::to_string(word.text.size()) + '.');
    }
    return {};
}

/// A/B, a netmask, a number, or names that the node knows.
Found mask(const Expected &expected, const Word &word)
{
    if (model::readAddress(word.text) && word.text.find('.') != npos)
        return {};
    if (!expected.argument.namesFrom.empty() || word.text.find('|') != npos)
        return {};
    auto rest = word.text;
    while (true) {
        const auto slash = std::min(rest.find('/'), rest.size());
        Word part = word;
        part.text = rest.substr(0, slash);
        auto whole = expected;
        whole.anyBase = true;
        const bool named = expected.name == names::umask && !part.text.empty() && part.text.front() == 'I';
        if (auto found = checkNumber(whole, part); found && !named)
            return found;
        if (slash == rest.size())
            return {};
        rest.remove_prefix(slash + 1);
    }
}

/// N or N-M.
Found range(const Expected &expected, const Word &word)
{
    const auto dash = word.text.find('-', 1);
    Word part = word;
    part.text = word.text.substr(0, dash);
    auto found = checkNumber(expected, part);
    if (found || dash == npos)
        return found;
    const auto first = model::readInteger(part.text);
    part.text = word.text.substr(dash + 1);
    found = checkNumber(expected, part);
    if (!found && model::readInteger(part.text) < first)
        return finding(codes::outOfRange, word.range, "The range ends before it begins.");
    return found;
}

Found check(const Expected &expected, const Word &word)
{
    const auto &argument = expected.argument;
    if (schema::isChoice(argument.choices, word.text))
        return {};
    switch (argument.kind) {
    case Kind::Uint:
    case Kind::Int:
    case Kind::Decimal:
    case Kind::Time: return checkNumber(expected, word);
    case Kind::Bool:
        if (model::readBool(word.text))
            return {};
        return finding(codes::notABool, word.range,
                       quoted(word.text) + " is neither true, on, yes nor false, off, no.");
    case Kind::Enum: return choice(expected, word);
    case Kind::Address: return address(expected, word);
    case Kind::String:
    case Kind::Path:
    case Kind::Interface: return text(expected, word);
    case Kind::Hex: return hex(expected, word);
    case Kind::Mask: return mask(expected, word);
    case Kind::Range: return range(expected, word);
    case Kind::Flag:
    case Kind::Secret:
    case Kind::Command:
    case Kind::List:
    case Kind::Block:
    case Kind::ListBlock:
    case Kind::Removed:
    case Kind::Regex: break;
    }
    return {};
}

} // namespace

Expected Expected::valueOf(const schema::Keyword &keyword)
{
    Expected out{.argument = keyword.value(), .name = keyword.name};
    out.misfit = keyword.misfit;
    out.zeroIsOne = keyword.zeroIsOne;
    out.anyBase = keyword.name == names::fwmark || keyword.rangeText.find("base auto") != npos;
    out.prefix = keyword.arguments.find("/LEN") != npos || keyword.arguments == "PREFIX";
    return out;
}

Expected Expected::of(const schema::Argument &argument)
{
    Expected out{.argument = argument, .name = argument.word.empty() ? argument.meta : argument.word};
    out.anyBase = argument.word == names::fwmark;
    out.prefix = argument.meta.find("/LEN") != npos;
    out.otherwise = "it is ignored";
    return out;
}

bool fits(const Expected &expected, const Word &word)
{
    return !check(expected, word);
}

void checkArgument(const Expected &expected, const Word &word, Diagnostics &diagnostics)
{
    if (auto found = check(expected, word))
        diagnostics.push_back(std::move(*found));
}

} // namespace twinhelm::config
