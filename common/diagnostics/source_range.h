#pragma once

#include <compare>
#include <cstdint>

namespace twinhelm
{

/// Index of a file in config::SourceSet. 0 is the main file.
using FileIndex = std::uint32_t;

/// Bytes [begin, end) of one file. Small, since every value of a model carries one.
struct SourceRange {
    FileIndex file = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    [[nodiscard]] bool empty() const { return begin == end; }
    friend auto operator<=>(const SourceRange &, const SourceRange &) = default;
};

/// One-based line and column, as editors count. Columns are bytes; the desk converts to characters.
struct LineColumn {
    std::uint32_t line = 1;
    std::uint32_t column = 1;

    friend auto operator<=>(const LineColumn &, const LineColumn &) = default;
};

} // namespace twinhelm
