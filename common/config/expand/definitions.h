#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/diagnostics/source_range.h"

namespace twinhelm::config
{

/// The $NAME definitions seen so far. A definition of several lines is keepalived's block macro.
class Definitions
{
public:
    struct Line {
        std::string text;
        SourceRange range;

        friend bool operator==(const Line &, const Line &) = default;
    };
    struct Definition {
        std::vector<Line> lines; ///< at least one

        friend bool operator==(const Definition &, const Definition &) = default;
    };
    /// A place in a text that names a definition.
    struct Reference {
        std::size_t begin = 0;
        std::size_t length = 0;
        std::string_view name;
        std::string_view parameters; ///< of ${_ENV VAR}, ${_RANDOM 1 6}
    };

    void set(std::string_view name, Definition definition);
    /// The same for a single line.
    void set(std::string_view name, std::string_view value, SourceRange range);
    /// nullptr when it is not defined. The pointer holds until the next set().
    [[nodiscard]] const Definition *find(std::string_view name) const;
    [[nodiscard]] std::size_t size() const { return known_.size(); }

    /// The next reference at or after `from`, whether it is defined or not: $NAME in front of a blank, comma,
    /// closing parenthesis or the end, or ${NAME}.
    [[nodiscard]] static std::optional<Reference> nextReference(std::string_view text, std::size_t from);

    friend bool operator==(const Definitions &, const Definitions &) = default;

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    std::unordered_map<std::string, Definition, Hash, std::equal_to<>> known_;
};

} // namespace twinhelm::config
