#pragma once

#include <cstdint>

namespace twinhelm::config::schema
{

/// The shape of a value. Decides how it is checked and which form row shows it.
enum class Kind : std::uint8_t {
    Flag, ///< no argument; arguments are ignored
    Bool, ///< true|on|yes, false|off|no; no argument means true
    Uint,
    Int,
    Decimal, ///< number with a fraction
    Enum,    ///< one of the words in `choices`
    String,
    Secret,  ///< a string that is never shown or logged
    Address, ///< IPv4 or IPv6, with a prefix length where `arguments` says so
    Interface,
    Command, ///< program with arguments, then optional USER [GROUP]
    Path,
    List,      ///< several words with a grammar of their own: `more`
    Block,     ///< { statements }
    ListBlock, ///< { one entry per line }, each as in `more`
    Removed,   ///< keepalived no longer knows it
    Hex,       ///< hexadecimal digits
    Mask,      ///< VALUE[/MASK], a netmask or a prefix length, or named bits joined by |
    Range,     ///< N or N-M, numbers within min and max
    Time,      ///< N[ms|s]
    Regex,     ///< pattern between quotes
};

enum class Unit : std::uint8_t { None, Seconds, Milliseconds, Microseconds, Bytes };

/// When a changed value takes effect after a reload, and what that costs.
enum class Effect : std::uint8_t {
    Live,     ///< at once, nothing moves
    Announce, ///< at once; addresses are set or announced anew, and may be missed for a moment, but stay on their node
    Election, ///< at once, and a virtual address may move to another node
    Restart,  ///< only when the daemon is started anew
};

/// Which people need it: everyone, those who tune, those who know why.
enum class Level : std::uint8_t { Basic, Advanced, Expert };

/// How much of a future a keyword has.
enum class Standing : std::uint8_t {
    Current,
    Synonym,    ///< as good as `aliasOf`, for people used to another tool's word
    Deprecated, ///< works, but keepalived asks for another word
    Ignored,    ///< read without complaint or with one, and without effect
    Removed,    ///< no longer known
};

/// What keepalived does with a value that is out of range.
enum class Misfit : std::uint8_t {
    Default, ///< reports it and keeps the default, or the value set before
    Nearest, ///< takes the nearest that fits: a number is clamped, a text cut off
};

} // namespace twinhelm::config::schema
