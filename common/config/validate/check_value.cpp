#include "common/config/validate/check_value.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "common/config/model/read_value.h"
#include "common/config/schema/names.h"
#include "common/config/schema/schema.h"
#include "common/config/validate/codes.h"

namespace twinhelm::config
{

namespace names = schema::names;
using schema::Kind;

namespace
{

constexpr std::size_t longestInterfaceName = 15;
constexpr double mostTrackWeight = 254;

Diagnostic finding(std::string_view code, SourceRange range, std::string message, Severity severity = Severity::Error)
{
    return {std::string(code), severity, range, std::move(message), {}, {}, {}};
}

std::string quoted(std::string_view text)
{
    return '"' + std::string(text) + '"';
}

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

void checkInterfaceName(const Word &word, Diagnostics &diagnostics)
{
    if (word.text.size() > longestInterfaceName) {
        diagnostics.push_back(
            finding(codes::interfaceNameTooLong, word.range,
                    "An interface name has at most 15 characters; " + quoted(word.text) + " cannot exist."));
    }
}

void checkAddressWord(const schema::Keyword &keyword, const Word &word, Diagnostics &diagnostics)
{
    // A host name (smtp_server) is no address.
    if (!keyword.arguments.starts_with("IP"))
        return;
    if (!model::readAddress(word.text)) {
        diagnostics.push_back(finding(codes::notAnAddress, word.range, quoted(word.text) + " is not an IP address."));
    }
}

/// IP [PORT]
void checkPort(const schema::Keyword &keyword, const std::vector<Word> &words, Diagnostics &diagnostics)
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
    // keyword, command, user, group: a fourth word behind the command can only be a lost argument.
    if (words.size() > 4 && !words[1].quoted) {
        diagnostics.push_back(finding(codes::commandArguments, words[2].range,
                                      "Without quotes, the words after the command are its user and group, not its "
                                      "arguments. Put the command and its arguments between double quotes."));
    }
    if (words.size() > 1 && words[1].text.empty()) {
        diagnostics.push_back(
            finding(codes::missingValue, words[1].range, std::string(keyword.name) + " needs a command."));
    }
}

/// The argument that counts for keywords that allow a word before it: garp_extra_if [all] SECS.
const Word *numberWord(const schema::Keyword &keyword, const std::vector<Word> &words)
{
    const bool skip = keyword.arguments.starts_with("[all]") && words.size() > 2;
    return words.size() > 1 ? &words[skip ? 2 : 1] : nullptr;
}

bool isFullWidth(std::string_view text, std::size_t at, std::size_t &length, std::string &ascii)
{
    const auto byte = [&](std::size_t i) {
        return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
    };
    length = 3;
    if (byte(0) == 0xef && (byte(1) == 0xbc || byte(1) == 0xbd)) { // U+FF00..U+FF7F
        if (byte(1) == 0xbd && byte(2) > 0x9e)
            return false;
        ascii = std::string(1, static_cast<char>((byte(2) & 0x3fU) + (byte(1) == 0xbc ? 0x20U : 0x60U)));
        return true;
    }
    if (byte(0) == 0xe3 && byte(1) == 0x80 && byte(2) == 0x80) { // ideographic space
        ascii = " ";
        return true;
    }
    if ((byte(0) == 0xe2 && byte(1) == 0x80 && byte(2) == 0x8b) ||
        (byte(0) == 0xef && byte(1) == 0xbb && byte(2) == 0xbf)) {
        ascii.clear(); // zero-width space, byte order mark
        return true;
    }
    length = 2;
    if (byte(0) == 0xc2 && byte(1) == 0xa0) { // no-break space
        ascii = " ";
        return true;
    }
    return false;
}

} // namespace

void checkValue(const schema::Keyword &keyword, const ExpandedLine &line, const std::vector<Word> &words,
                Diagnostics &diagnostics)
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
    case Kind::Removed: break;
    }
}

void checkAddressEntry(const schema::Block &entry, const std::vector<Word> &words, Diagnostics &diagnostics)
{
    if (!model::readPrefix(words.front().text)) {
        auto message =
            quoted(words.front().text) + " is not an address with an optional prefix length; the line is ignored.";
        if (words.front().text.find('$') != std::string_view::npos)
            message += " A $NAME must be followed by a blank or written ${NAME}.";
        diagnostics.push_back(finding(codes::notAnAddress, words.front().range, std::move(message)));
        return;
    }
    for (std::size_t i = 1; i < words.size(); ++i) {
        const auto *option = schema::find(entry, words[i].text);
        if (!option) {
            diagnostics.push_back(
                finding(codes::badEntry, words[i].range, quoted(words[i].text) + " is no option of an address."));
            continue;
        }
        if (option->kind == Kind::Flag)
            continue;
        if (++i == words.size()) {
            diagnostics.push_back(
                finding(codes::missingValue, words.back().range,
                        std::string(option->name) + " needs a value: " + std::string(option->arguments) + '.'));
        } else if (option->kind == Kind::Interface) {
            checkInterfaceName(words[i], diagnostics);
        }
    }
}

void checkTrackEntry(const std::vector<Word> &words, Diagnostics &diagnostics)
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
        const auto number = ++i < words.size() ? model::readInteger(words[i].text) : std::nullopt;
        if (!number || std::abs(static_cast<double>(*number)) > mostTrackWeight) {
            diagnostics.push_back(finding(i < words.size() && !number ? codes::notANumber : codes::outOfRange,
                                          words[std::min(i, words.size() - 1)].range,
                                          "A weight is a whole number from -253 to 253."));
        }
    }
}

void checkPeerEntry(const std::vector<Word> &words, Diagnostics &diagnostics)
{
    if (!model::readAddress(words.front().text)) {
        diagnostics.push_back(finding(codes::notAnAddress, words.front().range,
                                      quoted(words.front().text) + " is not an IP address; the peer is ignored."));
    }
}

void checkCharacters(const ExpandedLine &line, Diagnostics &diagnostics)
{
    bool inQuotes = false;
    for (std::size_t at = 0; at < line.text.size(); ++at) {
        const char c = line.text[at];
        if (c == '"')
            inQuotes = !inQuotes;
        if (inQuotes || (c & 0x80) == 0)
            continue;
        std::size_t length = 0;
        std::string ascii;
        if (!isFullWidth(line.text, at, length, ascii))
            continue;
        const auto range = line.range(at, at + length);
        auto one = finding(codes::fullWidthCharacter, range,
                           ascii.empty()  ? "An invisible character stands here; keepalived takes it for a letter."
                           : ascii == " " ? "This blank is not an ASCII blank; keepalived takes it for a letter."
                                          : "This is a full-width character, not " + ascii + '.',
                           Severity::Warning);
        one.fixes.push_back(
            {ascii.empty() ? "Remove it" : "Write the ASCII character", {{range, ascii}}, Certainty::Certain});
        diagnostics.push_back(std::move(one));
        at += length - 1;
    }
}

} // namespace twinhelm::config
