#include "common/config/schema/keyword_facts.h"

#include <cmath>
#include <cstdio>

#include "common/base/joined.h"
#include "common/config/schema/choice.h"

namespace twinhelm::config::schema
{

namespace
{

std::string_view kindText(Kind kind)
{
    switch (kind) {
    case Kind::Flag: return "nothing: the word alone";
    case Kind::Bool: return "true, on, yes or false, off, no; the word alone means true";
    case Kind::Uint: return "whole number, not negative";
    case Kind::Int: return "whole number";
    case Kind::Decimal: return "number, with a fraction if you like";
    case Kind::Enum: return "one of several words";
    case Kind::String: return "text";
    case Kind::Secret: return "secret text, never shown or logged";
    case Kind::Address: return "IP address";
    case Kind::Interface: return "network interface";
    case Kind::Command: return "command; between double quotes if it has arguments";
    case Kind::Path: return "path";
    case Kind::List: return "several words";
    case Kind::Block: return "block of keywords";
    case Kind::ListBlock: return "block with one entry on each line";
    case Kind::Removed: return "nothing: keepalived does not know the word";
    case Kind::Hex: return "hexadecimal digits";
    case Kind::Mask: return "number or mask";
    case Kind::Range: return "number or range of numbers";
    case Kind::Time: return "time, with ms or s behind the number";
    case Kind::Regex: return "regular expression between quotes";
    }
    return {};
}

std::string_view standingText(Standing standing)
{
    switch (standing) {
    case Standing::Current: return {};
    case Standing::Synonym: return "another word, just as good";
    case Standing::Deprecated: return "works, but is on its way out";
    case Standing::Ignored: return "accepted without effect";
    case Standing::Removed: return "unknown to keepalived today";
    }
    return {};
}

std::string rangeOf(const Keyword &keyword)
{
    std::string text(keyword.rangeText);
    if (text.empty() && keyword.hasRange)
        text = boundText(keyword.min) + ".." + boundText(keyword.max);
    return text;
}

std::string sinceOf(const Keyword &keyword)
{
    if (keyword.since.empty())
        return {};
    std::string text = keyword.since == "1.0.3" ? "the beginning" : "keepalived " + std::string(keyword.since);
    if (!keyword.until.empty())
        text += ", last in " + std::string(keyword.until);
    return text;
}

} // namespace

std::string boundText(double bound)
{
    char text[64];
    if (bound == std::floor(bound))
        std::snprintf(text, sizeof text, "%.0f", bound);
    else
        std::snprintf(text, sizeof text, "%.6f", bound);
    std::string out(text);
    if (out.find('.') != std::string::npos)
        out.erase(out.find_last_not_of('0') + 1);
    if (bound >= 18446744073709551615.0)
        return "18446744073709551615";
    return out;
}

std::string_view unitText(Unit unit)
{
    switch (unit) {
    case Unit::None: return {};
    case Unit::Seconds: return "seconds";
    case Unit::Milliseconds: return "milliseconds";
    case Unit::Microseconds: return "microseconds";
    case Unit::Bytes: return "bytes";
    }
    return {};
}

std::string_view effectText(Effect effect)
{
    switch (effect) {
    case Effect::Live: return "at once after a reload; nothing moves";
    case Effect::Announce:
        return "at once after a reload; addresses or routes are set or announced anew, but stay on their node";
    case Effect::Election: return "at once after a reload; a virtual address may move to another node";
    case Effect::Restart: return "only when the daemon is started anew";
    }
    return {};
}

std::string_view levelText(Level level)
{
    switch (level) {
    case Level::Basic: return "everyone";
    case Level::Advanced: return "those who tune";
    case Level::Expert: return "those who know why";
    }
    return {};
}

std::string valueText(const Argument &value)
{
    const auto words = choiceList(value.choices);
    if (words.empty())
        return std::string(kindText(value.kind));
    const auto list = joined(words, ", ");
    if (value.kind == Kind::Enum)
        return (words.size() > 1 ? "one of " : "nothing, or ") + list + (value.hasRange ? ", or a number" : "");
    return std::string(kindText(value.kind)) + ", or " + list;
}

Facts keywordFacts(const Keyword &keyword)
{
    Facts facts;
    const auto add = [&](std::string_view label, std::string text) {
        if (!text.empty())
            facts.emplace_back(label, std::move(text));
    };
    add("Value", valueText(keyword.value()));
    add("Range", rangeOf(keyword));
    add("Unit", std::string(unitText(keyword.unit)));
    if (!keyword.defaultText.empty())
        add("Default", std::string(keyword.defaultText));
    if (keyword.required)
        add("Required", "yes");
    if (keyword.many)
        add("Repeated", "each one adds to the others");
    if (keyword.kind != Kind::Removed)
        add("A change counts", std::string(effectText(keyword.effect)));
    add("For", std::string(levelText(keyword.level)));
    add("Since", sinceOf(keyword));
    add("Standing", std::string(standingText(keyword.standing)));
    add("Write instead", std::string(keyword.aliasOf.empty() ? keyword.replacedBy : keyword.aliasOf));
    return facts;
}

} // namespace twinhelm::config::schema
