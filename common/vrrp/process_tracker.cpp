#include "common/vrrp/process_tracker.h"

#include <algorithm>

namespace twinhelm::vrrp
{

/// A maximum below the quorum lowers the quorum: `quorum_max 0` alone means that none may run (keepalived).
bool ProcessTracker::fits(unsigned count) const
{
    const unsigned least = settings_.most ? std::min(settings_.quorum, *settings_.most) : settings_.quorum;
    return count >= least && (!settings_.most || count <= *settings_.most);
}

bool ProcessTracker::count(TimePoint now, unsigned count)
{
    const auto before = std::exchange(count_, count);
    const bool fits = this->fits(count);
    if (fits == ok_) {
        changeAt_.reset();
        return false;
    }
    const Duration delay = !before           ? Duration::zero()
                           : count > *before ? settings_.forkDelay
                                             : settings_.terminateDelay;
    if (delay > Duration::zero()) {
        if (!changeAt_)
            changeAt_ = now + delay;
        return false;
    }
    changeAt_.reset();
    ok_ = fits;
    return true;
}

bool ProcessTracker::due(TimePoint now)
{
    if (!changeAt_ || now < *changeAt_)
        return false;
    changeAt_.reset();
    ok_ = !ok_;
    return true;
}

std::string ProcessTracker::text() const
{
    const bool tooMany = settings_.most && count() > *settings_.most;
    return std::to_string(count()) + (count() == 1 ? " runs, " : " run, ") +
           (tooMany ? "at most " + std::to_string(*settings_.most) : "at least " + std::to_string(settings_.quorum)) +
           " wanted";
}

} // namespace twinhelm::vrrp
