#include "common/config/validate/rules/rules.h"

// Without a checker a real server is up for ever.
namespace twinhelm::config::rules
{

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &service : config.virtualServers) {
        for (const auto &server : service.realServers) {
            if (server.checks.empty()) {
                report(diagnostics, k0271Unchecked, Severity::Hint, server.range,
                       "Nobody checks this server: it gets connections also when it is down.");
            }
        }
    }
}

} // namespace

const Rule k0271Unchecked{{"K0271", "Real server without a check",
                           "When the server fails, its share of the connections fails with it.",
                           "Add a TCP_CHECK, HTTP_GET or another checker.",
                           "    real_server 10.0.0.8 80 {\n"
                           "#   ^^^^^^^^^^^^^^^^^^^^^^^\n"
                           "    }\n",
                           "    real_server 10.0.0.8 80 {\n"
                           "        TCP_CHECK {\n"
                           "        }\n"
                           "    }\n",
                           Place::Service},
                          check,
                          Scope::Block};

} // namespace twinhelm::config::rules
