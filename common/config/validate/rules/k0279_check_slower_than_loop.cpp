#include "common/config/validate/rules/rules.h"

// A check that may wait longer than its interval is started late each time.
namespace twinhelm::config::rules
{

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &service : config.virtualServers) {
        for (const auto &server : service.realServers) {
            for (const auto &one : server.checks) {
                const auto &loop = one.options->timing.delayLoop.given      ? one.options->timing.delayLoop
                                   : server.options->timing.delayLoop.given ? server.options->timing.delayLoop
                                                                            : service.timing.delayLoop;
                if (!loop.given || !one.connectTimeout.given || *one.connectTimeout <= *loop)
                    continue;
                auto &found = report(diagnostics, k0279CheckSlowerThanLoop, Severity::Hint, one.connectTimeout.range,
                                     "The check may wait longer than delay_loop; it then runs less often than "
                                     "written.");
                found.notes.push_back({loop.range, "This is how often it should run."});
            }
        }
    }
}

} // namespace

const Rule k0279CheckSlowerThanLoop{
    {"K0279", "connect_timeout longer than delay_loop",
     "While a server does not answer, checks come later than delay_loop says, and so does the decision.",
     "Write a connect_timeout that is at most delay_loop.",
     "    delay_loop 5\n"
     "    real_server 10.0.0.8 80 {\n"
     "        TCP_CHECK {\n"
     "            connect_timeout 10\n"
     "#                           ^^\n"
     "        }\n"
     "    }\n",
     "    delay_loop 10\n"
     "    real_server 10.0.0.8 80 {\n"
     "        TCP_CHECK {\n"
     "            connect_timeout 3\n"
     "        }\n"
     "    }\n",
     Place::Service},
    check,
    Scope::Block};

} // namespace twinhelm::config::rules
