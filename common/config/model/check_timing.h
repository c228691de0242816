#pragma once

#include <chrono>

#include "common/base/time.h"
#include "common/config/model/value.h"

namespace twinhelm::config::model
{

/// When a check runs and when it counts. The same words stand in virtual_server, real_server and every checker;
/// the nearest one counts: see effective().
struct CheckTiming {
    Value<unsigned> retry; ///< further tries before the server is down
    Value<Duration> delayBeforeRetry;
    Value<Duration> warmup;
    Value<Duration> delayLoop{std::chrono::seconds(60)};
};

} // namespace twinhelm::config::model
