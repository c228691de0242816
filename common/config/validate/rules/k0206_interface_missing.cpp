#include "common/config/validate/rules/rules.h"

// default_interface does not help here: keepalived uses it for static addresses only. The loopback cannot carry VRRP.
namespace twinhelm::config::rules
{

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &instance : config.instances) {
        const bool unicast = instance.unicastSource.given || !instance.unicastPeers.empty();
        if (!instance.interface.given && !unicast) {
            report(diagnostics, k0206InterfaceMissing, Severity::Error, instance.range,
                   *instance.name + " has no interface to send on; keepalived does not start with it.");
        } else if (*instance.interface == "lo") {
            report(diagnostics, k0206InterfaceMissing, Severity::Error, instance.interface.range,
                   "The loopback interface reaches no other node; keepalived ignores it here.");
        }
    }
}

} // namespace

const Rule k0206InterfaceMissing{{"K0206", "interface is missing",
                                  "Advertisements leave through one interface. Without it the instance cannot run.",
                                  "Add interface with the name of the network card that the nodes share.",
                                  "vrrp_instance VI_1 {\n"
                                  "#^^^^^^^^^^^^^^^^^\n"
                                  "    virtual_router_id 51\n"
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
