#pragma once

#include <algorithm>
#include <chrono>

#include "common/base/time.h"

namespace twinhelm::agent
{

/// How long to wait before a child that died is started again: at once the first time, then 1, 2, 3 ... 60 s
/// (keepalived: 0, 1, 2 .. 60). A child that lived for a minute begins anew. Pure.
class Backoff
{
public:
    static constexpr Duration healthyAfter = std::chrono::seconds(60);
    static constexpr Duration longest = std::chrono::seconds(60);

    /// `lived`: how long the child that has just died had run.
    [[nodiscard]] Duration next(Duration lived)
    {
        if (lived >= healthyAfter)
            deaths_ = 0;
        return std::min<Duration>(std::chrono::seconds(deaths_++), longest);
    }

private:
    int deaths_ = 0;
};

} // namespace twinhelm::agent
