#pragma once

#include <compare>
#include <cstdint>

namespace twinhelm
{

/// A number that means one thing only: a Vrid cannot be passed where a Priority is wanted.
template<typename Tag, typename Rep>
struct Strong {
    Rep value{};

    constexpr Strong() = default;
    constexpr explicit Strong(Rep v) : value(v) {}
    friend constexpr auto operator<=>(const Strong &, const Strong &) = default;
};

/// Virtual router identifier, 1..255 (RFC 9568 section 5.2.3).
using Vrid = Strong<struct VridTag, std::uint8_t>;

/// VRRP priority: 0 = "I am leaving", 1..254 = backup routers, 255 = address owner (RFC 9568 section 5.2.4).
using Priority = Strong<struct PriorityTag, std::uint8_t>;

inline constexpr Priority priorityLeaving{0};
inline constexpr Priority priorityMost{254}; ///< of a router that does not own the addresses
inline constexpr Priority priorityOwner{255};

} // namespace twinhelm
