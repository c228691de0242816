#include "agent/linux/clock.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <fstream>

#include "common/vrrp/auth_header.h"

namespace twinhelm::agent
{

TimePoint monotonicNow()
{
    return TimePoint(std::chrono::steady_clock::now().time_since_epoch());
}

std::uint32_t sequenceBase()
{
    constexpr WallMillis year2020 = 1577836800000;
    return static_cast<std::uint32_t>(std::max<WallMillis>(0, (wallNow() - year2020) / 1000)) *
           vrrp::sequencesPerSecond;
}

WallMillis wallNow()
{
    const auto sinceEpoch = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(sinceEpoch).count();
}

Duration sinceBoot()
{
    timespec time{};
    ::clock_gettime(CLOCK_BOOTTIME, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

const std::string &bootId()
{
    static const std::string id = [] {
        std::ifstream file("/proc/sys/kernel/random/boot_id");
        std::string line;
        return std::getline(file, line) ? line : std::string("unknown");
    }();
    return id;
}

} // namespace twinhelm::agent
