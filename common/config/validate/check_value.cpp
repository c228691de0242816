#include "common/config/validate/check_value.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "common/config/model/read_value.h"
#include "common/config/schema/names.h"
#include "common/config/schema/schema.h"
#include "common/config/validate/check_entries.h"
#include "common/config/validate/codes.h"
#include "common/config/validate/finding.h"

namespace twinhelm::config
{

namespace names = schema::names;
using schema::Kind;

namespace
{

/// A range without trailing zeros: 0.01 to 255.
std::string boundText(double value)
{
    auto text = std::to_string(value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.'))
        text.pop_back();
    return text;
}

void checkNumber(const schema::Keyword &keyword, const Word &word, Diagnostics &diagnostics)
{
    const bool whole = keyword.kind != Kind::Decimal;
    const auto integer = whole ? model::readInteger(word.text) : std::nullopt;
    const auto number = integer ? std::optional(static_cast<double>(*integer)) : model::readDecimal(word.text);
    if (!number || (whole && !integer)) {
        auto message = quoted(word.text) + " is not a " + (whole ? "whole number." : "number.");
        if (number)
            message += ' ' + std::string(keyword.name) + " takes no fraction.";
        else if (word.text.find('$') != std::string_view::npos)
            message += " The definition it names is not known here, or more text follows its name.";
        diagnostics.push_back(finding(codes::notANumber, word.range, std::move(message)));
        return;
    }
    if (*number == 0 && keyword.min == 0 && keyword.rangeText.find("0 becomes 1") != std::string_view::npos) {
        diagnostics.push_back(
            finding(codes::clamped, word.range, std::string(keyword.name) + " 0 is taken as 1.", Severity::Warning));
        return;
    }
    if (keyword.hasRange && (*number < keyword.min || *number > keyword.max)) {
        const bool clamps = keyword.rangeText.find("clamped") != std::string_view::npos;
        diagnostics.push_back(finding(clamps ? codes::clamped : codes::outOfRange, word.range,
                                      std::string(keyword.name) + " must be from " + boundText(keyword.min) + " to " +
                                          boundText(keyword.max) +
                                          (clamps ? "; the nearest is taken." : "; the default is taken instead."),
                                      clamps ? Severity::Warning : Severity::Error));
    }
}

/// The words of "MASTER|BACKUP"; empty when it is a pattern with a free part (NAME|N, MTU|ADVERT|BYTES).
std::vector<std::string_view> choices(std::string_view arguments)
{
    if (arguments.starts_with('[') && arguments.ends_with(']'))
        arguments = arguments.substr(1, arguments.size() - 2);
    std::vector<std::string_view> out;
    while (!arguments.empty()) {
        const auto bar = std::min(arguments.find('|'), arguments.size());
        const auto word = arguments.substr(0, bar);
        for (const std::string_view free : {"N", "NAME", "BYTES"}) {
            if (word == free)
                return {};
        }
        if (word.find_first_of(" [") != std::string_view::npos)
            return {};
        out.push_back(word);
        arguments.remove_prefix(std::min(bar + 1, arguments.size()));
    }
    return out;
}

void checkChoice(const schema::Keyword &keyword, const Word &word, Diagnostics &diagnostics)
{
    const auto words = choices(keyword.arguments);
    if (words.empty() || std::find(words.begin(), words.end(), word.text) != words.end())
        return;
    std::string list;
    for (const auto one : words)
        list += (list.empty() ? "" : ", ") + std::string(one);
    diagnostics.push_back(finding(codes::unknownChoice, word.range,
                                  quoted(word.text) + " is not known to " + std::string(keyword.name) + ". It takes " +
                                      list + (keyword.defaultText.empty() ? "." : "; the default is taken instead.")));
}

void checkAddressWord(const schema::Keyword &keyword, const Word &word, Diagnostics &diagnostics)
{
    // A host name (smtp_server) is no address.
    if (!keyword.arguments.starts_with("IP"))
        return;
    const auto address = model::readAddress(word.text);
    if (!address) {
        diagnostics.push_back(finding(codes::notAnAddress, word.range, quoted(word.text) + " is not an IP address."));
        return;
    }
    const bool group4 = keyword.name == names::vrrpMcastGroup4;
    const bool group6 = keyword.name == names::vrrpMcastGroup6;
    const bool group = group4 || group6 || keyword.name == names::mcastDstIp;
    if ((group && !address->isMulticast()) || (group4 && !address->isV4()) || (group6 && !address->isV6())) {
        diagnostics.push_back(finding(codes::notAnAddress, word.range,
                                      quoted(word.text) + " is not a multicast group of the right family."));
    }
}

/// IP [PORT]
void checkPort(const schema::Keyword &keyword, Words words, Diagnostics &diagnostics)
{
    if (!keyword.arguments.ends_with(" [PORT]") || words.size() < 3)
        return;
    const auto port = model::readInteger(words[2].text);
    if (!port || *port < 1 || *port > 65535) {
        diagnostics.push_back(finding(port ? codes::outOfRange : codes::notANumber, words[2].range,
                                      "A port is a whole number from 1 to 65535."));
    }
}

void checkCommand(const schema::Keyword &keyword, const ExpandedLine &line, Diagnostics &diagnostics)
{
    const auto words = splitCommandWords(line);
    // keyword, command, user, group: what is more, or no name of a user, can only be a lost argument.
    const bool option = words.size() > 2 && (words[2].text.starts_with('-') || words[2].text.starts_with('/'));
    if ((words.size() > 4 || option) && !words[1].quoted) {
        diagnostics.push_back(finding(codes::commandArguments, words[2].range,
                                      "Without quotes, the words after the command are its user and group, not its "
                                      "arguments. Put the command and its arguments between double quotes.",
                                      Severity::Warning));
    }
    if (words.size() > 1 && words[1].text.empty()) {
        diagnostics.push_back(
            finding(codes::missingValue, words[1].range, std::string(keyword.name) + " needs a command."));
    }
}

/// The argument that counts for keywords that allow a word before it: garp_extra_if [all] SECS.
const Word *numberWord(const schema::Keyword &keyword, Words words)
{
    const bool skip = keyword.arguments.starts_with("[all]") && words.size() > 2;
    return words.size() > 1 ? &words[skip ? 2 : 1] : nullptr;
}

} // namespace

void checkValue(const schema::Keyword &keyword, const ExpandedLine &line, Words words, Diagnostics &diagnostics)
{
    const auto *word = numberWord(keyword, words);
    if (!word) {
        if (!keyword.argumentOptional() && keyword.kind != Kind::Flag) {
            diagnostics.push_back(
                finding(codes::missingValue, words.front().range,
                        std::string(keyword.name) + " needs a value: " + std::string(keyword.arguments) + '.'));
        }
        return;
    }
    switch (keyword.kind) {
    case Kind::Uint:
    case Kind::Int:
    case Kind::Decimal: checkNumber(keyword, *word, diagnostics); break;
    case Kind::Bool:
        if (!model::readBool(word->text)) {
            diagnostics.push_back(finding(codes::notABool, word->range,
                                          quoted(word->text) + " is neither true, on, yes nor false, off, no."));
        }
        break;
    case Kind::Enum: checkChoice(keyword, *word, diagnostics); break;
    case Kind::Address:
        checkAddressWord(keyword, *word, diagnostics);
        checkPort(keyword, words, diagnostics);
        break;
    case Kind::Interface: checkInterfaceName(*word, diagnostics); break;
    case Kind::Command: checkCommand(keyword, line, diagnostics); break;
    case Kind::Flag:
    case Kind::String:
    case Kind::Secret:
    case Kind::Path:
    case Kind::List:
    case Kind::Block:
    case Kind::ListBlock:
    case Kind::Removed:
    case Kind::Hex:
    case Kind::Mask:
    case Kind::Range:
    case Kind::Time:
    case Kind::Regex: break;
    }
}

} // namespace twinhelm::config
