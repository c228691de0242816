#pragma once

#include "common/vrrp/plan.h"
#include "common/wire/messages.h"

namespace twinhelm::agent
{

/// The vrrp process's part of a PlanReport: instances, static objects, groups, scripts. Pure.
[[nodiscard]] wire::PlanReport reportPlan(const vrrp::NodePlan &plan);

} // namespace twinhelm::agent
