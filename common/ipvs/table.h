#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <string>

#include "common/base/ip_address.h"
#include "common/ipvs/settings.h"

/// The kernel's table of virtual services as plain values: what is there, and what is to be there.
namespace twinhelm::ipvs
{

/// What tells one virtual service from another in the kernel.
struct ServiceKey {
    bool byMark = false;
    Family family = Family::IPv4;
    Protocol protocol = Protocol::Tcp; ///< Tcp for marks
    IpAddress address;                 ///< any for marks
    std::uint16_t port = 0;            ///< 0 for marks, and for a service of every port
    std::uint32_t mark = 0;            ///< 0 for addresses
    friend auto operator<=>(const ServiceKey &, const ServiceKey &) = default;
};

/// How a service spreads its connections.
struct Scheduling {
    std::string scheduler = "wlc";
    bool flag1 = false;
    bool flag2 = false;
    bool flag3 = false;
    bool onePacket = false;
    std::uint32_t persistenceSeconds = 0; ///< 0: none
    std::uint8_t persistenceLength = 32;  ///< bits of a client's address that count; 128 is the whole of IPv6
    std::string persistenceEngine;
    friend bool operator==(const Scheduling &, const Scheduling &) = default;
};

/// What tells one destination from another within its service.
struct DestinationKey {
    IpAddress address;
    std::uint16_t port = 0;
    friend auto operator<=>(const DestinationKey &, const DestinationKey &) = default;
};

/// How a destination is served.
struct DestinationValue {
    int weight = 1; ///< 0: no new connections
    Forwarding forwarding;
    std::uint32_t upperThreshold = 0;
    std::uint32_t lowerThreshold = 0;
    friend bool operator==(const DestinationValue &, const DestinationValue &) = default;
};

struct TableService {
    Scheduling scheduling;
    std::map<DestinationKey, DestinationValue> destinations;
    friend bool operator==(const TableService &, const TableService &) = default;
};

using Table = std::map<ServiceKey, TableService>;

} // namespace twinhelm::ipvs
