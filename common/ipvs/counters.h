#pragma once

#include <cstdint>
#include <map>

#include "common/ipvs/table.h"

/// What the kernel counts.
namespace twinhelm::ipvs
{

/// Sums since the entry was added, and rates for each second as the kernel estimates them over some 8 s. It brings
/// both up to date every 2 s.
struct Traffic {
    std::uint64_t connections = 0;
    std::uint64_t packetsIn = 0;
    std::uint64_t packetsOut = 0; ///< NAT only: with DR and TUN answers do not come through here
    std::uint64_t bytesIn = 0;
    std::uint64_t bytesOut = 0;
    std::uint64_t connectionRate = 0;
    std::uint64_t packetRateIn = 0;
    std::uint64_t packetRateOut = 0;
    std::uint64_t byteRateIn = 0;
    std::uint64_t byteRateOut = 0;
    friend bool operator==(const Traffic &, const Traffic &) = default;
};

struct DestinationCounters {
    std::uint32_t active = 0;     ///< established connections
    std::uint32_t inactive = 0;   ///< others that are remembered
    std::uint32_t persistent = 0; ///< clients held to this destination
    Traffic traffic;
    friend bool operator==(const DestinationCounters &, const DestinationCounters &) = default;
};

struct ServiceCounters {
    Traffic traffic;
    std::map<DestinationKey, DestinationCounters> destinations;
    friend bool operator==(const ServiceCounters &, const ServiceCounters &) = default;
};

using Counters = std::map<ServiceKey, ServiceCounters>;

} // namespace twinhelm::ipvs
