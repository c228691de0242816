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

using RouteChange = std::variant<LinkChange, AddressChange>;

/// What a buffer of netlink messages says. Pure. Messages of other kinds and broken ones are skipped.
struct ParsedMessages {
    std::vector<RouteChange> changes;
    bool done = false;        ///< NLMSG_DONE seen
    bool interrupted = false; ///< the dump changed under the reader: ask again
    int error = 0;            ///< errno of an NLMSG_ERROR
};
[[nodiscard]] ParsedMessages parseRouteMessages(std::span<const std::uint8_t> buffer);

} // namespace twinhelm::agent
