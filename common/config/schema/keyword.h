#pragma once

#include <cstdint>
#include <string_view>

namespace twinhelm::config::schema
{

/// The shape of what follows a keyword. Decides how a value is checked and which form row shows it.
enum class Kind : std::uint8_t {
    Flag, ///< no argument; arguments are ignored
    Bool, ///< true|on|yes, false|off|no; no argument means true
    Uint,
    Int,
    Decimal, ///< number with a fraction
    Enum,    ///< one of the words in `arguments`
    String,
    Secret,  ///< a string that is never shown or logged
    Address, ///< IPv4 or IPv6
    Interface,
    Command, ///< program with arguments, then optional USER [GROUP]
    Path,
    List,      ///< several words with a grammar of their own
    Block,     ///< { statements }
    ListBlock, ///< { one entry per line }
    Removed,   ///< keepalived no longer knows it
};

enum class Unit : std::uint8_t { None, Seconds, Milliseconds, Microseconds, Bytes };

/// When a changed value takes effect after a reload.
enum class Effect : std::uint8_t {
    Live,     ///< at once, nothing moves
    Election, ///< at once, and a virtual address may move to another node
    Restart,  ///< only when the daemon is started anew
};

/// Which people need it: everyone, those who tune, those who know why.
enum class Level : std::uint8_t { Basic, Advanced, Expert };

/// One keyword of keepalived.conf, as valid inside one block. Facts from keepalived 2.4; `since` says which
/// version knew it first. All texts live as long as the program.
struct Keyword {
    std::string_view name;
    Kind kind = Kind::Flag;
    std::string_view arguments{}; ///< as people write it: SECS, [BOOL], PASS|AH, { ... }
    Unit unit = Unit::None;
    bool hasRange = false; ///< min and max count
    double min = 0;
    double max = 0;
    std::string_view rangeText{};   ///< the range in words; empty when there is none
    std::string_view defaultText{}; ///< empty: none or unset
    std::string_view since{};
    std::string_view aliasOf{}; ///< the spelling to use instead
    Level level = Level::Expert;
    Effect effect = Effect::Live;
    std::string_view help{}; ///< one line; empty for parts this version only recognises

    [[nodiscard]] bool opensBlock() const { return kind == Kind::Block || kind == Kind::ListBlock; }
    [[nodiscard]] bool argumentOptional() const { return arguments.empty() || arguments.front() == '['; }
};

} // namespace twinhelm::config::schema
