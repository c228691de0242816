#pragma once

#include "common/config/lower/routing_names.h"

namespace twinhelm::agent
{

/// What a name means on this machine: iproute2's files (in /etc/iproute2, NAME.d beside them, and /usr/share/iproute2
/// for newer systems) and /etc/protocols. Reads them at each call: names are rare.
[[nodiscard]] std::optional<std::uint32_t> routingNumber(config::RoutingNames file, const std::string &name);

/// The number of `name` in the text of such a file ("254 main", "0x10 lowdelay"). Pure.
[[nodiscard]] std::optional<std::uint32_t> numberIn(const std::string &text, const std::string &name);

} // namespace twinhelm::agent
