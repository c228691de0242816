#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/base/result.h"

namespace twinhelm::agent
{

struct HostPort {
    std::string host; ///< an address, without brackets
    std::uint16_t port = 0;

    friend bool operator==(const HostPort &, const HostPort &) = default;
};

/// "0.0.0.0:7443", "[::1]:7443". A0190 says what is wrong. Pure.
[[nodiscard]] Result<HostPort> parseListenAddress(std::string_view text);

} // namespace twinhelm::agent
