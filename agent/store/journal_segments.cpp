#include "agent/store/journal_segments.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>
#include <system_error>

namespace twinhelm::store
{

namespace
{

constexpr std::string_view prefix = "events-";
constexpr std::string_view suffix = ".jsonl";
constexpr std::size_t digits = 20;

std::optional<std::uint64_t> number(std::string_view text)
{
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end == text.data())
        return std::nullopt;
    return value;
}

std::optional<std::uint64_t> firstIdOf(const std::string &name)
{
    if (name.size() != prefix.size() + digits + suffix.size() || !name.starts_with(prefix) || !name.ends_with(suffix))
        return std::nullopt;
    return number(std::string_view(name).substr(prefix.size(), digits));
}

} // namespace

std::vector<Segment> listSegments(const std::filesystem::path &directory)
{
    std::vector<Segment> out;
    std::error_code error;
    for (std::filesystem::directory_iterator at(directory, error), end; !error && at != end; at.increment(error)) {
        const auto firstId = firstIdOf(at->path().filename().string());
        if (firstId && at->is_regular_file(error))
            out.push_back({*firstId, at->path()});
    }
    std::sort(out.begin(), out.end(), [](const auto &a, const auto &b) { return a.firstId < b.firstId; });
    return out;
}

std::filesystem::path segmentPath(const std::filesystem::path &directory, std::uint64_t firstId)
{
    const auto id = std::to_string(firstId);
    return directory / (std::string(prefix) + std::string(digits - id.size(), '0') + id + std::string(suffix));
}

std::string readWhole(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::optional<std::uint64_t> rowId(std::string_view line)
{
    constexpr std::string_view start = "{\"id\":";
    if (!line.starts_with(start) || !line.ends_with('}'))
        return std::nullopt;
    return number(line.substr(start.size()));
}

std::optional<std::string_view> takeLine(std::string_view &rest)
{
    const auto newline = rest.find('\n');
    if (newline == std::string_view::npos)
        return std::nullopt;
    const auto line = rest.substr(0, newline);
    rest.remove_prefix(newline + 1);
    return line;
}

} // namespace twinhelm::store
