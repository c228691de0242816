#include "common/config/validate/check_number.h"

#include <charconv>

#include "common/config/model/read_value.h"
#include "common/config/validate/codes.h"
#include "common/config/validate/finding.h"

namespace twinhelm::config
{

namespace
{

using schema::Kind;

constexpr std::string_view portOfServer = "PORT";
constexpr double endless = 1e13; ///< a limit nobody can reach needs no mention

std::optional<double> readAnyBase(std::string_view text)
{
    int base = 10;
    if (text.starts_with("0x") || text.starts_with("0X")) {
        base = 16;
        text.remove_prefix(2);
    } else if (text.size() > 1 && text.front() == '0') {
        base = 8;
    }
    unsigned long long value = 0;
    const auto *const end = text.data() + text.size();
    const auto [next, error] = std::from_chars(text.data(), end, value, base);
    return error == std::errc{} && next == end && !text.empty() ? std::optional(static_cast<double>(value))
                                                                : std::nullopt;
}

/// 200, 200ms, 2s: in milliseconds.
std::optional<double> readTime(std::string_view text)
{
    double factor = 1;
    if (text.ends_with("ms")) {
        text.remove_suffix(2);
    } else if (text.ends_with('s')) {
        text.remove_suffix(1);
        factor = 1000;
    }
    const auto number = model::readDecimal(text);
    return number ? std::optional(*number * factor) : std::nullopt;
}

bool isWhole(Kind kind)
{
    return kind != Kind::Decimal && kind != Kind::Time;
}

std::optional<double> read(const Expected &expected, std::string_view text)
{
    if (expected.argument.kind == Kind::Time)
        return readTime(text);
    if (expected.anyBase)
        return readAnyBase(text);
    if (!isWhole(expected.argument.kind))
        return model::readDecimal(text);
    const auto integer = model::readInteger(text);
    return integer ? std::optional(static_cast<double>(*integer)) : std::nullopt;
}

std::string rangeText(const schema::Argument &argument)
{
    if (argument.max > endless)
        return "at least " + numberText(argument.min);
    return "from " + numberText(argument.min) + " to " + numberText(argument.max);
}

Diagnostic notANumber(const Expected &expected, const Word &word)
{
    const bool whole = isWhole(expected.argument.kind);
    auto message = quoted(word.text) + " is not a " + (whole ? "whole number." : "number.");
    if (whole && model::readDecimal(word.text))
        message += ' ' + std::string(expected.name) + " takes no fraction.";
    else if (word.text.find('$') != std::string_view::npos)
        message += " The definition it names is not known here, or more text follows its name.";
    return finding(codes::notANumber, word.range, std::move(message));
}

std::size_t digitsBehindPoint(std::string_view text)
{
    const auto point = text.find('.');
    return point == std::string_view::npos ? 0 : text.size() - point - 1;
}

} // namespace

std::string numberText(double value)
{
    auto text = std::to_string(value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.'))
        text.pop_back();
    return text;
}

std::optional<Diagnostic> checkNumber(const Expected &expected, const Word &word)
{
    const auto &argument = expected.argument;
    const auto number = read(expected, word.text);
    if (!number)
        return notANumber(expected, word);
    const std::string name(expected.name);
    if (*number == 0 && expected.zeroIsOne)
        return finding(codes::clamped, word.range, name + " 0 is taken as 1.", Severity::Warning);
    // A server's port 0 is that of its service.
    if (*number == 0 && argument.meta == portOfServer)
        return {};
    if (argument.hasRange && (*number < argument.min || *number > argument.max)) {
        const bool clamps = expected.misfit == schema::Misfit::Nearest;
        return finding(clamps ? codes::clamped : codes::outOfRange, word.range,
                       name + " must be " + rangeText(argument) + "; " +
                           (clamps ? std::string("the nearest is taken") : std::string(expected.otherwise)) + '.',
                       clamps ? Severity::Warning : Severity::Error);
    }
    // Hundredths are a matter of the VRRP version, which a rule knows (K0216).
    constexpr std::size_t hundredths = 2;
    if (argument.decimals > hundredths && digitsBehindPoint(word.text) > argument.decimals) {
        return finding(codes::tooPrecise, word.range,
                       name + " has at most " + std::to_string(argument.decimals) +
                           " digits behind the point; the rest is rounded.",
                       Severity::Warning);
    }
    return {};
}

} // namespace twinhelm::config
