#include "common/vrrp/file_value.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <limits>
#include <string>

namespace twinhelm::vrrp
{

std::optional<int> parseFileValue(std::string_view text)
{
    const std::string whole(text.substr(0, text.find('\0')));
    errno = 0;
    const long value = std::strtol(whole.c_str(), nullptr, 0);
    if (errno != 0 || value < std::numeric_limits<int>::min() || value > std::numeric_limits<int>::max())
        return std::nullopt;
    return static_cast<int>(value);
}

int fileContribution(int value, int weight, bool reverse)
{
    if (weight == 0)
        return (value != 0) != reverse ? faultContribution : 0;
    const long long product = static_cast<long long>(value) * weight * (reverse ? -1 : 1);
    return static_cast<int>(std::clamp<long long>(product, faultContribution, 253));
}

} // namespace twinhelm::vrrp
