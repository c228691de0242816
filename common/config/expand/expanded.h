#pragma once

#include <cstdint>
#include <deque>
#include <string_view>
#include <vector>

#include "common/config/expand/mapped_text.h"
#include "common/diagnostics/source_range.h"

namespace twinhelm::config
{

/// One line as keepalived's keyword handlers see it: after comments, conditions, definitions, repetition and
/// includes, split at braces. `text` is never empty and has no blanks around it.
struct ExpandedLine {
    enum class Kind : std::uint8_t { Text, Open, Close };

    std::string_view text;
    const MappedText *map = nullptr; ///< nullptr: `text` lies in the file from `begin` on
    std::uint32_t mapOffset = 0;     ///< of `text` in `map`
    FileIndex file = 0;
    std::uint32_t begin = 0;
    Kind kind = Kind::Text;

    /// The rest of the line from byte `offset` on.
    [[nodiscard]] ExpandedLine from(std::size_t offset) const
    {
        auto out = *this;
        out.text.remove_prefix(offset);
        out.mapOffset += static_cast<std::uint32_t>(offset);
        out.begin += static_cast<std::uint32_t>(offset);
        return out;
    }
    /// Where bytes [from, to) of `text` come from: the place of use.
    [[nodiscard]] SourceRange range(std::size_t from, std::size_t to) const
    {
        if (map)
            return map->range(mapOffset + from, mapOffset + to);
        return {file, begin + static_cast<std::uint32_t>(from), begin + static_cast<std::uint32_t>(to)};
    }
    [[nodiscard]] SourceRange range() const { return range(0, text.size()); }
    /// Where their value was defined ($NAME=); empty when they stand in the line itself.
    [[nodiscard]] SourceRange definition(std::size_t from, std::size_t to) const
    {
        return map ? map->definition(mapOffset + from, mapOffset + to) : SourceRange{};
    }
};

/// Everything one node reads, in order. Views point into the SourceSet and into `made`.
struct Expanded {
    std::vector<ExpandedLine> lines;
    std::deque<MappedText> made;

    void clear()
    {
        lines.clear();
        made.clear();
    }
};

} // namespace twinhelm::config
