#include <algorithm>

#include "common/config/schema/names.h"
#include "common/config/validate/rules/rules.h"
#include "common/config/validate/rules/service.h"

// Each of these has a default that keepalived complains about: wlc, NAT, UDP.
namespace twinhelm::config::rules
{

namespace names = schema::names;

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &service : config.virtualServers) {
        const auto missing = [&](std::string_view keyword, const char *otherwise, Severity severity) {
            report(diagnostics, k0263ServiceIncomplete, severity, service.range,
                   nameOf(service) + " has no " + std::string(keyword) + "; keepalived takes " + otherwise + '.');
        };
        // keepalived looks no further when there is nobody to send to.
        if (service.realServers.empty())
            continue;
        if (!service.scheduler.given)
            missing(names::lbAlgo, "wlc", Severity::Warning);
        const bool forwards = std::all_of(service.realServers.begin(), service.realServers.end(),
                                          [](const auto &one) { return one.options->forwarding.given; });
        if (!service.forwarding.given && !forwards)
            missing(names::lbKind, "NAT", Severity::Warning);
        // A group may consist of marks, which need none.
        const bool group = service.kind == model::VirtualServer::Kind::Group;
        if (!service.protocol.given && service.kind != model::VirtualServer::Kind::Fwmark)
            missing(names::protocol, "UDP", group ? Severity::Warning : Severity::Error);
    }
}

} // namespace

const Rule k0263ServiceIncomplete{
    {"K0263", "virtual_server without algorithm, kind or protocol",
     "keepalived takes a default that is seldom what was meant: without protocol the service is UDP, and "
     "TCP connections are refused.",
     "Write lb_algo, lb_kind and protocol.",
     "virtual_server 10.0.0.3 80 {\n"
     "#^^^^^^^^^^^^^^^^^^^^^^^^^\n"
     "    lb_algo rr\n"
     "    lb_kind NAT\n"
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
