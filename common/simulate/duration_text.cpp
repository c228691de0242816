#include "common/simulate/duration_text.h"

#include <charconv>

namespace twinhelm::simulate
{

std::optional<Duration> parseDuration(std::string_view text)
{
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
    if (error != std::errc())
        return std::nullopt;
    const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
    double seconds = 0;
    if (unit.empty() || unit == "s")
        seconds = number;
    else if (unit == "ms")
        seconds = number / 1e3;
    else if (unit == "us")
        seconds = number / 1e6;
    else if (unit == "m" || unit == "min")
        seconds = number * 60;
    else if (unit == "h")
        seconds = number * 3600;
    else
        return std::nullopt;
    constexpr double most = 10 * 366 * 86400.0;
    if (!(seconds >= 0) || seconds > most)
        return std::nullopt;
    return Duration(static_cast<Duration::rep>(seconds * 1e9 + 0.5));
}

} // namespace twinhelm::simulate
