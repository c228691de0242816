#pragma once

#include <chrono>
#include <string>

#include "common/base/ip_address.h"
#include "common/base/time.h"
#include "common/config/model/value.h"

namespace twinhelm::config::model
{

struct BfdInstance {
    SourceRange range; ///< of the block's header
    Value<std::string> name;
    Value<IpAddress> source;
    Value<IpAddress> neighbour;
    Value<Duration> leastReceive{std::chrono::milliseconds(10)}; ///< min_rx
    Value<Duration> leastTransmit{std::chrono::milliseconds(10)};
    Value<Duration> idleTransmit{std::chrono::seconds(1)};
    Value<unsigned> multiplier{5};
    Value<bool> passive;
    Value<unsigned> timeToLive; ///< not given: 255, or 64 for IPv6
    Value<int> mostHops;
    Value<bool> multihop;
    Value<int> weight;
    Value<bool> reverse;
    Value<bool> forVrrp; ///< neither this nor the next given: for both
    Value<bool> forChecker;
};

} // namespace twinhelm::config::model
