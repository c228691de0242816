#include "common/config/validate/rules/rules.h"
#include "common/config/validate/rules/service.h"

// Only a tunnel can carry one family inside the other; keepalived skips the server otherwise.
namespace twinhelm::config::rules
{

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &service : config.virtualServers) {
        if (service.kind != model::VirtualServer::Kind::Address || !service.address.given)
            continue;
        const auto checkServer = [&](const model::Value<IpAddress> &address, const model::Forwarding &forwarding) {
            if (!address.given || address->family() == service.address->family() ||
                forwarding.method == model::Forwarding::Method::Tunnel)
                return;
            report(diagnostics, k0267ServerOfOtherFamily, Severity::Error, address.range,
                   address->toString() + " cannot serve " + service.address->toString() +
                       ": without a tunnel both must be IPv4 or both IPv6. The server is ignored.");
        };
        for (const auto &server : service.realServers)
            checkServer(server.address, forwardingOf(service, server));
        checkServer(service.sorryServer->address,
                    service.sorryServer->forwarding.given ? *service.sorryServer->forwarding : *service.forwarding);
    }
}

} // namespace

const Rule k0267ServerOfOtherFamily{{"K0267", "Real server of the other address family",
                                     "The server is left out, so it never gets a connection.",
                                     "Use an address of the service's family, or lb_kind TUN.",
                                     "    real_server 2001:db8::7 80 {\n"
                                     "#               ^^^^^^^^^^^\n"
                                     "        TCP_CHECK {\n"
                                     "        }\n"
                                     "    }\n",
                                     "    real_server 10.0.0.8 80 {\n"
                                     "        TCP_CHECK {\n"
                                     "        }\n"
                                     "    }\n",
                                     Place::Service},
                                    check,
                                    Scope::Block};

} // namespace twinhelm::config::rules
