#pragma once

#include <string>

#include "common/base/result.h"
#include "common/ipvs/plan.h"
#include "common/ipvs/sync.h"

/// What the kernel's answers to IPVS requests mean, with the mend. Pure; `error` is an errno.
namespace twinhelm::agent
{

/// A0380. `why`: what modprobe or the kernel said, may be empty.
[[nodiscard]] tl::unexpected<Error> noIpvs(const std::string &why);
/// A0382
[[nodiscard]] Error refusal(const ipvs::Change &change, int error);
/// A0383
[[nodiscard]] tl::unexpected<Error> settingRefused(const std::string &what, int error);
/// A0384
[[nodiscard]] Error syncRefusal(const ipvs::SyncChange &change, int error);

} // namespace twinhelm::agent
