#include "common/config/lower/lower.h"
#include "common/config/schema/names.h"
#include "common/config/validate/rules/rules.h"

// RFC 9568 section 6.4.1: only the address owner starts as master. In strict mode keepalived insists.
namespace twinhelm::config::rules
{

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &instance : config.instances) {
        const bool master = *instance.state == schema::names::master;
        const bool owner = priorityOf(instance) == 255;
        if (instance.state.given && master != owner && isStrict(instance, config.global)) {
            report(diagnostics, k0223StrictMaster, Severity::Warning, instance.state.range,
                   master ? "In strict mode only the owner of the addresses (priority 255) starts as MASTER."
                          : "In strict mode the owner of the addresses (priority 255) starts as MASTER.");
        }
    }
}

} // namespace

const Rule k0223StrictMaster{
    {"K0223", "Start state against strict mode",
     "With vrrp_strict the start state follows from the priority; what is written is overridden.",
     "Write state BACKUP, or priority 255 when this node owns the addresses.",
     "    strict_mode\n"
     "    state MASTER\n"
     "#         ^^^^^^\n"
     "    priority 150\n",
     "    strict_mode\n"
     "    state BACKUP\n"
     "    priority 150\n",
     Place::Instance},
    check};

} // namespace twinhelm::config::rules
