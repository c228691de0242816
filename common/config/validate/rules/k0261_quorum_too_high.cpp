#include "common/config/validate/rules/rules.h"
#include "common/config/validate/rules/service.h"

// keepalived reduces a quorum that all real servers together cannot reach.
namespace twinhelm::config::rules
{

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &service : config.virtualServers) {
        unsigned long long total = 0;
        for (const auto &server : service.realServers)
            total += static_cast<unsigned>(weightOf(service, server));
        if (service.quorum.given && !service.realServers.empty() && *service.quorum > total) {
            report(diagnostics, k0261QuorumTooHigh, Severity::Warning, service.quorum.range,
                   "All real servers together weigh " + std::to_string(total) + ", so a quorum of " +
                       std::to_string(*service.quorum) + " is never reached; keepalived lowers it.");
        }
    }
}

} // namespace

const Rule k0261QuorumTooHigh{
    {"K0261", "Quorum above the total weight",
     "With the quorum as written the service would never be up. keepalived lowers it to the total weight, "
     "so one failure is enough to lose it.",
     "Write a quorum that is at most the sum of the weights.",
     "    quorum 2\n"
     "#          ^\n",
     "    quorum 1\n", Place::Service},
    check,
    Scope::Block};

} // namespace twinhelm::config::rules
