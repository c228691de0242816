#pragma once

#include <cstdint>
#include <span>
#include <variant>
#include <vector>

#include "agent/linux/ipvs_message.h"
#include "common/ipvs/counters.h"

/// What the kernel answers to the messages of ipvs_message.h. Pure.
namespace twinhelm::agent
{

struct IpvsFamily {
    std::uint16_t number = 0;
    friend bool operator==(const IpvsFamily &, const IpvsFamily &) = default;
};
struct IpvsService {
    ipvs::ServiceKey key;
    ipvs::Scheduling scheduling;
    ipvs::Traffic traffic;
    friend bool operator==(const IpvsService &, const IpvsService &) = default;
};
struct IpvsDestination {
    ipvs::DestinationKey key;
    ipvs::DestinationValue value;
    ipvs::DestinationCounters counters;
    friend bool operator==(const IpvsDestination &, const IpvsDestination &) = default;
};
using IpvsEntry = std::variant<IpvsFamily, IpvsService, IpvsDestination, ipvs::RunningSync, IpvsTimeouts>;

/// What a buffer of answers says. Broken messages are skipped, and so are services of protocols that are neither TCP,
/// UDP nor SCTP, which are nobody's but their maker's.
struct ParsedIpvs {
    std::vector<IpvsEntry> entries;
    bool done = false; ///< the last of an answer was there
    int error = 0;     ///< errno of an NLMSG_ERROR, which is the last one, too
};
[[nodiscard]] ParsedIpvs parseIpvsMessages(std::span<const std::uint8_t> buffer);

} // namespace twinhelm::agent
