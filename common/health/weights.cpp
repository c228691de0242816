#include "common/health/weights.h"

namespace twinhelm::health
{

std::int64_t contributionOf(const Probe &probe, const Outcome &outcome, int configuredWeight)
{
    if (!outcome.weight)
        return 0;
    const std::int64_t said = *outcome.weight;
    if (const auto *const script = std::get_if<MiscProbe>(&probe.kind))
        return script->dynamic && said > 1 ? said - 2 - configuredWeight : 0;
    return said;
}

} // namespace twinhelm::health
