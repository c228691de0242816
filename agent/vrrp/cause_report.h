#pragma once

#include "common/vrrp/cause.h"
#include "common/wire/messages.h"

namespace twinhelm::agent
{

/// Why an instance changed its state, as the API says it. Pure.
[[nodiscard]] wire::CauseState reportCause(const vrrp::Reason &why);

} // namespace twinhelm::agent
