#pragma once

#include <string>
#include <string_view>

#include "common/health/outcome.h"
#include "common/health/settings.h"
#include "common/ipvs/settings.h"

/// What things are called in pipes, mails, events and by people.
namespace twinhelm::health
{

/// keepalived's name of a real server: [10.0.0.2]:tcp:80; the protocol of a mark is "none".
[[nodiscard]] std::string serverName(const ipvs::Service &service, const ipvs::Destination &destination);
/// 10.0.0.2:80, [2001:db8::2]:80
[[nodiscard]] std::string addressAndPort(const IpAddress &address, std::uint16_t port);
/// Whether a person means this server: its name, address:port, or its address alone.
[[nodiscard]] bool isCalled(const ipvs::Service &service, const ipvs::Destination &destination, std::string_view words);
/// TCP_CHECK, SSL_GET, ...: the keyword.
[[nodiscard]] std::string_view kindName(const Probe &probe);
/// "HTTP_GET of 10.0.0.2:80", "MISC_CHECK /usr/bin/look".
[[nodiscard]] std::string probeName(const Probe &probe);
/// answered, connect_refused, ...: stable words.
[[nodiscard]] std::string_view reasonName(Reason reason);

} // namespace twinhelm::health
