#include "common/config/validate/rules/rules.h"
#include "common/config/validate/rules/tracked.h"

// virtual_server group NAME needs a virtual_server_group; an empty group is removed.
namespace twinhelm::config::rules
{

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &service : config.virtualServers) {
        if (service.kind == model::VirtualServer::Kind::Group &&
            !findNamed(config.virtualServerGroups, *service.group)) {
            report(diagnostics, k0273UnknownGroup, Severity::Error, service.group.range,
                   "There is no virtual_server_group " + *service.group + "; the virtual server is ignored.");
        }
    }
    for (const auto &group : config.virtualServerGroups) {
        if (group.entries.empty()) {
            report(diagnostics, k0273UnknownGroup, Severity::Error, group.range,
                   "The group has no addresses; keepalived removes it.");
        }
    }
}

} // namespace

const Rule k0273UnknownGroup{{"K0273", "virtual_server of a group that does not exist",
                              "The service is not set up, and connections are refused.",
                              "Correct the name, or add the virtual_server_group with its addresses.",
                              "virtual_server group web {\n"
                              "#                    ^^^\n"
                              "    lb_algo rr\n"
                              "    lb_kind NAT\n"
                              "    protocol TCP\n"
                              "    real_server 10.0.0.7 80 {\n"
                              "        TCP_CHECK {\n"
                              "        }\n"
                              "    }\n"
                              "}\n",
                              "virtual_server_group web {\n"
                              "    10.0.0.3 80\n"
                              "}\n"
                              "virtual_server group web {\n"
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
