#include "common/config/validate/rules/commands.h"
#include "common/config/validate/rules/rules.h"

// keepalived warns (and its config test ends with 6) when scripts run and enable_script_security is off: then it does
// not look who else may change them.
namespace twinhelm::config::rules
{

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    if (*config.global.scriptSecurity)
        return;
    SourceRange first;
    bool found = false;
    forEachCommand(config, [&](const model::Value<model::Command> &command) {
        if (!found || config.places.inFile(command.range) < config.places.inFile(first))
            first = command.range;
        found = true;
    });
    if (found) {
        report(diagnostics, k0234ScriptsUnprotected, Severity::Hint, first,
               "Scripts run without enable_script_security: keepalived does not look whether somebody else than root "
               "may change them.");
    }
}

} // namespace

const Rule k0234ScriptsUnprotected{
    {"K0234", "Scripts without script security",
     "A script that others may write to runs as root. keepalived's config test complains as long as "
     "enable_script_security is missing.",
     "Add enable_script_security, and script_user, to global_defs.",
     "vrrp_script chk {\n"
     "    script \"/usr/bin/pgrep nginx\"\n"
     "#          ^^^^^^^^^^^^^^^^^^^^^^\n"
     "}\n"
     "vrrp_instance VI_1 {\n"
     "    interface eth0\n"
     "    virtual_router_id 51\n"
     "    virtual_ipaddress {\n"
     "        10.0.0.3\n"
     "    }\n"
     "    track_script {\n"
     "        chk\n"
     "    }\n"
     "}\n",
     "global_defs {\n"
     "    enable_script_security\n"
     "}\n"
     "vrrp_script chk {\n"
     "    script \"/usr/bin/pgrep nginx\"\n"
     "}\n"
     "vrrp_instance VI_1 {\n"
     "    interface eth0\n"
     "    virtual_router_id 51\n"
     "    virtual_ipaddress {\n"
     "        10.0.0.3\n"
     "    }\n"
     "    track_script {\n"
     "        chk\n"
     "    }\n"
     "}\n",
     Place::File},
    check};

} // namespace twinhelm::config::rules
