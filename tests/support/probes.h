#pragma once

#include <string>

#include "common/health/settings.h"

namespace twinhelm::test
{

/// A probe of 127.0.0.1 with short limits: 200 ms for each phase.
template<typename Kind>
health::Probe probeOf(std::uint16_t port, Kind kind)
{
    health::Probe out;
    out.endpoint.address = *IpAddress::parse("127.0.0.1");
    out.endpoint.port = port;
    out.timing.connectTimeout = std::chrono::milliseconds(200);
    out.timing.delayLoop = std::chrono::milliseconds(400);
    out.kind = std::move(kind);
    return out;
}

inline health::HttpProbe httpOf(const std::string &path, bool secure = false)
{
    health::HttpProbe out;
    out.secure = secure;
    out.urls.emplace_back().path = path;
    return out;
}

} // namespace twinhelm::test
