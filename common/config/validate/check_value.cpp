#include "common/config/validate/check_value.h"

#include "common/config/schema/choice.h"
#include "common/config/validate/check_argument.h"
#include "common/config/validate/check_words.h"
#include "common/config/validate/codes.h"
#include "common/config/validate/finding.h"

namespace twinhelm::config
{

using schema::Kind;

namespace
{

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

/// Whether every further word belongs to the value, or is none of our business.
bool takesTheRest(const schema::Keyword &keyword)
{
    return keyword.kind == Kind::Command || keyword.kind == Kind::Secret || keyword.kind == Kind::Regex ||
           keyword.arguments.find("...") != std::string_view::npos;
}

} // namespace

void reportExtraWords(Words words, std::size_t first, Severity severity, Diagnostics &diagnostics)
{
    if (first >= words.size())
        return;
    auto range = words[first].range;
    const auto last = words.back().range;
    const bool together = last.file == range.file && last.end >= range.end;
    if (together)
        range.end = last.end;
    const bool comment = words[first].text.starts_with("//");
    auto one = finding(codes::extraWords, range,
                       comment ? "This is no comment for keepalived, which begins them with # or !; the words are "
                                 "passed over."
                               : "keepalived passes over what stands here.",
                       severity);
    const bool plain = together && words[first].definition.empty() && range.begin < range.end;
    if (comment && plain)
        one.fixes.push_back({"Put # in front", {{{range.file, range.begin, range.begin}, "# "}}, Certainty::Certain});
    else if (plain)
        one.fixes.push_back({"Remove them", {{range, ""}}, Certainty::Guess});
    diagnostics.push_back(std::move(one));
}

void checkValue(const schema::Keyword &keyword, const ExpandedLine &line, Words words, Diagnostics &diagnostics)
{
    if (keyword.kind == Kind::List) {
        const auto next = checkWords(keyword.more, words, 1, diagnostics);
        if (next == words.size())
            return;
        diagnostics.push_back(finding(codes::badEntry, words[next].range,
                                      quoted(words[next].text) + " is not understood here. " +
                                          std::string(keyword.name) + " takes " + std::string(keyword.arguments) +
                                          '.'));
        return;
    }
    std::size_t at = 1;
    while (at + 1 < words.size() && schema::isChoice(keyword.before, words[at].text))
        ++at;
    if (at >= words.size()) {
        if (!keyword.argumentOptional() && keyword.kind != Kind::Flag) {
            diagnostics.push_back(
                finding(codes::missingValue, words.front().range,
                        std::string(keyword.name) + " needs a value: " + std::string(keyword.arguments) + '.'));
        }
        return;
    }
    if (keyword.kind == Kind::Command)
        checkCommand(keyword, line, diagnostics);
    else if (keyword.kind != Kind::Flag)
        checkArgument(Expected::valueOf(keyword), words[at++], diagnostics);
    if (takesTheRest(keyword))
        return;
    reportExtraWords(words, checkWords(keyword.more, words, at, diagnostics), Severity::Hint, diagnostics);
}

} // namespace twinhelm::config
