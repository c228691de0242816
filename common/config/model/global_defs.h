#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "common/base/ip_address.h"
#include "common/base/time.h"
#include "common/config/model/value.h"

namespace twinhelm::config::model
{

/// GARP and NA settings; in global_defs with the prefix vrrp_, in an instance without.
struct Announce {
    Value<Duration> masterDelay{std::chrono::seconds(5)};
    Value<unsigned> masterRepeat{5};
    Value<Duration> refresh{Duration::zero()};
    Value<unsigned> refreshRepeat{1};
    Value<Duration> lowerPriorityDelay{std::chrono::seconds(5)};
    Value<unsigned> lowerPriorityRepeat{5};
};

/// The part of global_defs that bears on VRRP. Other keywords are checked against the schema only.
struct GlobalDefs {
    std::vector<SourceRange> blocks; ///< the header of each global_defs block
    Value<std::string> routerId;
    Value<std::string> scriptUser;
    Value<std::string> scriptGroup;
    Value<bool> scriptSecurity;
    Value<bool> dynamicInterfaces;
    Value<std::string> defaultInterface{std::string("eth0")};
    Value<int> version{2};
    Value<bool> strict;
    Value<IpAddress> multicastGroupV4{IpAddress::v4({224, 0, 0, 18})};
    Value<IpAddress> multicastGroupV6;
    Announce announce;
    Value<unsigned> downTimerAdverts{3};
    Value<bool> lowerPriorityNoAdvert;
    Value<bool> higherPrioritySendAdvert;
    Value<Duration> startupDelay;
};

} // namespace twinhelm::config::model
