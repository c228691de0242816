#include "common/ipvs/desired.h"

#include <algorithm>
#include <array>
#include <set>

namespace twinhelm::ipvs
{

namespace
{

std::uint8_t wholeAddress(Family family)
{
    return family == Family::IPv4 ? 32 : 128;
}

/// The next address of the same family; after the last one comes the first.
IpAddress next(const IpAddress &address)
{
    auto bytes = address.bytes();
    for (std::size_t i = address.size(); i-- > 0;) {
        if (++bytes.at(i) != 0)
            break;
    }
    if (address.isV6())
        return IpAddress::v6(bytes);
    return IpAddress::v4(std::array<std::uint8_t, 4>{bytes[0], bytes[1], bytes[2], bytes[3]});
}

ServiceKey keyOf(const Listener &listener, const IpAddress &address)
{
    ServiceKey key;
    key.family = listener.family;
    key.byMark = listener.byMark;
    if (listener.byMark) {
        key.mark = listener.mark;
        return key;
    }
    key.protocol = listener.protocol;
    key.address = address;
    key.port = listener.port;
    return key;
}

} // namespace

std::vector<ServiceKey> keysOf(const Service &service)
{
    std::vector<ServiceKey> out;
    std::set<ServiceKey> seen;
    for (const auto &listener : service.listeners) {
        if (listener.byMark && listener.mark == 0)
            continue; // no packet has it: to the kernel it means that there is none
        const auto count = listener.byMark ? 1 : std::min(listener.count, mostAddresses);
        auto address = listener.address;
        for (std::uint32_t i = 0; i < count; ++i) {
            const auto key = keyOf(listener, address);
            if (seen.insert(key).second)
                out.push_back(key);
            address = next(address);
        }
    }
    return out;
}

Scheduling canonical(Scheduling scheduling, const ServiceKey &key)
{
    if (scheduling.persistenceSeconds == 0) {
        scheduling.persistenceLength = wholeAddress(key.family);
        scheduling.persistenceEngine.clear();
    }
    scheduling.onePacket = scheduling.onePacket && (key.byMark || key.protocol == Protocol::Udp);
    return scheduling;
}

DestinationValue canonical(DestinationValue value)
{
    // The kernel refuses others; without an upper threshold the lower one has nothing to end.
    value.lowerThreshold = std::min(value.lowerThreshold, value.upperThreshold);
    if (value.forwarding.method != Method::Tunnel) {
        value.forwarding = {value.forwarding.method, {}, {}, {}};
        return value;
    }
    if (value.forwarding.tunnel != TunnelType::Gue)
        value.forwarding.port = 0;
    if (value.forwarding.tunnel == TunnelType::Ipip)
        value.forwarding.checksum = TunnelChecksum::None;
    return value;
}

Scheduling schedulingOf(const Service &service, const ServiceKey &key)
{
    Scheduling out;
    out.scheduler = service.scheduler;
    out.flag1 = service.flag1;
    out.flag2 = service.flag2;
    out.flag3 = service.flag3;
    out.onePacket = service.onePacket;
    out.persistenceSeconds = service.persistenceSeconds;
    out.persistenceEngine = service.persistenceEngine;
    const auto whole = wholeAddress(key.family);
    const bool meant = !service.listeners.empty() && service.listeners.front().family == key.family;
    out.persistenceLength = meant ? std::min(service.persistenceLength, whole) : whole;
    return canonical(std::move(out), key);
}

DestinationKey keyOf(const Destination &destination, const ServiceKey &key)
{
    if (destination.forwarding.method == Method::Nat)
        return {destination.address, destination.port};
    return {destination.address, key.port}; // 0 for marks
}

DestinationValue valueOf(const Destination &destination, int weight)
{
    DestinationValue out;
    out.weight = std::clamp(weight, 0, mostWeight);
    out.forwarding = destination.forwarding;
    out.upperThreshold = destination.upperThreshold;
    out.lowerThreshold = destination.lowerThreshold;
    return canonical(out);
}

bool canServe(const ServiceKey &key, const Destination &destination)
{
    return key.family == destination.address.family() || destination.forwarding.method == Method::Tunnel;
}

} // namespace twinhelm::ipvs
