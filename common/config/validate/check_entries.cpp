#include "common/config/validate/check_entries.h"

#include <algorithm>
#include <cstdlib>

#include "common/config/model/read_value.h"
#include "common/config/schema/names.h"
#include "common/config/schema/schema.h"
#include "common/config/validate/codes.h"
#include "common/config/validate/finding.h"

namespace twinhelm::config
{

namespace names = schema::names;

namespace
{

constexpr std::size_t longestInterfaceName = 15;
constexpr std::size_t longestLabel = 15;
constexpr long long mostTrackWeight = 253;

/// An option of an address and its value.
void checkAddressOption(std::string_view option, const Word &value, Diagnostics &diagnostics)
{
    const auto report = [&](std::string_view code, std::string message) {
        diagnostics.push_back(finding(code, value.range, quoted(value.text) + std::move(message)));
    };
    if (option == names::dev) {
        checkInterfaceName(value, diagnostics);
    } else if (option == names::label) {
        if (value.text.size() > longestLabel)
            report(codes::interfaceNameTooLong, " is too long; a label has at most 15 characters.");
    } else if (option == names::scope) {
        if (!model::readScope(value.text))
            report(codes::unknownChoice, " is no scope. It takes global, site, link, host, nowhere or a number.");
    } else if (option == names::broadcast || option == names::brd) {
        if (value.text != "+" && value.text != "-" && !IpAddress::parse(value.text))
            report(codes::notAnAddress, " is no broadcast address; the whole line is ignored.");
    } else if (option == names::peer) {
        if (!Prefix::parse(value.text))
            report(codes::notAnAddress, " is not an address.");
    } else if (option == names::preferredLft) {
        const auto seconds = model::readInteger(value.text);
        if (value.text != names::forever && (!seconds || *seconds < 0))
            report(codes::notANumber, " is not a number of seconds.");
    }
}

} // namespace

void checkInterfaceName(const Word &word, Diagnostics &diagnostics)
{
    if (word.text.size() > longestInterfaceName) {
        diagnostics.push_back(
            finding(codes::interfaceNameTooLong, word.range,
                    "An interface name has at most 15 characters; " + quoted(word.text) + " cannot exist."));
    }
}

void checkAddressEntry(const schema::Block &entry, Words words, Diagnostics &diagnostics)
{
    const auto &address = words.front();
    if (!model::readPrefix(address.text)) {
        auto message = quoted(address.text) + " is not an address with an optional prefix length; the line is ignored.";
        if (address.text.find('$') != std::string_view::npos)
            message += " A $NAME must be followed by a blank or written ${NAME}.";
        diagnostics.push_back(finding(codes::notAnAddress, address.range, std::move(message)));
        return;
    }
    for (std::size_t i = 1; i < words.size(); ++i) {
        const auto &word = words[i];
        const auto *option = schema::find(entry, word.text);
        const bool elsewhere =
            option && option->name == names::trackGroup && entry.path.find('/') != std::string_view::npos;
        if (!option || elsewhere) {
            diagnostics.push_back(finding(
                codes::badEntry, word.range,
                quoted(word.text) + (elsewhere ? " is for static_ipaddress only." : " is no option of an address.")));
            if (elsewhere)
                ++i;
        } else if (option->kind != schema::Kind::Flag) {
            if (++i < words.size()) {
                checkAddressOption(option->name, words[i], diagnostics);
            } else {
                diagnostics.push_back(
                    finding(codes::missingValue, word.range,
                            std::string(option->name) + " needs a value: " + std::string(option->arguments) + '.'));
            }
        }
    }
}

void checkTrackEntry(Words words, Diagnostics &diagnostics)
{
    for (std::size_t i = 1; i < words.size(); ++i) {
        const auto &word = words[i];
        if (word.text == names::reverse || word.text == names::noreverse)
            continue;
        if (word.text != names::weight) {
            diagnostics.push_back(finding(codes::badEntry, word.range,
                                          quoted(word.text) + " is not understood here. A tracked thing is written: "
                                                              "NAME weight N."));
            continue;
        }
        const std::string range = "A weight is a whole number from -253 to 253";
        if (++i == words.size()) {
            diagnostics.push_back(finding(codes::missingValue, word.range, range + '.'));
            return;
        }
        const auto number = model::readInteger(words[i].text);
        if (!number)
            diagnostics.push_back(finding(codes::notANumber, words[i].range, range + '.'));
        else if (std::abs(*number) == mostTrackWeight + 1)
            diagnostics.push_back(
                finding(codes::clamped, words[i].range, range + "; the nearest is taken.", Severity::Warning));
        else if (std::abs(*number) > mostTrackWeight)
            diagnostics.push_back(finding(codes::outOfRange, words[i].range, range + '.'));
    }
}

void checkPeerEntry(Words words, Diagnostics &diagnostics)
{
    if (!model::readAddress(words.front().text)) {
        diagnostics.push_back(finding(codes::notAnAddress, words.front().range,
                                      quoted(words.front().text) + " is not an IP address; the peer is ignored."));
        return;
    }
    for (std::size_t i = 1; i < words.size(); i += 2) {
        const auto &option = words[i];
        if (option.text != names::minTtl && option.text != names::maxTtl) {
            diagnostics.push_back(
                finding(codes::badEntry, option.range, quoted(option.text) + " is no option of a peer."));
            continue;
        }
        if (i + 1 == words.size()) {
            diagnostics.push_back(finding(codes::missingValue, option.range, "A TTL from 0 to 255 is missing here."));
            return;
        }
        const auto &value = words[i + 1];
        const auto ttl = model::readInteger(value.text).value_or(-1);
        if (ttl < 0 || ttl > 255)
            diagnostics.push_back(finding(codes::outOfRange, value.range, "A TTL is a whole number from 0 to 255."));
    }
}

} // namespace twinhelm::config
