#include "common/config/validate/rules/rules.h"

// The number of the virtual router goes into every advertisement; there is no default.
namespace twinhelm::config::rules
{

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &instance : config.instances) {
        if (!instance.virtualRouterId.given) {
            report(diagnostics, k0205RouterIdMissing, Severity::Error, instance.range,
                   *instance.name + " has no valid virtual_router_id; keepalived does not start with it.");
        }
    }
}

} // namespace

const Rule k0205RouterIdMissing{{"K0205", "virtual_router_id is missing",
                                 "Nodes recognise each other by this number. Without it the instance cannot run.",
                                 "Add virtual_router_id with a number from 1 to 255, the same on every node.",
                                 "vrrp_instance VI_1 {\n"
                                 "#^^^^^^^^^^^^^^^^^\n"
                                 "    interface eth0\n"
                                 "    virtual_ipaddress {\n"
                                 "        10.0.0.3\n"
                                 "    }\n"
                                 "}\n",
                                 "vrrp_instance VI_1 {\n"
                                 "    interface eth0\n"
                                 "    virtual_router_id 51\n"
                                 "    virtual_ipaddress {\n"
                                 "        10.0.0.3\n"
                                 "    }\n"
                                 "}\n",
                                 Place::File},
                                check};

} // namespace twinhelm::config::rules
