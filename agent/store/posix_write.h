#pragma once

#include <cerrno>
#include <string>
#include <string_view>
#include <system_error>

#include <unistd.h>

namespace twinhelm::store
{

/// Writes all of it; false: errno says why it stopped.
[[nodiscard]] inline bool writeAll(int fd, std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto written = ::write(fd, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

[[nodiscard]] inline std::string systemReason(int error)
{
    return std::generic_category().message(error);
}

} // namespace twinhelm::store
