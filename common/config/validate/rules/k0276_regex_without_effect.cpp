#include "common/config/validate/rules/rules.h"
#include "common/config/validate/rules/service.h"

// What url_check and regex_stack_handler of keepalived's check_http.c drop. The last offset is one that still counts,
// so both may be equal.
namespace twinhelm::config::rules
{

namespace
{

void checkOffsets(const model::HttpRegex &regex, Diagnostics &diagnostics)
{
    if (!regex.leastOffset.given || !regex.mostOffset.given || *regex.leastOffset <= *regex.mostOffset)
        return;
    auto &one =
        report(diagnostics, k0276RegexWithoutEffect, Severity::Warning, regex.leastOffset.range,
               "The match may not begin before byte " + std::to_string(*regex.leastOffset) + " and not behind byte " +
                   std::to_string(*regex.mostOffset) + "; keepalived ignores both numbers and searches everything.");
    one.notes.push_back({regex.mostOffset.range, "The last place is given here."});
}

void checkStack(const model::HttpRegex &regex, Diagnostics &diagnostics)
{
    if (regex.stackStart.given && regex.stackMost.given && *regex.stackStart > *regex.stackMost) {
        report(diagnostics, k0276RegexWithoutEffect, Severity::Warning, regex.stackStart.range,
               "The stack starts larger than it may become; the line is ignored.");
    }
}

/// Where an option of a pattern stands; empty: none does.
SourceRange firstOption(const model::HttpRegex &regex)
{
    if (!regex.options.empty())
        return regex.options.front().range;
    if (*regex.noMatch)
        return regex.noMatch.range;
    for (const auto *number : {&regex.leastOffset, &regex.mostOffset, &regex.stackStart}) {
        if (number->given)
            return number->range;
    }
    return {};
}

void checkUrl(const model::HttpUrl &url, Diagnostics &diagnostics)
{
    if (!url.regex.given())
        return;
    const auto &regex = *url.regex;
    if (regex.pattern.given) {
        checkOffsets(regex, diagnostics);
        checkStack(regex, diagnostics);
    } else if (const auto option = firstOption(regex); !option.empty()) {
        report(diagnostics, k0276RegexWithoutEffect, Severity::Warning, option,
               "This is about a regex, and this url has none; the answer's text is not looked at.");
    }
}

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &service : config.virtualServers) {
        for (const auto &server : service.realServers) {
            for (const auto &check : server.checks) {
                const auto *http = check.as<model::HttpCheck>();
                for (std::size_t i = 0; http && i < http->urls.size(); ++i)
                    checkUrl(http->urls[i], diagnostics);
            }
        }
    }
}

} // namespace

const Rule k0276RegexWithoutEffect{
    {"K0276", "Regex setting without effect",
     "keepalived drops the setting and only mentions it in its log. A check that looks at more or at less than meant "
     "calls broken servers healthy, or healthy ones broken.",
     "Put the smaller offset into regex_min_offset, or add the regex.",
     "        HTTP_GET {\n"
     "            url {\n"
     "                path /\n"
     "                regex \"ready\"\n"
     "                regex_min_offset 300\n"
     "#                                ^^^\n"
     "                regex_max_offset 200\n"
     "            }\n"
     "        }\n",
     "        HTTP_GET {\n"
     "            url {\n"
     "                path /\n"
     "                regex \"ready\"\n"
     "                regex_min_offset 200\n"
     "                regex_max_offset 300\n"
     "            }\n"
     "        }\n",
     Place::Server},
    check,
    Scope::Block};

} // namespace twinhelm::config::rules
