#include "common/simulate/links.h"

namespace twinhelm::simulate
{

std::optional<Duration> Links::send(const std::string &from, const std::string &to)
{
    const Way way{from, to};
    if (cut_.contains(way))
        return std::nullopt;
    const auto ownLoss = lossOf_.find(way);
    const double loss = ownLoss == lossOf_.end() ? loss_ : ownLoss->second;
    // Not a standard distribution: those may differ between libraries.
    if (loss > 0 && static_cast<double>(random_() >> 11) * 0x1.0p-53 < loss)
        return std::nullopt;
    const auto ownDelay = delayOf_.find(way);
    return ownDelay == delayOf_.end() ? delay_ : ownDelay->second;
}

} // namespace twinhelm::simulate
