#pragma once

#include <set>
#include <string>
#include <string_view>

#include "common/config/source/file_access.h"
#include "common/diagnostics/diagnostic.h"

namespace twinhelm::cluster
{

/// The include lines of a text, words with single blanks: "include conf.d/web.conf".
[[nodiscard]] std::multiset<std::string> includesOf(std::string_view text);

/// Puts included files in the place of their include lines, so that a document needs no conditional include:
/// keepalived reads such a file again in each of its processes, and may find another one there.
class IncludeInliner
{
public:
    /// `directory`: of the text, where relative includes start.
    IncludeInliner(config::FileReader readFile, config::FileFinder findFiles, std::string directory)
        : readFile_(std::move(readFile)), findFiles_(std::move(findFiles)), directory_(std::move(directory))
    {
    }

    /// Replaces the lines whose include is in `which`, between comments that name the file; their own includes as well.
    /// A line that cannot be replaced stays and gets a warning (C0005).
    [[nodiscard]] std::string inlined(std::string_view text, const std::set<std::string> &which,
                                      Diagnostics &findings) const;

private:
    struct Attempt;
    bool include(Attempt &attempt, std::string_view target, const std::string &directory, int depth) const;
    bool file(Attempt &attempt, const std::string &path, int depth) const;

    config::FileReader readFile_;
    config::FileFinder findFiles_;
    std::string directory_;
};

} // namespace twinhelm::cluster
