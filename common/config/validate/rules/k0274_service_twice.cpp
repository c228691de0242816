#include <map>
#include <utility>

#include "common/config/validate/rules/rules.h"
#include "common/config/validate/rules/service.h"

// IPVS knows a service by its address, port and protocol, or by its mark; the second set of real servers fights the
// first.
namespace twinhelm::config::rules
{

namespace
{

std::string keyOf(const model::VirtualServer &service)
{
    switch (service.kind) {
    case model::VirtualServer::Kind::Fwmark: return "fwmark " + std::to_string(*service.fwmark);
    case model::VirtualServer::Kind::Group: return "group " + *service.group;
    case model::VirtualServer::Kind::Address: break;
    }
    return service.address->toString() + ' ' + std::to_string(*service.port);
}

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    std::map<std::pair<std::string, model::Protocol>, SourceRange> seen;
    for (const auto &service : config.virtualServers) {
        if (service.kind == model::VirtualServer::Kind::Address && !service.address.given)
            continue;
        const auto [first, fresh] = seen.try_emplace({keyOf(service), *service.protocol}, service.range);
        if (fresh)
            continue;
        auto &one = report(diagnostics, k0274ServiceTwice, Severity::Warning, service.range,
                           nameOf(service) + " is there already. The kernel knows it once only, with the settings of "
                                             "one of the two.");
        one.notes.push_back({first->second, "It stands here first."});
    }
}

} // namespace

const Rule k0274ServiceTwice{{"K0274", "The same virtual_server twice",
                              "Which settings and real servers count depends on the order and on which of them fail.",
                              "Put the real servers into one virtual_server.",
                              "virtual_server 10.0.0.3 80 {\n"
                              "    lb_algo rr\n"
                              "    lb_kind NAT\n"
                              "    protocol TCP\n"
                              "    real_server 10.0.0.7 80 {\n"
                              "        TCP_CHECK {\n"
                              "        }\n"
                              "    }\n"
                              "}\n"
                              "virtual_server 10.0.0.3 80 {\n"
                              "#^^^^^^^^^^^^^^^^^^^^^^^^^\n"
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
                              "}\n"
                              "virtual_server 10.0.0.3 443 {\n"
                              "    lb_algo rr\n"
                              "    lb_kind NAT\n"
                              "    protocol TCP\n"
                              "    real_server 10.0.0.7 80 {\n"
                              "        TCP_CHECK {\n"
                              "        }\n"
                              "    }\n"
                              "}\n",
                              Place::File},
                             check};

} // namespace twinhelm::config::rules
