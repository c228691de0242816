#pragma once

#include <vector>

#include "common/ipvs/settings.h"
#include "common/ipvs/table.h"

/// From one virtual server of the settings to entries of the kernel's table, by keepalived's rules (ipvswrapper.c).
/// Pure; no call fails.
namespace twinhelm::ipvs
{

/// Most weight that keepalived gives a destination.
inline constexpr int mostWeight = 65535;
/// Most addresses of one range; a wider one ends there, since every address is a service of its own.
inline constexpr std::uint32_t mostAddresses = 65536;

/// The kernel's services of a virtual server, in the order of its listeners, each one once.
[[nodiscard]] std::vector<ServiceKey> keysOf(const Service &service);

/// How `key`, one of keysOf(service), spreads its connections. What has no effect is at its default, so that equal
/// values mean equal behaviour: netmask and engine without persistence, `ops` of a service that is not UDP.
/// A netmask written for the other family counts as the whole address.
[[nodiscard]] Scheduling schedulingOf(const Service &service, const ServiceKey &key);

/// Only NAT translates ports: with DR and TUN the destination's port is the service's, 0 for marks and for a service
/// of every port.
[[nodiscard]] DestinationKey keyOf(const Destination &destination, const ServiceKey &key);

/// `weight`: the one that counts now; what is outside of 0 to mostWeight becomes the nearest of these.
[[nodiscard]] DestinationValue valueOf(const Destination &destination, int weight);

/// Whether the kernel can forward at all: the other family is reached through tunnels only.
[[nodiscard]] bool canServe(const ServiceKey &key, const Destination &destination);

/// A scheduling with what has no effect at its default: how a service of the kernel is read, too.
[[nodiscard]] Scheduling canonical(Scheduling scheduling, const ServiceKey &key);
/// The same of a destination: what belongs to tunnels is at its default without one, and the lower threshold is not
/// above the upper one.
[[nodiscard]] DestinationValue canonical(DestinationValue value);

} // namespace twinhelm::ipvs
