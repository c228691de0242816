#include "agent/vrrp/plan_report.h"

namespace twinhelm::agent
{

namespace
{

wire::ChangesState changes(const vrrp::ObjectsPlan &plan)
{
    return {plan.added, plan.removed};
}

} // namespace

wire::PlanReport reportPlan(const vrrp::NodePlan &plan)
{
    wire::PlanReport out;
    out.ok = true;
    for (const auto &one : plan.instances)
        out.instances.push_back({one.name, std::string(vrrp::stateName(one.state)),
                                 std::string(vrrp::effectName(one.effect)), one.text, one.settings,
                                 changes(one.addresses), changes(one.routes), changes(one.rules)});
    out.statics = changes(plan.statics);
    out.groups = changes(plan.groups);
    out.scripts = changes(plan.scripts);
    return out;
}

} // namespace twinhelm::agent
