#include "common/config/validate/rules/rules.h"
#include "common/config/validate/rules/service.h"

// keepalived removes a virtual server without real servers, also when it has a sorry_server.
namespace twinhelm::config::rules
{

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &service : config.virtualServers) {
        if (service.realServers.empty()) {
            report(diagnostics, k0260NoRealServer, Severity::Error, service.range,
                   nameOf(service) + " has no real_server; keepalived ignores it.");
        }
    }
}

} // namespace

const Rule k0260NoRealServer{{"K0260", "virtual_server without real servers",
                              "The service is not set up at all; connections are refused.",
                              "Add the real_server blocks, or remove the virtual_server.",
                              "virtual_server 10.0.0.3 80 {\n"
                              "#^^^^^^^^^^^^^^^^^^^^^^^^^\n"
                              "    lb_algo rr\n"
                              "    lb_kind NAT\n"
                              "    protocol TCP\n"
                              "}\n",
                              "virtual_server 10.0.0.3 80 {\n"
                              "    lb_algo rr\n"
                              "    lb_kind NAT\n"
                              "    protocol TCP\n"
                              "    real_server 10.0.0.7 80 {\n"
                              "        TCP_CHECK {\n"
                              "        }\n"
                              "    }\n"
                              "}\n",
                              Place::File},
                             check,
                             Scope::Block};

} // namespace twinhelm::config::rules
