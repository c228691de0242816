#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/ip_address.h"
#include "common/config/import/import_result.h"
#include "common/config/model/value.h"

/// What the importers share.
namespace twinhelm::config::import
{

/// A piece of the text that is read.
struct Piece {
    std::string_view text;
    SourceRange range;
};

/// Lines without line ends; empty ones too.
[[nodiscard]] std::vector<Piece> splitLines(std::string_view text);
/// Words at blanks; "..." and '...' are one, without the quotes.
[[nodiscard]] std::vector<Piece> splitAtBlanks(const Piece &line);
[[nodiscard]] Piece trimmed(Piece piece);
[[nodiscard]] Piece part(const Piece &piece, std::size_t begin, std::size_t end = std::string_view::npos);

struct Endpoint {
    IpAddress address;
    std::optional<std::uint16_t> port;
};

/// ADDRESS[:PORT] or [ADDRESS]:PORT; nothing for host names.
[[nodiscard]] std::optional<Endpoint> readEndpoint(std::string_view text);
/// A number, or the name of a well-known service.
[[nodiscard]] std::optional<std::uint16_t> readPort(std::string_view text);

template<typename T>
[[nodiscard]] model::Value<T> given(T value, const Piece &from)
{
    return model::Value<T>(std::move(value), from.range);
}

void report(ImportResult &result, std::string_view code, Severity severity, SourceRange range, std::string message);

} // namespace twinhelm::config::import
