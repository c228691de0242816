#include "common/config/validate/rules/rules.h"

// default_interface does not help here: keepalived uses it for static addresses only. The loopback cannot carry VRRP.
// Unicast may do without an interface when it knows its source; but 2.2.7, which Debian 12 has, refuses even that
// (https://github.com/acassen/keepalived/issues/2270).
namespace twinhelm::config::rules
{

namespace
{

void checkMissing(const model::VrrpInstance &instance, Diagnostics &diagnostics)
{
    const bool peers = !instance.unicastPeers.empty();
    const auto say = [&](Severity severity, const char *what) {
        report(diagnostics, k0206InterfaceMissing, severity, instance.range, *instance.name + what);
    };
    if (!peers)
        say(Severity::Error, " has no interface to send on; keepalived does not start with it.");
    else if (!instance.unicastSource.given)
        say(Severity::Error, " has neither an interface nor unicast_src_ip, so nothing says which address its "
                             "advertisements come from; keepalived does not start with it.");
    else
        say(Severity::Warning, " sends to its peers without an interface. keepalived 2.2.7 does not start with that, "
                               "later ones do; with an interface all do.");
}

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &instance : config.instances) {
        if (!instance.interface.given) {
            checkMissing(instance, diagnostics);
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
