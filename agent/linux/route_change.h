#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "common/base/ip_address.h"

namespace twinhelm::agent
{

using MacAddress = std::array<std::uint8_t, 6>;

struct LinkChange {
    int index = 0;
    bool removed = false;
    std::string name;
    bool up = false; ///< IFF_UP and IFF_RUNNING: administratively up, with carrier
    unsigned mtu = 0;
    MacAddress mac{};
    std::string kind;            ///< "macvlan", "ipvlan", "veth"; empty: a real one
    int base = 0;                ///< index of the link below; 0: none
    std::uint32_t requester = 0; ///< as in AddressChange
    friend bool operator==(const LinkChange &, const LinkChange &) = default;
};

struct AddressChange {
    int interfaceIndex = 0;
    bool removed = false;
    Prefix prefix; ///< the local address, also on point-to-point links
    bool secondary = false;
    std::uint32_t requester = 0; ///< netlink port that asked for it; 0: the kernel itself
    friend bool operator==(const AddressChange &, const AddressChange &) = default;
};

/// A route that is gone.
struct RouteGone {
    Family family = Family::IPv4;
    std::uint32_t table = 0;
    Prefix destination;
    std::uint32_t metric = 0;
    std::uint8_t tos = 0;
    std::uint8_t protocol = 0;
    std::uint32_t requester = 0;
    friend bool operator==(const RouteGone &, const RouteGone &) = default;
};

/// A policy rule that is gone.
struct RuleGone {
    Family family = Family::IPv4;
    std::uint32_t preference = 0;
    std::uint32_t requester = 0;
    friend bool operator==(const RuleGone &, const RuleGone &) = default;
};

using RouteChange = std::variant<LinkChange, AddressChange, RouteGone, RuleGone>;

/// What a buffer of netlink messages says. Pure. Messages of other kinds and broken ones are skipped.
struct ParsedMessages {
    std::vector<RouteChange> changes;
    bool done = false;        ///< NLMSG_DONE seen
    bool interrupted = false; ///< the dump changed under the reader: ask again
    int error = 0;            ///< errno of an NLMSG_ERROR
};
[[nodiscard]] ParsedMessages parseRouteMessages(std::span<const std::uint8_t> buffer);

} // namespace twinhelm::agent
