#include "common/config/expand/repetition.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <limits>

#include "common/config/syntax/lexer.h"

namespace twinhelm::config
{

namespace
{

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

/// At commas outside { }.
std::vector<std::string_view> splitAtCommas(std::string_view text)
{
    std::vector<std::string_view> parts;
    int depth = 0;
    std::size_t from = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        depth += text[at] == '{' ? 1 : text[at] == '}' ? -1 : 0;
        if (text[at] == ',' && depth == 0) {
            parts.push_back(trimmed(text.substr(from, at - from)));
            from = at + 1;
        }
    }
    parts.push_back(trimmed(text.substr(from)));
    return parts;
}

/// {a,b} without its braces, or the text itself as the only member.
std::vector<std::string_view> members(std::string_view text)
{
    if (text.size() >= 2 && text.front() == '{' && text.back() == '}')
        return splitAtCommas(text.substr(1, text.size() - 2));
    return {text};
}

/// As strtol with base 0.
std::optional<long long> number(std::string_view text)
{
    const bool negative = text.starts_with('-');
    if (negative)
        text.remove_prefix(1);
    int base = 10;
    if (text.starts_with("0x") || text.starts_with("0X")) {
        base = 16;
        text.remove_prefix(2);
    } else if (text.size() > 1 && text.front() == '0') {
        base = 8;
    }
    long long value = 0;
    const auto *const end = text.data() + text.size();
    const auto [next, error] = std::from_chars(text.data(), end, value, base);
    if (text.empty() || text.front() == '-' || error != std::errc{} || next != end)
        return std::nullopt;
    return negative ? -value : value;
}

} // namespace

std::optional<Repetition> Repetition::parse(std::string_view directive, std::string &why)
{
    Repetition out;
    const auto open = directive.find('(');
    if (open == std::string_view::npos || !directive.ends_with(')')) {
        why = "its closing parenthesis is missing";
        return std::nullopt;
    }
    const auto inside = directive.substr(open + 1, directive.size() - open - 2);
    out.sequence_ = directive.starts_with("~SEQ");
    out.hex_ = directive.starts_with("~SEQx");
    const bool good = out.sequence_ ? out.parseSequence(splitAtCommas(inside), why) : out.parseList(inside, why);
    return good ? std::optional(std::move(out)) : std::nullopt;
}

bool Repetition::parseSequence(const std::vector<std::string_view> &arguments, std::string &why)
{
    if (arguments.size() < 2 || arguments.size() > 4 || arguments[0].empty()) {
        why = "it needs a variable and then END, or START and END, or START, STEP and END";
        return false;
    }
    std::vector<long long> numbers;
    for (auto text : std::vector(arguments.begin() + 1, arguments.end())) {
        const auto value = number(text);
        if (!value) {
            why = '"' + std::string(text) + "\" is no number";
            return false;
        }
        numbers.push_back(*value);
    }
    const auto end = numbers.back();
    first_ = numbers.size() > 1 ? numbers[0] : (end < 0 ? -1 : 1);
    step_ = numbers.size() == 3 ? numbers[1] : (end < first_ ? -1 : 1);
    if (step_ == 0 || (end != first_ && (step_ > 0) != (end > first_))) {
        why = "its step never reaches the end";
        return false;
    }
    if (hex_ && (first_ < 0 || end < 0)) {
        why = "a negative number cannot be written in hexadecimal";
        return false;
    }
    variables_.emplace_back(arguments[0]);
    // Unsigned, since the way from one end of the numbers to the other is longer than any signed one.
    const auto way = end > first_ ? static_cast<std::uint64_t>(end) - static_cast<std::uint64_t>(first_)
                                  : static_cast<std::uint64_t>(first_) - static_cast<std::uint64_t>(end);
    const auto step = step_ > 0 ? static_cast<std::uint64_t>(step_) : 0 - static_cast<std::uint64_t>(step_);
    rounds_ = std::min(way / step, std::numeric_limits<std::uint64_t>::max() - 1) + 1;
    return true;
}

bool Repetition::parseList(std::string_view arguments, std::string &why)
{
    const auto parts = splitAtCommas(arguments);
    for (auto name : members(parts.front()))
        variables_.emplace_back(name);
    for (std::size_t i = 1; i < parts.size(); ++i) {
        std::vector<std::string> round;
        for (auto value : members(parts[i]))
            round.emplace_back(value);
        if (round.size() > variables_.size()) {
            why = "a round has more values than there are variables";
            return false;
        }
        round.resize(variables_.size());
        values_.push_back(std::move(round));
    }
    rounds_ = values_.size();
    if (rounds_ == 0)
        why = "it lists no values";
    return rounds_ > 0;
}

std::string Repetition::value(std::size_t variable, std::size_t round) const
{
    if (!sequence_)
        return values_[round][variable];
    const auto number = first_ + step_ * static_cast<long long>(round);
    if (!hex_)
        return std::to_string(number);
    char digits[20];
    const auto end = std::to_chars(digits, digits + sizeof digits, static_cast<std::uint64_t>(number), 16).ptr;
    return {digits, end};
}

} // namespace twinhelm::config
