#include "common/config/model/read_value.h"

#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace twinhelm::config::model
{

std::optional<long long> readInteger(std::string_view word)
{
    if (word.starts_with('+'))
        word.remove_prefix(1);
    long long value = 0;
    const auto *const end = word.data() + word.size();
    const auto [next, error] = std::from_chars(word.data(), end, value);
    return !word.empty() && error == std::errc{} && next == end ? std::optional(value) : std::nullopt;
}

std::optional<std::uint64_t> readUnsigned(std::string_view word)
{
    if (word.starts_with('+'))
        word.remove_prefix(1);
    std::uint64_t value = 0;
    const auto *const end = word.data() + word.size();
    const auto [next, error] = std::from_chars(word.data(), end, value);
    return !word.empty() && error == std::errc{} && next == end ? std::optional(value) : std::nullopt;
}

std::optional<std::uint64_t> readAnyBase(std::string_view word)
{
    int base = 10;
    if (word.starts_with("0x") || word.starts_with("0X")) {
        base = 16;
        word.remove_prefix(2);
    } else if (word.size() > 1 && word.starts_with('0')) {
        base = 8;
        word.remove_prefix(1);
    }
    std::uint64_t value = 0;
    const auto *const end = word.data() + word.size();
    const auto [next, error] = std::from_chars(word.data(), end, value, base);
    return !word.empty() && error == std::errc{} && next == end ? std::optional(value) : std::nullopt;
}

std::optional<double> readDecimal(std::string_view word)
{
    if (word.starts_with('+'))
        word.remove_prefix(1);
    double value = 0;
    const auto *const end = word.data() + word.size();
    const auto [next, error] = std::from_chars(word.data(), end, value, std::chars_format::fixed);
    const bool good = !word.empty() && error == std::errc{} && next == end && std::isfinite(value);
    return good ? std::optional(value) : std::nullopt;
}

std::optional<Duration> readSeconds(std::string_view word)
{
    const auto seconds = readDecimal(word);
    if (!seconds || std::abs(*seconds) > 5e9)
        return std::nullopt;
    return std::chrono::microseconds(std::llround(*seconds * 1e6));
}

std::optional<bool> readBool(std::string_view word)
{
    if (word == "true" || word == "on" || word == "yes")
        return true;
    if (word == "false" || word == "off" || word == "no")
        return false;
    return std::nullopt;
}

std::optional<Prefix> readPrefix(std::string_view word)
{
    if (word == "default" || word == "any" || word == "all")
        return Prefix{{}, 0};
    if (word == "default6")
        return Prefix{IpAddress::v6({}), 0};
    return Prefix::parse(word);
}

std::optional<Prefix> readOwnPrefix(std::string_view word)
{
    if (auto prefix = Prefix::parse(word)) // not readPrefix(): "default" is no address to have
        return prefix;
    const auto address = IpAddress::parse(word.substr(0, word.find('/')));
    return address ? std::optional(Prefix{*address, static_cast<std::uint8_t>(address->isV4() ? 32 : 128)})
                   : std::nullopt;
}

std::optional<IpAddress> readAddress(std::string_view word)
{
    const auto slash = word.find('/');
    if (slash != std::string_view::npos && !readInteger(word.substr(slash + 1)))
        return std::nullopt;
    word = word.substr(0, slash);
    const auto address = IpAddress::parse(word.substr(0, word.find('%')));
    return address && (word.find('%') == std::string_view::npos || address->isV6()) ? address : std::nullopt;
}

std::optional<std::uint8_t> readScope(std::string_view word)
{
    static constexpr std::array<std::pair<std::string_view, std::uint8_t>, 5> scopes{
        {{"global", 0}, {"nowhere", 255}, {"host", 254}, {"link", 253}, {"site", 200}}};
    for (const auto &[name, value] : scopes) {
        if (word == name)
            return value;
    }
    const auto number = readInteger(word);
    return number && *number >= 0 && *number <= 255 ? std::optional(static_cast<std::uint8_t>(*number)) : std::nullopt;
}

RoutingName readRoutingName(std::string_view word)
{
    RoutingName out{std::string(word), std::nullopt};
    if (const auto number = readAnyBase(word); number && *number <= 0xffffffffU)
        out.number = static_cast<std::uint32_t>(*number);
    return out;
}

namespace
{

template<std::size_t N>
RoutingName readKnown(std::string_view word, const std::array<std::pair<std::string_view, std::uint32_t>, N> &known)
{
    auto out = readRoutingName(word);
    for (const auto &[name, value] : known) {
        if (word == name)
            out.number = value;
    }
    return out;
}

} // namespace

RoutingName readRoutingTable(std::string_view word)
{
    static constexpr std::array<std::pair<std::string_view, std::uint32_t>, 3> known{
        {{"default", 253}, {"main", 254}, {"local", 255}}};
    return readKnown(word, known);
}

RoutingName readRoutingProtocol(std::string_view word)
{
    static constexpr std::array<std::pair<std::string_view, std::uint32_t>, 5> known{
        {{"redirect", 1}, {"kernel", 2}, {"boot", 3}, {"static", 4}, {"keepalived", 18}}};
    return readKnown(word, known);
}

RoutingName readRoutingScope(std::string_view word)
{
    auto out = readRoutingName(word);
    if (const auto scope = readScope(word))
        out.number = *scope;
    return out;
}

} // namespace twinhelm::config::model
