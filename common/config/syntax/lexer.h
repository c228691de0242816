#pragma once

#include <string_view>
#include <vector>

#include "common/config/syntax/token.h"

namespace twinhelm::config
{

struct Tokens {
    std::vector<Token> all;
    /// Index of the first token of each line, then one past the last token.
    std::vector<std::uint32_t> lineStarts;
};

/// Cuts a text into tokens by the rules of keepalived's lib/parser.c, without expanding anything.
/// Total: every byte string gives tokens that cover it. Cost: one pass.
[[nodiscard]] Tokens tokenize(std::string_view text);

/// Length of the condition (@id, @^id) that `text` starts with, 0 when there is none.
[[nodiscard]] std::size_t conditionLength(std::string_view text);

/// Length of "$NAME=" that `text` starts with, 0 when it is no definition.
[[nodiscard]] std::size_t definitionLength(std::string_view text);

/// Whether `text` starts with a ~SEQ or ~LST, be it well written or not.
[[nodiscard]] bool isDirective(std::string_view text);

/// Length of the ~SEQ(...) or ~LST(...) that `text` starts with, 0 when there is none or it is not closed.
[[nodiscard]] std::size_t directiveLength(std::string_view text);

/// Offset of the comment character that ends the meaning of `line`, or its size.
/// # and ! begin a comment anywhere outside double quotes, unless a backslash stands before them.
[[nodiscard]] std::size_t commentStart(std::string_view line);

[[nodiscard]] constexpr bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v';
}

[[nodiscard]] constexpr bool isNameStart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

[[nodiscard]] constexpr bool isNameCharacter(char c)
{
    return isNameStart(c) || (c >= '0' && c <= '9');
}

} // namespace twinhelm::config
