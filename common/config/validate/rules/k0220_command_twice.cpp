#include "common/config/validate/rules/rules.h"

// keepalived keeps the first command of a kind and ignores the others.
namespace twinhelm::config::rules
{

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    const auto checkNotify = [&](const model::Notify &notify) {
        for (const auto &range : notify.repeated) {
            report(diagnostics, k0220CommandTwice, Severity::Error, range,
                   "There is a command for this already; keepalived ignores the second one.");
        }
    };
    for (const auto &instance : config.instances)
        checkNotify(instance.notify);
    for (const auto &group : config.syncGroups)
        checkNotify(group.notify);
}

} // namespace

const Rule k0220CommandTwice{{"K0220", "Two commands for one state",
                              "Only the first one runs. Often the second was meant for another state.",
                              "Name the state that is meant, or call both from one script.",
                              "global_defs {\n"
                              "    enable_script_security\n"
                              "}\n"
                              "vrrp_instance VI_1 {\n"
                              "    interface eth0\n"
                              "    virtual_router_id 51\n"
                              "    virtual_ipaddress {\n"
                              "        10.0.0.3\n"
                              "    }\n"
                              "    notify_master \"/usr/bin/logger up\"\n"
                              "    notify_master \"/usr/bin/logger down\"\n"
                              "#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
                              "}\n",
                              "global_defs {\n"
                              "    enable_script_security\n"
                              "}\n"
                              "vrrp_instance VI_1 {\n"
                              "    interface eth0\n"
                              "    virtual_router_id 51\n"
                              "    virtual_ipaddress {\n"
                              "        10.0.0.3\n"
                              "    }\n"
                              "    notify_master \"/usr/bin/logger up\"\n"
                              "    notify_backup \"/usr/bin/logger down\"\n"
                              "}\n",
                              Place::File},
                             check};

} // namespace twinhelm::config::rules
