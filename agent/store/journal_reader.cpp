#include "agent/store/journal_reader.h"

#include <algorithm>

#include "agent/store/journal_segments.h"
#include "common/wire/json.h"

namespace twinhelm::store
{

namespace
{

std::vector<std::uint64_t> rowIds(const std::filesystem::path &path)
{
    const auto bytes = readWhole(path);
    std::string_view rest = bytes;
    std::vector<std::uint64_t> out;
    while (const auto line = takeLine(rest)) {
        if (const auto id = rowId(*line))
            out.push_back(*id);
    }
    return out;
}

} // namespace

std::vector<wire::Event> JournalReader::read(std::uint64_t after, std::size_t limit) const
{
    const auto segments = listSegments(directory_);
    // The last segment that can hold the row after `after`; those before it end below.
    auto at = std::upper_bound(segments.begin(), segments.end(), after + 1,
                               [](std::uint64_t id, const Segment &segment) { return id < segment.firstId; });
    if (at != segments.begin())
        --at;
    std::vector<wire::Event> out;
    for (; at != segments.end() && out.size() < limit; ++at) {
        const auto bytes = readWhole(at->path);
        std::string_view rest = bytes;
        for (auto line = takeLine(rest); line && out.size() < limit; line = takeLine(rest)) {
            if (rowId(*line).value_or(0) <= after)
                continue;
            if (auto event = wire::parseEvent(*line))
                out.push_back(std::move(*event));
        }
    }
    return out;
}

std::uint64_t JournalReader::firstId() const
{
    for (const auto &segment : listSegments(directory_)) {
        if (const auto ids = rowIds(segment.path); !ids.empty())
            return ids.front();
    }
    return 0;
}

std::uint64_t JournalReader::lastId() const
{
    const auto before = beforeLast(1);
    const auto rows = read(before, 1);
    return rows.empty() ? 0 : rows.back().id;
}

std::uint64_t JournalReader::beforeLast(std::size_t count) const
{
    const auto segments = listSegments(directory_);
    std::uint64_t oldest = 0;
    for (auto at = segments.rbegin(); at != segments.rend() && count > 0; ++at) {
        const auto ids = rowIds(at->path);
        const auto taken = std::min(count, ids.size());
        if (taken > 0)
            oldest = ids[ids.size() - taken];
        count -= taken;
    }
    return oldest == 0 ? 0 : oldest - 1;
}

} // namespace twinhelm::store
