#pragma once

#include <chrono>

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
    Value<Duration> extraInterfaces; ///< garp_extra_if: how often on other VMACs and the base interface too
    bool extraAll = false;           ///< garp_extra_if all
};

} // namespace twinhelm::config::model
