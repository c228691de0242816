#pragma once

#include "common/config/import/import_result.h"

namespace twinhelm::config
{

/// What `ipvsadm -S -n` prints (ipvsadm(8), also with long options and host names of ports not resolved), as
/// virtual servers. IPVS knows no health checks, so none are made: K0603 says so for each service.
/// Never fails: lines that are not understood are left out with K0601.
[[nodiscard]] ImportResult importIpvsadm(std::string_view text);

} // namespace twinhelm::config
