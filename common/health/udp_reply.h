#pragma once

#include <string_view>

#include "common/health/settings.h"

namespace twinhelm::health
{

/// Whether a datagram is what UDP_CHECK wants. As in keepalived the lengths count only where a pattern is given, and of
/// a reply shorter than the pattern its bytes alone are compared.
[[nodiscard]] bool replyMatches(const UdpProbe &probe, std::string_view reply);

} // namespace twinhelm::health
