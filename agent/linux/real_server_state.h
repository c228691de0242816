#pragma once

#include "common/base/result.h"
#include "common/ipvs/realserver_check.h"

namespace twinhelm::agent
{

/// This host as a real server of IPVS: interfaces and settings of the network namespace that calls, and the files that
/// hold after a boot. A0301: the kernel does not answer. Cost: a dump of all links and addresses, and three small files
/// for each interface.
[[nodiscard]] Result<ipvs::RealServerState> readRealServerState();

} // namespace twinhelm::agent
