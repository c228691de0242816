#include "common/config/validate/rules/rules.h"

// keepalived removes a vrrp_script without a command, and then every track_script entry that names it.
namespace twinhelm::config::rules
{

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &script : config.scripts) {
        if (!script.command.given) {
            report(diagnostics, k0213NoCommand, Severity::Error, script.range,
                   "vrrp_script " + *script.name + " has no script to run and is removed.");
        }
    }
}

} // namespace

const Rule k0213NoCommand{{"K0213", "vrrp_script without a command",
                           "A check without a command is removed together with everything that tracks it.",
                           "Add script \"COMMAND ARGUMENTS\".",
                           "global_defs {\n"
                           "    enable_script_security\n"
                           "}\n"
                           "vrrp_script chk {\n"
                           "#^^^^^^^^^^^^^^\n"
                           "    interval 2\n"
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
                           "    interval 2\n"
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
