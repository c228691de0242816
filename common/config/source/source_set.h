#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "common/diagnostics/source_range.h"

namespace twinhelm::config
{

/// The bytes a configuration was read from: the main file (index 0) and every file it includes.
/// Texts never move or change once added, so views into them stay valid as long as any copy of the set lives.
/// Copying is cheap (the texts are shared).
class SourceSet
{
public:
    FileIndex add(std::string path, std::string text);
    /// The same, unless a file with this path and text is there already: then that one. Not the main file.
    FileIndex addOnce(std::string path, std::string text);
    /// Takes over a file of another set.
    FileIndex share(const SourceSet &other, FileIndex file);

    [[nodiscard]] std::size_t size() const { return files_.size(); }
    [[nodiscard]] const std::string &path(FileIndex file) const { return files_.at(file)->path; }
    [[nodiscard]] std::string_view text(FileIndex file) const { return files_.at(file)->text; }
    /// The bytes of `range`; what lies outside the file is cut off.
    [[nodiscard]] std::string_view text(SourceRange range) const;
    /// One-based line and column of a byte. An offset beyond the end is the end.
    [[nodiscard]] LineColumn position(FileIndex file, std::uint32_t offset) const;
    /// A line without its line end; `line` is one-based. Empty when there is no such line.
    [[nodiscard]] std::string_view line(FileIndex file, std::uint32_t line) const;
    /// Whether a file was added with this path.
    [[nodiscard]] bool contains(std::string_view path) const;

private:
    struct File {
        std::string path;
        std::string text;
        mutable std::once_flag linesKnown;
        mutable std::vector<std::uint32_t> lineStarts; ///< found when first asked for: most files need none
        [[nodiscard]] const std::vector<std::uint32_t> &lines() const;
    };
    std::vector<std::shared_ptr<const File>> files_;
    std::map<std::string_view, FileIndex> byPath_; ///< the last one of each path
};

} // namespace twinhelm::config
