#pragma once

#include <cstdint>

namespace twinhelm::config
{

enum class TokenKind : std::uint8_t {
    Blank,          ///< spaces, tabs, lone carriage returns
    LineEnd,        ///< "\n" or "\r\n"
    Comment,        ///< from # or ! to the end of the line
    Condition,      ///< @lb01 or @^lb01 at the start of a line
    Definition,     ///< $NAME= at the start of a line
    DefinitionText, ///< the value of a definition, also on its continued lines
    Directive,      ///< ~SEQ(...), ~SEQx(...), ~LST(...) at the start of a line
    Word,
    Quoted, ///< "..." with its quotes; without the closing one when it is missing
    OpenBrace,
    CloseBrace,
    Invalid, ///< a line keepalived drops: it contains a NUL byte
};

/// Bytes [begin, end) of the text. The tokens of a text follow each other without a gap.
struct Token {
    TokenKind kind = TokenKind::Invalid;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

} // namespace twinhelm::config
