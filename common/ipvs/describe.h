#pragma once

#include <string>

#include "common/ipvs/plan.h"

/// Entries of the table in words, for logs, errors and people: "TCP 10.0.0.3:80", "mark 5 (IPv6)", "[fd00::7]:80".
namespace twinhelm::ipvs
{

[[nodiscard]] std::string text(const ServiceKey &key);
[[nodiscard]] std::string text(const DestinationKey &key);
/// "wlc", "sh with flag-1, persistence of 300 s by /24"
[[nodiscard]] std::string text(const Scheduling &scheduling);
/// "weight 1, NAT", "weight 0, TUN by GUE at port 6080"
[[nodiscard]] std::string text(const DestinationValue &value);
/// "add destination 10.0.0.7:80 (weight 1, DR) to TCP 10.0.0.3:80"
[[nodiscard]] std::string text(const Change &change);

} // namespace twinhelm::ipvs
