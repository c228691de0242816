#include "common/config/validate/rules/rules.h"

// A firewall mark stands for whatever the firewall marks; keepalived ignores a protocol beside it.
namespace twinhelm::config::rules
{

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &service : config.virtualServers) {
        if (service.kind == model::VirtualServer::Kind::Fwmark && service.protocol.given) {
            report(diagnostics, k0264ProtocolOfMark, Severity::Warning, service.protocol.range,
                   "The firewall mark decides what belongs to this service; the protocol is ignored.");
        }
        if (service.kind == model::VirtualServer::Kind::Fwmark && *service.haSuspend) {
            report(diagnostics, k0264ProtocolOfMark, Severity::Warning, service.haSuspend.range,
                   "ha_suspend needs an address to look for; with a firewall mark it is ignored.");
        }
    }
}

} // namespace

const Rule k0264ProtocolOfMark{{"K0264", "Setting that a firewall mark cannot have",
                                "A service by firewall mark has neither protocol nor address of its own.",
                                "Remove the line.",
                                "virtual_server fwmark 1 {\n"
                                "    lb_algo rr\n"
                                "    lb_kind NAT\n"
                                "    protocol TCP\n"
                                "#            ^^^\n"
                                "    real_server 10.0.0.7 80 {\n"
                                "        TCP_CHECK {\n"
                                "        }\n"
                                "    }\n"
                                "}\n",
                                "virtual_server fwmark 1 {\n"
                                "    lb_algo rr\n"
                                "    lb_kind NAT\n"
                                "    real_server 10.0.0.7 80 {\n"
                                "        TCP_CHECK {\n"
                                "        }\n"
                                "    }\n"
                                "}\n",
                                Place::File},
                               check,
                               Scope::Block};

} // namespace twinhelm::config::rules
