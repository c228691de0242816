#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace twinhelm::config
{

/// How strict keepalived is about files that an include does not find (global_defs include_check, or the letters
/// behind include). Nothing set: such files are only mentioned in the log.
struct IncludeChecks {
    bool read = false;     ///< a file that cannot be read, is executable or no regular file is an error
    bool match = false;    ///< a plain name that does not exist is an error
    bool wildcard = false; ///< a pattern that matches nothing is an error
    bool brace = false;    ///< an alternative of {a,b} that matches nothing is an error

    /// What `include`, `includer`, ... asks for, on top of `standing`: r = read, m = r and match, w = m and wildcard,
    /// b = r and brace, a = all.
    [[nodiscard]] static IncludeChecks ofDirective(std::string_view directive, IncludeChecks standing);

    /// Takes the arguments of include_check: [+|-] and names; without a sign they replace what stands. None at all
    /// turns everything on. What is no name is left out.
    void change(std::string_view arguments);

    friend bool operator==(const IncludeChecks &, const IncludeChecks &) = default;
};

} // namespace twinhelm::config
