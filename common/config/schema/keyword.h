#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "common/config/schema/argument.h"
#include "common/config/schema/kind.h"

namespace twinhelm::config::schema
{

/// One keyword of keepalived.conf, as valid inside one block. Facts from keepalived 2.4; `since` says which
/// version knew it first. All texts live as long as the program.
struct Keyword {
    std::string_view name;
    Kind kind = Kind::Flag;
    std::string_view arguments{}; ///< as people write it: SECS, [BOOL], PASS|AH, { ... }

    // The value, for machines; see Argument for what fits.
    Unit unit = Unit::None;
    bool hasRange = false; ///< min and max count
    double min = 0;
    double max = 0;
    std::uint8_t decimals = 0;
    std::uint16_t maxLength = 0;
    std::string_view choices{}; ///< MASTER|BACKUP
    std::string_view namesFrom{};
    std::string_view refersTo{};
    std::string_view before{}; ///< words that may stand between keyword and value, joined by '|': lock, all
    /// What may follow the value, in any order where it has words of its own; all of it for Kind::List; each line for
    /// Kind::ListBlock; the words between a block's keyword and its brace for Kind::Block.
    std::span<const Argument> more{};
    Misfit misfit = Misfit::Default;
    bool zeroIsOne = false; ///< 0 is read as 1
    bool required = false;  ///< its block is useless without it
    bool many = false;      ///< may stand several times, each adds to the others

    std::string_view rangeText{};   ///< the range in words; empty when there is none
    std::string_view defaultText{}; ///< empty: none or unset
    std::string_view since{};
    std::string_view until{};      ///< last version that knew it, for Kind::Removed
    std::string_view aliasOf{};    ///< the spelling to use instead, with the same arguments
    std::string_view replacedBy{}; ///< path of the keyword that does its work, when that takes other arguments
    Standing standing = Standing::Current;
    Level level = Level::Expert;
    Effect effect = Effect::Live;
    std::string_view help{}; ///< one line

    [[nodiscard]] bool opensBlock() const { return kind == Kind::Block || kind == Kind::ListBlock; }
    [[nodiscard]] constexpr bool argumentOptional() const { return arguments.empty() || arguments.front() == '['; }
    /// The value alone, to be checked like any other argument.
    [[nodiscard]] constexpr Argument value() const
    {
        return {.kind = kind,
                .unit = unit,
                .hasRange = hasRange,
                .min = min,
                .max = max,
                .decimals = decimals,
                .maxLength = maxLength,
                .choices = choices,
                .namesFrom = namesFrom,
                .refersTo = refersTo,
                .required = !argumentOptional()};
    }
};

} // namespace twinhelm::config::schema
