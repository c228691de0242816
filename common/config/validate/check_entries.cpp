#include "common/config/validate/check_entries.h"

#include <cstdlib>

#include "common/config/model/read_value.h"
#include "common/config/schema/choice.h"
#include "common/config/schema/names.h"
#include "common/config/schema/schema.h"
#include "common/config/validate/check_argument.h"
#include "common/config/validate/check_entry_option.h"
#include "common/config/validate/check_value.h"
#include "common/config/validate/check_words.h"
#include "common/config/validate/codes.h"
#include "common/config/validate/finding.h"

namespace twinhelm::config
{

namespace names = schema::names;

namespace
{

/// keepalived moves a weight of 254 to 253 for what can be up or down only (vrrp_parser.c), and files and processes
/// take it as it is.
void checkTrackWeight(const schema::Keyword &list, Words words, Diagnostics &diagnostics)
{
    if (list.name != names::trackInterface && list.name != names::trackScript)
        return;
    for (std::size_t i = 1; i + 1 < words.size(); ++i) {
        const auto number = words[i].text == names::weight ? model::readInteger(words[i + 1].text) : std::nullopt;
        if (number && std::abs(*number) == 254) {
            diagnostics.push_back(finding(codes::clamped, words[i + 1].range,
                                          "A weight is a whole number from -253 to 253; the nearest is taken.",
                                          Severity::Warning));
        }
    }
}

} // namespace

std::size_t checkEntryOption(const schema::Keyword &option, Words words, std::size_t at, Diagnostics &diagnostics)
{
    const auto &word = words[at++];
    if (option.standing == schema::Standing::Deprecated) {
        const auto better =
            option.aliasOf.empty() ? option.replacedBy.substr(option.replacedBy.rfind('/') + 1) : option.aliasOf;
        auto one =
            finding(codes::oldSpelling, word.range,
                    std::string(option.name) + " is deprecated; keepalived asks for " + std::string(better) + '.',
                    Severity::Warning);
        if (!option.aliasOf.empty()) {
            one.fixes.push_back({"Write " + std::string(better),
                                 {{word.range, std::string(better)}},
                                 word.definition.empty() ? Certainty::Certain : Certainty::Guess});
        }
        diagnostics.push_back(std::move(one));
    }
    if (option.kind == schema::Kind::Flag) // with a word of its own where it has arguments: as to, or ADDR
        return option.arguments.empty() || at == words.size() ? at : at + 1;
    while (at + 1 < words.size() && schema::isChoice(option.before, words[at].text))
        ++at;
    if (at == words.size()) {
        diagnostics.push_back(
            finding(codes::missingValue, word.range,
                    std::string(option.name) + " needs a value: " + std::string(option.arguments) + '.'));
        return at;
    }
    auto expected = Expected::valueOf(option);
    expected.otherwise = "it is ignored";
    checkArgument(expected, words[at], diagnostics);
    return at + 1;
}

void checkAddressEntry(const schema::Block &entry, Words words, Diagnostics &diagnostics)
{
    const auto &address = words.front();
    const auto prefix = Prefix::parse(address.text);
    if (const auto kept = prefix ? prefix : model::readOwnPrefix(address.text); kept && !prefix) {
        const auto slash = address.text.find('/');
        const auto begin = address.range.begin + static_cast<std::uint32_t>(slash);
        const bool plain = address.range.end - address.range.begin == address.text.size();
        diagnostics.push_back(finding(codes::notAnAddress,
                                      plain ? SourceRange{address.range.file, begin, address.range.end} : address.range,
                                      quoted(address.text.substr(slash)) + " is no prefix length; " +
                                          std::to_string(kept->length) + " is taken."));
    } else if (!prefix) {
        auto message = quoted(address.text) + " is not an address with an optional prefix length; the line is ignored.";
        if (address.text.find('$') != std::string_view::npos)
            message += " A $NAME must be followed by a blank or written ${NAME}.";
        diagnostics.push_back(finding(codes::notAnAddress, address.range, std::move(message)));
        return;
    }
    const bool isStatic = entry.path.find('/') == std::string_view::npos;
    for (std::size_t i = 1; i < words.size();) {
        const auto &word = words[i];
        if (word.text.starts_with("//")) { // once, not for every word of it
            reportExtraWords(words, i, Severity::Error, diagnostics);
            return;
        }
        const auto *option = schema::find(entry, word.text);
        const bool elsewhere = option && option->name == (isStatic ? names::useVmac : names::trackGroup);
        if (!option || elsewhere) {
            diagnostics.push_back(finding(codes::badEntry, word.range,
                                          quoted(word.text) + (!elsewhere ? " is no option of an address."
                                                               : isStatic ? " is not for static_ipaddress."
                                                                          : " is for static_ipaddress only.")));
            i += elsewhere && !isStatic ? 2 : 1;
            continue;
        }
        i = checkEntryOption(*option, words, i, diagnostics);
    }
}

void checkRuleEntry(const schema::Block &entry, Words words, Diagnostics &diagnostics)
{
    for (std::size_t i = 0; i < words.size();) {
        const auto *option = schema::find(entry, words[i].text);
        if (!option) {
            diagnostics.push_back(
                finding(codes::badEntry, words[i].range, quoted(words[i].text) + " is no option of a rule."));
            return; // what follows may be its argument
        }
        i = checkEntryOption(*option, words, i, diagnostics);
    }
}

void checkListEntry(const schema::Keyword &list, Words words, Diagnostics &diagnostics)
{
    const auto next = checkWords(list.more, words, 0, diagnostics);
    checkTrackWeight(list, words, diagnostics);
    if (next < words.size()) {
        auto message = quoted(words[next].text) + " is not understood here.";
        if (!list.arguments.empty())
            message += ' ' + std::string(list.name) + " takes " + std::string(list.arguments) + '.';
        diagnostics.push_back(finding(codes::badEntry, words[next].range, std::move(message)));
    }
}

} // namespace twinhelm::config
