#include "common/config/validate/rules/rules.h"

// A check over TCP says nothing about a UDP service on that port, and the other way round.
namespace twinhelm::config::rules
{

namespace
{

using Kind = model::Check::Kind;

bool speaksTcp(Kind kind)
{
    return kind == Kind::Tcp || kind == Kind::Http || kind == Kind::Ssl || kind == Kind::Smtp;
}

void checkOne(const model::VirtualServer &service, const model::Check &one, Diagnostics &diagnostics)
{
    // With an address or port of its own the check looks at something else on purpose.
    if (one.connection->port.given || one.connection->address.given)
        return;
    const bool tcp = *service.protocol == model::Protocol::Tcp;
    if (tcp && one.kind == Kind::Udp) {
        report(diagnostics, k0270CheckerMisfit, Severity::Warning, one.range,
               "UDP_CHECK says nothing about a TCP service on the same port.");
    } else if (*service.protocol == model::Protocol::Udp && speaksTcp(one.kind)) {
        report(diagnostics, k0270CheckerMisfit, Severity::Warning, one.range,
               "This check connects over TCP and says nothing about a UDP service on the same port; where nothing "
               "listens there, the server is always down.");
    }
}

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &service : config.virtualServers) {
        if (!service.protocol.given || service.kind == model::VirtualServer::Kind::Fwmark)
            continue;
        for (const auto &server : service.realServers) {
            for (const auto &one : server.checks)
                checkOne(service, one, diagnostics);
        }
    }
}

} // namespace

const Rule k0270CheckerMisfit{
    {"K0270", "Checker that does not fit the protocol",
     "The check fails although the service works, or passes although it does not.",
     "Use UDP_CHECK or DNS_CHECK for UDP, TCP_CHECK, HTTP_GET and the like for TCP, or give the check a "
     "connect_port of its own.",
     "    real_server 10.0.0.8 80 {\n"
     "        UDP_CHECK {\n"
     "#       ^^^^^^^^^\n"
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
