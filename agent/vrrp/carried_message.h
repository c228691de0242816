#pragma once

#include <boost/json/value.hpp>

#include "common/vrrp/carried.h"

namespace twinhelm::agent
{

/// vrrp::Carried as one process writes it and the next one reads it, which may be of another version: unknown members
/// are skipped, absent ones have their defaults. Times are nanoseconds of CLOCK_MONOTONIC. Pure.
[[nodiscard]] boost::json::value makeCarried(const vrrp::Carried &carried);
/// Never fails: what makes no sense is left out, and its instance begins as after a crash.
[[nodiscard]] vrrp::Carried parseCarried(const boost::json::value &body);

} // namespace twinhelm::agent
