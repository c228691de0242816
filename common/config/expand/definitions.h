#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/diagnostics/source_range.h"

namespace twinhelm::config
{

/// Reads a variable of the environment that the daemon would run in.
using Environment = std::function<std::optional<std::string>(const std::string &name)>;

/// Of this process.
[[nodiscard]] std::optional<std::string> processEnvironment(const std::string &name);

/// The $NAME definitions seen so far. A definition of several lines is keepalived's block macro.
class Definitions
{
public:
    struct Line {
        std::string text;
        SourceRange range;
    };
    struct Definition {
        std::vector<Line> lines; ///< at least one
    };
    /// A place in a text that names a definition.
    struct Reference {
        std::size_t begin = 0;
        std::size_t length = 0;
        std::string_view name;
        std::string_view parameters; ///< of ${_ENV VAR}, ${_RANDOM 1 6}
    };

    Definitions(std::string nodeId, Environment environment, std::uint32_t randomSeed);

    void set(std::string_view name, Definition definition);
    /// For ${_PWD}.
    void setDirectory(std::string directory) { directory_ = std::move(directory); }

    /// The next reference at or after `from`, whether it is defined or not: $NAME in front of a blank, comma,
    /// closing parenthesis or the end, or ${NAME}.
    [[nodiscard]] static std::optional<Reference> nextReference(std::string_view text, std::size_t from);
    /// Nothing when it is not defined; keepalived then leaves the reference as it stands.
    /// The pointer holds until the next call.
    [[nodiscard]] const Definition *find(const Reference &reference);

private:
    [[nodiscard]] std::optional<std::string> builtIn(const Reference &reference);
    [[nodiscard]] std::string random(std::string_view parameters);

    std::unordered_map<std::string, Definition> known_;
    Definition made_; ///< of a built-in name
    std::string nodeId_;
    std::string directory_;
    Environment environment_;
    std::uint32_t random_;
};

} // namespace twinhelm::config
