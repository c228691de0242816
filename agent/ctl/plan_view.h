#pragma once

#include <string>

#include "common/wire/messages.h"

namespace twinhelm::ctl
{

/// What a reload would do, for people: what changes first, then what stays. Pure.
[[nodiscard]] std::string planText(const wire::PlanReport &report);

} // namespace twinhelm::ctl
