#include "common/health/quorum.h"

#include <algorithm>

namespace twinhelm::health
{

Quorum::Change Quorum::update(std::uint64_t liveWeight, const Bounds &bounds, bool atStart, bool sorryWaits)
{
    if (!up_) {
        if (liveWeight >= std::uint64_t{bounds.quorum} + bounds.hysteresis) {
            up_ = true;
            return Change::Gained;
        }
        return atStart && sorryWaits ? Change::Missing : Change::None;
    }
    const auto least = bounds.quorum - std::min(bounds.hysteresis, bounds.quorum);
    if (liveWeight != 0 && liveWeight >= least)
        return Change::None;
    up_ = false;
    return Change::Lost;
}

} // namespace twinhelm::health
