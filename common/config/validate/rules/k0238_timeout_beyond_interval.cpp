#include "common/config/validate/rules/rules.h"

// keepalived skips a run while the one before is still going, so a hanging script is noticed after the timeout only.
namespace twinhelm::config::rules
{

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &script : config.scripts) {
        if (script.timeout.given && *script.timeout > *script.interval) {
            report(diagnostics, k0238TimeoutBeyondInterval, Severity::Hint, script.timeout.range,
                   "A run may take longer than the interval; the runs in between are skipped, and a hanging " +
                       *script.name + " is noticed later than its interval suggests.");
        }
    }
}

} // namespace

const Rule k0238TimeoutBeyondInterval{
    {"K0238", "Script timeout longer than its interval",
     "While a run hangs no other one starts: the failure counts only when the timeout is over.",
     "Make timeout at most the interval, or leave it out: it is the interval then.",
     "    script \"/usr/bin/pgrep nginx\"\n"
     "    interval 2\n"
     "    timeout 10\n"
     "#           ^^\n",
     "    script \"/usr/bin/pgrep nginx\"\n"
     "    interval 2\n"
     "    timeout 2\n",
     Place::Script},
    check,
    Scope::Block};

} // namespace twinhelm::config::rules
