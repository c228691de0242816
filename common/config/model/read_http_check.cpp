#include "common/config/model/read_service.h"
#include "common/config/model/read_value.h"
#include "common/config/schema/names.h"

namespace twinhelm::config::model
{

namespace names = schema::names;

namespace
{

using H = HttpCheck;
using U = HttpUrl;
using X = HttpRegex;

constexpr ChoiceWords<H::Protocol, 6> protocols{{{names::http10, H::Protocol::Http10},
                                                 {names::http11, H::Protocol::Http11},
                                                 {names::http10Close, H::Protocol::Http10Close},
                                                 {names::http11Close, H::Protocol::Http11Close},
                                                 {names::http10CloseSmall, H::Protocol::Http10Close},
                                                 {names::http11CloseSmall, H::Protocol::Http11Close}}};

/// The word behind the keyword by the rules for commands: quotes and escapes.
void takeQuoted(Value<std::string> &value, const Statement &statement)
{
    auto words = splitCommandWords(statement.line());
    if (words.size() > 1)
        value.set(std::move(words[1].text), words[1].range);
}

void readStatusCodes(U &url, const Statement &statement)
{
    for (const auto &word : statement.words.subspan(1)) {
        const auto dash = word.text.find('-');
        const auto first = readUnsigned(word.text.substr(0, dash));
        const auto last = dash == std::string_view::npos ? first : readUnsigned(word.text.substr(dash + 1));
        if (first && last && *first >= 100 && *last <= 599 && *first <= *last)
            url.statusCodes.emplace_back(
                Span<std::uint16_t>{static_cast<std::uint16_t>(*first), static_cast<std::uint16_t>(*last)}, word.range);
    }
}

void showStatusCodes(const U &url, std::string_view name, Outline &out)
{
    if (url.statusCodes.empty())
        return;
    showFlag(out, name, true);
    for (const auto &codes : url.statusCodes) {
        auto text = std::to_string(codes->first);
        if (codes->last != codes->first)
            text += "-" + std::to_string(codes->last);
        out.back().terms.push_back(term(text));
    }
}

void readRegexStack(U &url, const Statement &statement)
{
    auto &regex = url.regex.edit();
    take(regex.stackStart, statement);
    const auto *word = statement.argument(2);
    if (const auto most = word ? readUnsigned(word->text) : std::nullopt; most && *most <= 0xffffffffU)
        regex.stackMost.set(static_cast<unsigned>(*most), word->range);
}

void showRegexStack(const U &url, std::string_view name, Outline &out)
{
    const auto &regex = *url.regex;
    if (regex.stackStart.given && regex.stackMost.given)
        show(out, name, {keyed("start", term(*regex.stackStart)), keyed("max", term(*regex.stackMost))});
}

void showRegexOptions(const U &url, std::string_view name, Outline &out)
{
    if (url.regex->options.empty())
        return;
    showFlag(out, name, true);
    for (const auto &option : url.regex->options)
        out.back().terms.push_back(term(*option));
}

void showPattern(const U &url, std::string_view name, Outline &out)
{
    const auto &pattern = url.regex->pattern;
    if (pattern.given)
        show(out, name, {{.kind = Term::Kind::Command, .text = *pattern}});
}

void readUrl(H &check, const Statement &block)
{
    auto &url = check.urls.emplace_back();
    url.range = block.line().range();
    httpUrlFields().readAll(url, block);
}

void showUrls(const H &check, std::string_view name, Outline &out)
{
    for (const auto &url : check.urls) {
        auto &block = showBlock(out, name);
        block.many = true;
        httpUrlFields().show(url, block.items);
    }
}

std::vector<Field<H>> allFields()
{
    return {
        inherited<&H::virtualHost>(names::virtualhost),
        choice<protocols, &H::protocol>(names::httpProtocol),
        field<&H::enableSni>(names::enableSni),
        {names::sniName, [](H &h, const Statement &from) { takeOptional(h.sniName, from); },
         [](const H &h, std::string_view name, Outline &out) {
             if (h.sniName.given)
                 show(out, name, h.sniName->empty() ? std::vector<Term>{} : std::vector<Term>{term(*h.sniName)});
         }},
        field<&H::fastRecovery>(names::fastRecovery),
        field<&H::tlsCompliant>(names::tlsCompliant),
        {names::url, readUrl, showUrls},
    };
}

} // namespace

const FieldTable<HttpUrl> &httpUrlFields()
{
    static const FieldTable<U> table(
        "virtual_server/real_server/HTTP_GET/url",
        {
            {names::path, [](U &u, const Statement &from) { take(u.path, from); },
             [](const U &u, std::string_view name, Outline &out) { showGiven(out, name, u.path); }},
            inherited<&U::digest>(names::digest),
            {names::statusCode, readStatusCodes, showStatusCodes},
            inherited<&U::virtualHost>(names::virtualhost),
            {names::regex, [](U &u, const Statement &from) { takeQuoted(u.regex.edit().pattern, from); }, showPattern},
            flag<&U::regex, &X::noMatch>(names::regexNoMatch),
            {names::regexOptions, [](U &u, const Statement &from) { takeWords(u.regex.edit().options, from); },
             showRegexOptions},
            inherited<&U::regex, &X::leastOffset>(names::regexMinOffset),
            inherited<&U::regex, &X::mostOffset>(names::regexMaxOffset),
            {names::regexStack, readRegexStack, showRegexStack},
            inherited<&U::tlsCompliant>(names::tlsCompliant),
        });
    return table;
}

const FieldTable<HttpCheck> &httpCheckFields(Check::Kind kind)
{
    static const FieldTable<H> plain("virtual_server/real_server/HTTP_GET", allFields());
    static const FieldTable<H> secure("virtual_server/real_server/SSL_GET", allFields());
    return kind == Check::Kind::Ssl ? secure : plain;
}

} // namespace twinhelm::config::model
