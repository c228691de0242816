#include "common/config/validate/rules/rules.h"
#include "common/config/validate/rules/service.h"

// IPVS takes every port of an address only for persistent services; keepalived then sets persistence of 360 s.
namespace twinhelm::config::rules
{

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &service : config.virtualServers) {
        if (service.kind == model::VirtualServer::Kind::Address && *service.port == 0 &&
            *service.persistenceTimeout == 0) {
            report(diagnostics, k0269AnyPort, Severity::Warning, service.range,
                   nameOf(service) + " has no port, so it takes all of them; that needs persistence, which keepalived "
                                     "sets to 360 seconds.");
        }
    }
}

} // namespace

const Rule k0269AnyPort{{"K0269", "Service for all ports without persistence",
                         "Clients stick to a real server for six minutes although nobody asked for it.",
                         "Write the port, or persistence_timeout.",
                         "virtual_server 10.0.0.3 {\n"
                         "#^^^^^^^^^^^^^^^^^^^^^^\n"
                         "    lb_algo rr\n"
                         "    lb_kind NAT\n"
                         "    protocol TCP\n"
                         "    real_server 10.0.0.7 80 {\n"
                         "        TCP_CHECK {\n"
                         "        }\n"
                         "    }\n"
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
