#pragma once

#include <cstdint>
#include <string>

namespace twinhelm::agent
{

/// IPv6 tells nobody who asked for the removal of an address.
inline constexpr const char *unknownRemover = "somebody (RTM_DELADDR; the kernel does not say who asked for it)";

/// Who sits behind a netlink port, as far as it can be known: the first socket of a process has its process id as port.
/// "netlink port 812 (RTM_DELROUTE, systemd-network)"; port 0: "the kernel itself (RTM_DELADDR)".
[[nodiscard]] std::string removerText(const char *message, std::uint32_t port);

} // namespace twinhelm::agent
