#include "common/config/lower/lower.h"
#include "common/config/schema/names.h"
#include "common/config/validate/rules/rules.h"

// The AH header is an IPv4 matter, and a node that starts as MASTER would begin with a used sequence number:
// keepalived drops the one, and clears the other (vrrp_complete_instance).
namespace twinhelm::config::rules
{

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &instance : config.instances) {
        if (*instance.authentication.type != schema::names::ah || versionOf(instance, config.global) == 3)
            continue;
        if (familyOf(instance) == Family::IPv6) {
            report(diagnostics, k0233HeaderMisused, Severity::Error, instance.authentication.type.range,
                   "AH cannot be used with IPv6 addresses; it is ignored.");
        } else if (*instance.state == schema::names::master) {
            auto &one = report(diagnostics, k0233HeaderMisused, Severity::Warning, instance.state.range,
                               "A node with AH authentication cannot start as MASTER; it starts as BACKUP.");
            one.notes.push_back({instance.authentication.type.range, "Because of this."});
        }
    }
}

} // namespace

const Rule k0233HeaderMisused{
    {"K0233", "AH where it does not work",
     "A peer that expects the header drops advertisements without it, or the node starts in another state "
     "than written.",
     "Write state BACKUP; for IPv6 use version 3 without authentication.",
     "    state MASTER\n"
     "#         ^^^^^^\n"
     "    priority 150\n"
     "    authentication {\n"
     "        auth_type AH\n"
     "        auth_pass 1111\n"
     "    }\n",
     "    state BACKUP\n"
     "    priority 150\n"
     "    authentication {\n"
     "        auth_type AH\n"
     "        auth_pass 1111\n"
     "    }\n",
     Place::Instance},
    check};

} // namespace twinhelm::config::rules
