#include "common/config/validate/rules/rules.h"
#include "common/config/validate/rules/service.h"

// Direct routing and tunnels pass the packet on as it is, so the real server gets the virtual server's port;
// keepalived resets another one.
namespace twinhelm::config::rules
{

namespace
{

void checkPort(const model::VirtualServer &service, const model::Forwarding &forwarding,
               const model::Value<std::uint16_t> &port, const char *whose, Diagnostics &diagnostics)
{
    if (forwarding.method == model::Forwarding::Method::Nat || !port.given || *port == 0)
        return;
    if (service.kind == model::VirtualServer::Kind::Fwmark) {
        report(diagnostics, k0265PortsDiffer, Severity::Warning, port.range,
               "A service by firewall mark passes packets on with their own port; this one is ignored.");
    } else if (service.kind == model::VirtualServer::Kind::Address && *port != *service.port) {
        report(diagnostics, k0265PortsDiffer, Severity::Error, port.range,
               "Without NAT the " + std::string(whose) + " gets packets for port " + std::to_string(*service.port) +
                   "; keepalived takes that instead.");
    }
}

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &service : config.virtualServers) {
        for (const auto &server : service.realServers)
            checkPort(service, forwardingOf(service, server), server.port, "real server", diagnostics);
        if (!service.sorryServer.given())
            continue;
        const auto &sorry = *service.sorryServer;
        checkPort(service, sorry.forwarding.given ? *sorry.forwarding : *service.forwarding, sorry.port, "sorry server",
                  diagnostics);
    }
}

} // namespace

const Rule k0265PortsDiffer{
    {"K0265", "Port that cannot be translated",
     "Only NAT changes ports. With DR or TUN the real server must listen on the virtual server's port.",
     "Use the same port, or lb_kind NAT.",
     "virtual_server 10.0.0.3 80 {\n"
     "    lb_algo rr\n"
     "    lb_kind DR\n"
     "    protocol TCP\n"
     "    real_server 10.0.0.7 8080 {\n"
     "#                        ^^^^\n"
     "        TCP_CHECK {\n"
     "        }\n"
     "    }\n"
     "}\n",
     "virtual_server 10.0.0.3 80 {\n"
     "    lb_algo rr\n"
     "    lb_kind DR\n"
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
