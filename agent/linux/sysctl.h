#pragma once

#include <optional>
#include <string>

/// Numbers below /proc/sys/net of this network namespace. Paths as "ipv4/conf/eth0/arp_ignore".
namespace twinhelm::agent
{

/// Nothing: there is no such setting, or no such interface.
[[nodiscard]] std::optional<int> readSysctl(const std::string &path);
/// Empty: done; else what went wrong.
[[nodiscard]] std::string writeSysctl(const std::string &path, int value);

} // namespace twinhelm::agent
