#pragma once

#include <boost/json/value.hpp>

#include "common/base/result.h"
#include "common/health/balancer.h"

namespace twinhelm::agent
{

/// What an operator's drain, undrain or weight command comes to as an event of the balancer. Pure.
/// A0391: there is no such service; A0392: no such server, or more than one is called so; A0393: the quorum would be
/// lost, unless `force`; A0394: a weight out of range.
[[nodiscard]] Result<health::Event> serverCommand(const boost::json::value &body, const health::Balancer &balancer,
                                                  TimePoint now, WallMillis wallNow);

/// The server that a command names. A0391, A0392.
[[nodiscard]] Result<health::ServerName> namedServer(const boost::json::value &body, const health::Balancer &balancer);

} // namespace twinhelm::agent
