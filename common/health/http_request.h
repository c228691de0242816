#pragma once

#include <string>

#include "common/health/settings.h"

namespace twinhelm::health
{

/// What is sent for a url, as keepalived's request looks to a server's log: GET, "User-Agent: KeepAliveClient", Host.
/// HTTP/1.1 always says "Connection: close", since a server may else wait for the next request.
[[nodiscard]] std::string httpRequest(const HttpProbe &probe, const Url &url, const Endpoint &endpoint);

/// The name that TLS asks for (SNI); empty: none is sent. An address is no name (RFC 6066 section 3).
[[nodiscard]] std::string serverName(const HttpProbe &probe, const Url &url);

} // namespace twinhelm::health
