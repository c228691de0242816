#include "common/config/lower/lower.h"
#include "common/config/validate/rules/rules.h"

// preempt_delay waits before taking over from a lower-priority master. A node that starts as master, and one that never
// takes over, has nothing to wait for; keepalived resets it.
namespace twinhelm::config::rules
{

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &instance : config.instances) {
        if (!instance.preemptDelay.given || *instance.preemptDelay == Duration::zero())
            continue;
        const bool master = startsAsMaster(instance);
        if (master || *instance.nopreempt) {
            report(diagnostics, k0222PreemptDelayUnused, Severity::Warning, instance.preemptDelay.range,
                   master ? "preempt_delay has no effect on a node that starts as MASTER."
                          : "preempt_delay has no effect with nopreempt.");
        }
    }
}

} // namespace

const Rule k0222PreemptDelayUnused{{"K0222", "preempt_delay without effect",
                                    "The node takes over at once, or never, whatever delay is written.",
                                    "Write state BACKUP and leave nopreempt out, or remove preempt_delay.",
                                    "    state MASTER\n"
                                    "    priority 150\n"
                                    "    preempt_delay 60\n"
                                    "#                 ^^\n",
                                    "    state BACKUP\n"
                                    "    priority 150\n"
                                    "    preempt_delay 60\n",
                                    Place::Instance},
                                   check};

} // namespace twinhelm::config::rules
