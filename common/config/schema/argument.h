#pragma once

#include <cstdint>
#include <string_view>

#include "common/config/schema/kind.h"

namespace twinhelm::config::schema
{

/// One value behind a keyword or in an entry, and the word in front of it if it needs one: weight N.
/// A word fits when it is one of `choices`, or when it is of the kind and within the range. With Kind::Enum it fits
/// when it is one of `choices`, a number within the range (if there is one), or a name of the table `namesFrom`.
struct Argument {
    std::string_view word{}; ///< stands in front: weight; with Kind::Flag it is all there is. Empty: the value alone
    std::string_view meta{}; ///< what people call the value: PORT, INSTANCE
    Kind kind = Kind::String;
    Unit unit = Unit::None;
    bool hasRange = false; ///< min and max count
    double min = 0;
    double max = 0;
    std::uint8_t decimals = 0;    ///< digits after the point that count; more are rounded
    std::uint16_t maxLength = 0;  ///< bytes of the longest word; 0: any
    std::string_view choices{};   ///< words joined by '|'; see choice.h
    std::string_view namesFrom{}; ///< the system's table that names come from: rt_tables, rt_protos, group, hosts
    std::string_view refersTo{};  ///< the block whose names it takes: vrrp_instance, vrrp_script
    bool required = false;
    bool repeats = false; ///< one or more of it
};

} // namespace twinhelm::config::schema
