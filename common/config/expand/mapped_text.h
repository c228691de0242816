#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/diagnostics/source_range.h"

namespace twinhelm::config
{

/// A text put together from pieces of files, which knows where each byte came from.
class MappedText
{
public:
    MappedText() = default;
    /// A copy of bytes that stand in a file.
    MappedText(std::string_view text, FileIndex file, std::uint32_t begin);

    /// A copy of a definition's value, used at `use`.
    MappedText(std::string_view text, SourceRange use, SourceRange definition);

    [[nodiscard]] std::string_view text() const { return text_; }
    [[nodiscard]] SourceRange range(std::size_t from, std::size_t to) const;
    [[nodiscard]] SourceRange definition(std::size_t from, std::size_t to) const;

    /// Puts `value` in the place of bytes [from, from + length). Its origin is the place they came from, and
    /// `definition`.
    void replace(std::size_t from, std::size_t length, std::string_view value, SourceRange definition);
    void erase(std::size_t from, std::size_t length);
    void truncate(std::size_t length);
    [[nodiscard]] MappedText sub(std::size_t from) const;

private:
    struct Piece {
        std::uint32_t begin = 0; ///< in text_
        SourceRange use;
        SourceRange definition;
        bool verbatim = false; ///< byte i of the piece is byte use.begin + i of the file
    };
    [[nodiscard]] std::size_t pieceAt(std::size_t offset) const;
    /// Makes a piece begin at `offset`; its index.
    std::size_t splitAt(std::size_t offset);

    std::string text_;
    std::vector<Piece> pieces_;
};

} // namespace twinhelm::config
