#include "common/config/schema/names.h"
#include "common/config/validate/rules/rules.h"

// state MASTER without priority makes priority 255 (language.md section 3): an owner, which no weight and no
// nopreempt moves.
namespace twinhelm::config::rules
{

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &instance : config.instances) {
        if (!instance.priority.given && *instance.state == schema::names::master) {
            report(diagnostics, k0254OwnerByAccident, Severity::Warning, instance.state.range,
                   "Without a priority, state MASTER means priority 255: the owner of the addresses, which always "
                   "takes over and which no check can move.");
        }
    }
}

} // namespace

const Rule k0254OwnerByAccident{
    {"K0254", "state MASTER without a priority",
     "The node gets priority 255, which weights, nopreempt and preempt_delay do not work with. On both "
     "nodes it is two owners.",
     "Write a priority, such as 150 here and 100 on the other node.",
     "    state MASTER\n"
     "#         ^^^^^^\n",
     "    state MASTER\n"
     "    priority 150\n",
     Place::Instance},
    check,
    Scope::Block};

} // namespace twinhelm::config::rules
