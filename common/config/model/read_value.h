#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "common/base/ip_address.h"
#include "common/base/time.h"
#include "common/config/model/routing_name.h"

/// How keepalived reads a word as a value (language.md section 1): decimal, no trailing junk, words case sensitive.
namespace twinhelm::config::model
{

[[nodiscard]] std::optional<long long> readInteger(std::string_view word);
[[nodiscard]] std::optional<std::uint64_t> readUnsigned(std::string_view word);
/// 0x...: hexadecimal, 0...: octal, else decimal, as for preferences and marks.
[[nodiscard]] std::optional<std::uint64_t> readAnyBase(std::string_view word);
/// Digits with an optional fraction.
[[nodiscard]] std::optional<double> readDecimal(std::string_view word);
/// Seconds with an optional fraction, to the microsecond.
[[nodiscard]] std::optional<Duration> readSeconds(std::string_view word);
/// true on yes, false off no.
[[nodiscard]] std::optional<bool> readBool(std::string_view word);
/// ADDR[/LEN]; also "default", "any" and "all" as zero addresses.
[[nodiscard]] std::optional<Prefix> readPrefix(std::string_view word);
/// An address to have, with its length; one that cannot be read is the longest, as in keepalived.
[[nodiscard]] std::optional<Prefix> readOwnPrefix(std::string_view word);
/// An address; a /LEN behind it has no meaning and is cut off, as is %scope behind an IPv6 address.
[[nodiscard]] std::optional<IpAddress> readAddress(std::string_view word);

/// A number, or one of rtnetlink's scope names as in iproute2's rt_scopes.
[[nodiscard]] std::optional<std::uint8_t> readScope(std::string_view word);
/// A number, or a name: of the tables, protocols and scopes every Linux knows the number is known too.
[[nodiscard]] RoutingName readRoutingTable(std::string_view word);
[[nodiscard]] RoutingName readRoutingProtocol(std::string_view word);
[[nodiscard]] RoutingName readRoutingScope(std::string_view word);
/// A number in any base, or a name.
[[nodiscard]] RoutingName readRoutingName(std::string_view word);

} // namespace twinhelm::config::model
