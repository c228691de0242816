#include "common/config/lower/lower.h"
#include "common/config/validate/rules/rules.h"

// nopreempt only works on a node that starts as BACKUP: keepalived clears it for state MASTER and for priority 255, and
// the address moves back after a repair, which is what nopreempt was to prevent.
namespace twinhelm::config::rules
{

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &instance : config.instances) {
        if (!*instance.nopreempt || !startsAsMaster(instance))
            continue;
        const bool owner = priorityOf(instance) == 255;
        const auto other = owner && instance.priority.given ? instance.priority.range : instance.state.range;
        auto &one =
            report(diagnostics, k0207NopreemptOfMaster, Severity::Warning, instance.nopreempt.range,
                   owner ? "nopreempt has no effect: the owner of the addresses (priority 255) always takes over."
                         : "nopreempt has no effect with state MASTER. Set state BACKUP on every node.");
        if (!other.empty())
            one.notes.push_back({other, "Because of this."});
    }
}

} // namespace

const Rule k0207NopreemptOfMaster{
    {"K0207", "nopreempt on a node that starts as MASTER",
     "nopreempt keeps a repaired node from taking the address back. It only works when the node starts as "
     "BACKUP; otherwise it is silently dropped.",
     "Write state BACKUP on every node and let priority decide who starts as master.",
     "    state MASTER\n"
     "    nopreempt\n"
     "#   ^^^^^^^^^\n"
     "    priority 150\n",
     "    state BACKUP\n"
     "    nopreempt\n"
     "    priority 150\n",
     Place::Instance},
    check};

} // namespace twinhelm::config::rules
