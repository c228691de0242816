#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// How the journal lies on disk; shared by its writer and its readers.
namespace twinhelm::store
{

/// One file of the journal. Every row in it has an id of at least `firstId`.
struct Segment {
    std::uint64_t firstId = 0;
    std::filesystem::path path;
};

/// The journal's files, oldest first. Other files of the folder are ignored; no folder means no files.
[[nodiscard]] std::vector<Segment> listSegments(const std::filesystem::path &directory);
/// `events-00000000000000000042.jsonl`
[[nodiscard]] std::filesystem::path segmentPath(const std::filesystem::path &directory, std::uint64_t firstId);
/// The whole file; empty when it cannot be read (it was rotated away meanwhile).
[[nodiscard]] std::string readWhole(const std::filesystem::path &path);
/// The id of a row, from its first field alone; nothing when the line is not a row.
[[nodiscard]] std::optional<std::uint64_t> rowId(std::string_view line);
/// Cuts the next complete line off `rest`; nothing when no newline is left.
[[nodiscard]] std::optional<std::string_view> takeLine(std::string_view &rest);

} // namespace twinhelm::store
