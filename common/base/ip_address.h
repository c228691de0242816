#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace twinhelm
{

enum class Family : std::uint8_t { IPv4 = 4, IPv6 = 6 };

/// An IPv4 or IPv6 address without scope. Order is numeric within a family, as VRRP's tie-break needs it.
class IpAddress
{
public:
    constexpr IpAddress() = default; ///< 0.0.0.0

    static IpAddress v4(std::uint32_t hostOrder);
    static IpAddress v4(std::array<std::uint8_t, 4> networkOrder);
    static IpAddress v6(std::array<std::uint8_t, 16> networkOrder);
    /// Dotted quad or RFC 4291 text. Nothing else: no ports, no prefix, no scope, no host names.
    static std::optional<IpAddress> parse(std::string_view text);

    [[nodiscard]] Family family() const { return family_; }
    [[nodiscard]] bool isV4() const { return family_ == Family::IPv4; }
    [[nodiscard]] bool isV6() const { return family_ == Family::IPv6; }
    [[nodiscard]] bool isUnspecified() const;
    [[nodiscard]] bool isMulticast() const;
    [[nodiscard]] bool isLinkLocal() const;
    /// Network order; the first 4 bytes count for IPv4.
    [[nodiscard]] const std::array<std::uint8_t, 16> &bytes() const { return bytes_; }
    [[nodiscard]] std::size_t size() const { return isV4() ? 4 : 16; }
    [[nodiscard]] std::string toString() const;

    friend auto operator<=>(const IpAddress &, const IpAddress &) = default;

private:
    Family family_ = Family::IPv4;
    std::array<std::uint8_t, 16> bytes_{};
};

/// An address with its prefix length: 10.0.0.3/24. Host bits are kept.
struct Prefix {
    IpAddress address;
    std::uint8_t length = 32;

    /// "A" or "A/LEN"; without a length the whole address (32 or 128).
    static std::optional<Prefix> parse(std::string_view text);
    [[nodiscard]] std::string toString() const;
    friend auto operator<=>(const Prefix &, const Prefix &) = default;
};

} // namespace twinhelm
