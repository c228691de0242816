#include "common/base/ip_address.h"

#include <algorithm>
#include <charconv>

namespace twinhelm
{

namespace
{

std::optional<std::array<std::uint8_t, 4>> parseV4(std::string_view text)
{
    std::array<std::uint8_t, 4> out{};
    const char *at = text.data();
    const char *const end = at + text.size();
    for (std::size_t i = 0; i < 4; ++i) {
        if (i > 0 && (at == end || *at++ != '.'))
            return std::nullopt;
        unsigned octet = 0;
        const auto [next, error] = std::from_chars(at, end, octet);
        if (error != std::errc{} || octet > 255 || next - at > 3)
            return std::nullopt;
        out[i] = static_cast<std::uint8_t>(octet);
        at = next;
    }
    if (at != end)
        return std::nullopt;
    return out;
}

/// One side of "::": groups of hex digits, the last of which may be a dotted quad. Returns the bytes written.
std::optional<std::size_t> parseGroups(std::string_view text, std::array<std::uint8_t, 16> &out)
{
    std::size_t used = 0;
    if (text.empty())
        return used;
    while (true) {
        const auto colon = text.find(':');
        const auto group = text.substr(0, colon);
        if (colon == std::string_view::npos && group.find('.') != std::string_view::npos) {
            const auto quad = parseV4(group);
            if (!quad || used + 4 > 16)
                return std::nullopt;
            std::copy(quad->begin(), quad->end(), out.begin() + static_cast<std::ptrdiff_t>(used));
            return used + 4;
        }
        unsigned value = 0;
        const auto *const end = group.data() + group.size();
        const auto [next, error] = std::from_chars(group.data(), end, value, 16);
        if (group.empty() || group.size() > 4 || error != std::errc{} || next != end || used + 2 > 16)
            return std::nullopt;
        out[used++] = static_cast<std::uint8_t>(value >> 8);
        out[used++] = static_cast<std::uint8_t>(value & 0xff);
        if (colon == std::string_view::npos)
            return used;
        text.remove_prefix(colon + 1);
    }
}

std::optional<std::array<std::uint8_t, 16>> parseV6(std::string_view text)
{
    const auto gap = text.find("::");
    std::array<std::uint8_t, 16> head{};
    if (gap == std::string_view::npos) {
        const auto used = parseGroups(text, head);
        return used == std::size_t{16} ? std::optional(head) : std::nullopt;
    }
    std::array<std::uint8_t, 16> tail{};
    const auto left = parseGroups(text.substr(0, gap), head);
    const auto right = parseGroups(text.substr(gap + 2), tail);
    if (!left || !right || *left + *right > 14)
        return std::nullopt;
    std::copy_n(tail.begin(), *right, head.end() - static_cast<std::ptrdiff_t>(*right));
    return head;
}

std::string v4Text(const std::array<std::uint8_t, 16> &b)
{
    return std::to_string(b[0]) + '.' + std::to_string(b[1]) + '.' + std::to_string(b[2]) + '.' + std::to_string(b[3]);
}

/// RFC 5952: lower case, no leading zeros, the longest run of two or more zero groups as "::".
std::string v6Text(const std::array<std::uint8_t, 16> &b)
{
    std::array<unsigned, 8> groups{};
    for (std::size_t i = 0; i < 8; ++i)
        groups[i] = static_cast<unsigned>(b[2 * i]) << 8 | b[2 * i + 1];
    std::size_t bestAt = 8;
    std::size_t bestLength = 1;
    for (std::size_t i = 0; i < 8;) {
        std::size_t j = i;
        while (j < 8 && groups[j] == 0)
            ++j;
        if (j - i > bestLength) {
            bestAt = i;
            bestLength = j - i;
        }
        i = std::max(j, i + 1);
    }
    std::string out;
    for (std::size_t i = 0; i < 8; ++i) {
        if (i == bestAt) {
            out += "::";
            i += bestLength - 1;
            continue;
        }
        if (!out.empty() && out.back() != ':')
            out += ':';
        char digits[4];
        const auto end = std::to_chars(digits, digits + 4, groups[i], 16).ptr;
        out.append(digits, end);
    }
    return out;
}

} // namespace

IpAddress IpAddress::v4(std::uint32_t hostOrder)
{
    return v4({static_cast<std::uint8_t>(hostOrder >> 24), static_cast<std::uint8_t>(hostOrder >> 16),
               static_cast<std::uint8_t>(hostOrder >> 8), static_cast<std::uint8_t>(hostOrder)});
}

IpAddress IpAddress::v4(std::array<std::uint8_t, 4> networkOrder)
{
    IpAddress out;
    std::copy(networkOrder.begin(), networkOrder.end(), out.bytes_.begin());
    return out;
}

IpAddress IpAddress::v6(std::array<std::uint8_t, 16> networkOrder)
{
    IpAddress out;
    out.family_ = Family::IPv6;
    out.bytes_ = networkOrder;
    return out;
}

std::optional<IpAddress> IpAddress::parse(std::string_view text)
{
    if (text.find(':') == std::string_view::npos) {
        const auto quad = parseV4(text);
        return quad ? std::optional(v4(*quad)) : std::nullopt;
    }
    const auto bytes = parseV6(text);
    return bytes ? std::optional(v6(*bytes)) : std::nullopt;
}

bool IpAddress::isUnspecified() const
{
    return std::all_of(bytes_.begin(), bytes_.end(), [](auto byte) { return byte == 0; });
}

bool IpAddress::isMulticast() const
{
    return isV4() ? (bytes_[0] & 0xf0) == 0xe0 : bytes_[0] == 0xff;
}

bool IpAddress::isLinkLocal() const
{
    return isV4() ? bytes_[0] == 169 && bytes_[1] == 254 : bytes_[0] == 0xfe && (bytes_[1] & 0xc0) == 0x80;
}

std::string IpAddress::toString() const
{
    return isV4() ? v4Text(bytes_) : v6Text(bytes_);
}

std::optional<Prefix> Prefix::parse(std::string_view text)
{
    const auto slash = text.find('/');
    const auto address = IpAddress::parse(text.substr(0, slash));
    if (!address)
        return std::nullopt;
    const unsigned most = address->isV4() ? 32 : 128;
    unsigned length = most;
    if (slash != std::string_view::npos) {
        const auto digits = text.substr(slash + 1);
        const auto *const end = digits.data() + digits.size();
        const auto [next, error] = std::from_chars(digits.data(), end, length);
        if (digits.empty() || error != std::errc{} || next != end || length > most)
            return std::nullopt;
    }
    return Prefix{*address, static_cast<std::uint8_t>(length)};
}

std::string Prefix::toString() const
{
    return address.toString() + '/' + std::to_string(length);
}

} // namespace twinhelm
