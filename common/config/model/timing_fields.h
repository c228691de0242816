#pragma once

#include "common/config/model/check_timing.h"
#include "common/config/model/field.h"
#include "common/config/schema/names.h"

namespace twinhelm::config::model
{

/// The timing words, which stand in servers and checkers alike; `T` leads to the block's CheckTiming.
template<auto... T>
auto timingFields()
{
    namespace names = schema::names;
    return std::vector{
        inherited<T..., &CheckTiming::retry>(names::retry),
        inherited<T..., &CheckTiming::delayBeforeRetry>(names::delayBeforeRetry),
        inherited<T..., &CheckTiming::warmup>(names::warmup),
        inherited<T..., &CheckTiming::delayLoop>(names::delayLoop),
    };
}

} // namespace twinhelm::config::model
