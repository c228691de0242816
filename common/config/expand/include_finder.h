#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/config/expand/expand_context.h"

namespace twinhelm::config
{

/// Finds the files that an include line names: a plain name, a shell pattern, alternatives in braces; relative to the
/// directory of the including file. Says what is not found as strictly as the directive and include_check ask for.
class IncludeFinder
{
public:
    explicit IncludeFinder(ExpandContext &context) : context_(context) {}

    struct File {
        std::string path;
        std::string bytes;
    };
    /// `line` begins with the include directive. Files come in the order keepalived reads them.
    [[nodiscard]] std::vector<File> find(const ExpandedLine &line);

private:
    bool findAlternative(const std::string &path, const ExpandedLine &line, IncludeChecks checks,
                         std::vector<File> &found);
    bool read(const std::string &path, const ExpandedLine &line, IncludeChecks checks, std::vector<File> &found);
    void report(bool error, const ExpandedLine &line, std::string message);

    ExpandContext &context_;
};

/// `pattern` with each {a,b} replaced by each of its members, in order; at most limits::mostAlternatives.
[[nodiscard]] std::vector<std::string> braceAlternatives(std::string_view pattern);

} // namespace twinhelm::config
