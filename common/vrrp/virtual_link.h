#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "common/base/ip_address.h"
#include "common/base/strong.h"

namespace twinhelm::vrrp
{

using Mac = std::array<std::uint8_t, 6>;

/// A link of its own that carries an instance's addresses (keepalived: use_vmac, use_ipvlan). It is there as long as
/// the instance is configured, in whatever state.
struct VirtualLink {
    enum class Kind : std::uint8_t { Macvlan, Ipvlan };
    enum class IpvlanMode : std::uint8_t { Bridge = 0, Private = 1, Vepa = 2 };

    Kind kind = Kind::Macvlan;
    std::string name;
    std::string base; ///< the interface below
    Family family = Family::IPv4;
    Mac mac{}; ///< Macvlan
    IpvlanMode ipvlanMode = IpvlanMode::Bridge;
    friend bool operator==(const VirtualLink &, const VirtualLink &) = default;
};

/// 00:00:5e:00:01:VRID, for IPv6 00:00:5e:00:02:VRID (RFC 9568 section 7.3).
[[nodiscard]] constexpr Mac virtualRouterMac(Family family, Vrid id)
{
    return {0x00, 0x00, 0x5e, 0x00, static_cast<std::uint8_t>(family == Family::IPv4 ? 1 : 2), id.value};
}

} // namespace twinhelm::vrrp
