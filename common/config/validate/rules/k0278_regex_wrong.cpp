#include <algorithm>

#include "common/config/validate/rules/rules.h"
#include "common/health/pattern.h"

// prepare_regex of keepalived's check_http.c compiles patterns when its checkers start, long after `keepalived -t`.
namespace twinhelm::config::rules
{

namespace
{

/// The character at which PCRE2 stopped, when the pattern stands there byte for byte between its quotes.
SourceRange placeOf(const model::Value<std::string> &pattern, std::size_t offset)
{
    const auto size = static_cast<std::uint32_t>(pattern->size());
    if (pattern.range.end - pattern.range.begin != size + 2)
        return pattern.range;
    auto out = pattern.range;
    out.begin += 1 + std::min(static_cast<std::uint32_t>(offset), size);
    out.end = out.begin + 1;
    return out;
}

void checkUrl(const model::HttpUrl &url, Diagnostics &diagnostics)
{
    if (!url.regex.given() || !url.regex->pattern.given)
        return;
    health::Regex regex;
    regex.pattern = *url.regex->pattern;
    for (const auto &option : url.regex->options)
        regex.options.push_back(*option);
    if (const auto compiled = health::Pattern::compile(regex); !compiled)
        report(diagnostics, k0278RegexWrong, Severity::Error, placeOf(url.regex->pattern, compiled.error().offset),
               "The pattern is no regular expression (PCRE2) from here on: " + compiled.error().text + '.');
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

const Rule k0278RegexWrong{{"K0278", "Regex that is none",
                            "keepalived notices it only when its checkers start, says so in its log, and looks at the "
                            "status code alone. twinhelmd "
                            "does not judge a server by a pattern that nobody can read.",
                            "Close what is open, and write \\\\ before a character that is meant as it stands.",
                            "        HTTP_GET {\n"
                            "            url {\n"
                            "                path /\n"
                            "                regex \"ready(ab\"\n"
                            "#                              ^\n"
                            "            }\n"
                            "        }\n",
                            "        HTTP_GET {\n"
                            "            url {\n"
                            "                path /\n"
                            "                regex \"ready(ab)\"\n"
                            "            }\n"
                            "        }\n",
                            Place::Server},
                           check,
                           Scope::Block};

} // namespace twinhelm::config::rules
