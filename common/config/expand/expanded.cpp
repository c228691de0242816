#include "common/config/expand/expanded.h"

namespace twinhelm::config
{

SourceRange ExpandedLine::range(std::size_t from, std::size_t to) const
{
    if (map)
        return map->range(mapOffset + from, mapOffset + to);
    return {file, begin + static_cast<std::uint32_t>(from), begin + static_cast<std::uint32_t>(to)};
}

ExpandedLine ExpandedLine::from(std::size_t offset) const
{
    auto out = *this;
    out.text.remove_prefix(offset);
    out.mapOffset += static_cast<std::uint32_t>(offset);
    out.begin += static_cast<std::uint32_t>(offset);
    return out;
}

SourceRange ExpandedLine::definition(std::size_t from, std::size_t to) const
{
    return map ? map->definition(mapOffset + from, mapOffset + to) : SourceRange{};
}

} // namespace twinhelm::config
