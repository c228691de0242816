#include "common/health/file_weight.h"

#include <algorithm>
#include <limits>

namespace twinhelm::health
{

std::optional<int> fileWeight(int value, const FileProbe &probe)
{
    if (probe.weight == 0)
        return (value != 0) != probe.reverse ? std::nullopt : std::optional(0);
    const auto product = static_cast<std::int64_t>(value) * probe.weight * (probe.reverse ? -1 : 1);
    if (product <= std::numeric_limits<int>::min())
        return std::nullopt;
    return static_cast<int>(std::min<std::int64_t>(product, std::numeric_limits<int>::max()));
}

} // namespace twinhelm::health
