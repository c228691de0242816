#include "agent/ctl/text.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>

namespace twinhelm::ctl
{

namespace
{

std::size_t width(const std::string &text)
{
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }));
}

} // namespace

std::string table(const std::vector<std::vector<std::string>> &rows)
{
    std::vector<std::size_t> widths;
    for (const auto &row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], width(row[i]));
    }
    std::string out;
    for (const auto &row : rows) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i)
            line += row[i] + std::string(widths[i] - width(row[i]) + 2, ' ');
        line.erase(line.find_last_not_of(' ') + 1);
        out += line + '\n';
    }
    return out;
}

std::string durationText(std::int64_t millis)
{
    constexpr std::int64_t second = 1000;
    constexpr std::int64_t minute = 60 * second;
    constexpr std::int64_t hour = 60 * minute;
    constexpr std::int64_t day = 24 * hour;
    millis = std::max<std::int64_t>(millis, 0);
    if (millis < second)
        return std::to_string(millis) + " ms";
    if (millis < 2 * minute)
        return std::to_string(millis / second) + " s";
    if (millis < 2 * hour)
        return std::to_string(millis / minute) + " min";
    if (millis < 2 * day)
        return std::to_string(millis / hour) + " h";
    return std::to_string(millis / day) + " d";
}

std::string timeText(WallMillis time)
{
    const auto seconds = static_cast<std::time_t>(time / 1000);
    std::tm utc{};
    ::gmtime_r(&seconds, &utc);
    std::array<char, 32> buffer{};
    const auto length = std::strftime(buffer.data(), buffer.size(), "%Y-%m-%d %H:%M:%S", &utc);
    std::array<char, 8> millis{};
    std::snprintf(millis.data(), millis.size(), ".%03d", static_cast<int>(time % 1000));
    return std::string(buffer.data(), length) + millis.data();
}

std::string printable(std::string text)
{
    std::replace_if(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, '?');
    return text;
}

} // namespace twinhelm::ctl
