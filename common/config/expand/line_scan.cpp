#include "common/config/expand/line_scan.h"

#include <array>
#include <cstdint>

namespace twinhelm::config
{

namespace
{

constexpr std::uint8_t newline = 1;
constexpr std::uint8_t special = 2;
constexpr std::uint8_t brace = 4;

constexpr std::array<std::uint8_t, 256> makeKinds()
{
    std::array<std::uint8_t, 256> kinds{};
    kinds['\n'] = newline;
    for (const char c : {'#', '!', '"', '\\', '$', '\0'})
        kinds[static_cast<unsigned char>(c)] = special;
    kinds['{'] = brace;
    kinds['}'] = brace;
    return kinds;
}

} // namespace

LineScan scanLine(std::string_view text, std::size_t from)
{
    static constexpr auto kinds = makeKinds();
    std::uint8_t seen = 0;
    const char *const begin = text.data() + from;
    const char *const stop = text.data() + text.size();
    const char *at = begin;
    while (at < stop) {
        seen = static_cast<std::uint8_t>(seen | kinds[static_cast<unsigned char>(*at)]);
        if ((seen & newline) != 0)
            break;
        ++at;
    }
    LineScan out;
    out.next = from + static_cast<std::size_t>(at - begin) + (at < stop ? 1 : 0);
    while (at > begin && at[-1] == '\r')
        --at;
    out.end = from + static_cast<std::size_t>(at - begin);
    out.special = (seen & special) != 0;
    out.brace = (seen & brace) != 0;
    return out;
}

} // namespace twinhelm::config
