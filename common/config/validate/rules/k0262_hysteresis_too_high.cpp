#include "common/config/validate/rules/rules.h"

// The quorum is lost below quorum - hysteresis; keepalived reduces a hysteresis that leaves nothing of it.
namespace twinhelm::config::rules
{

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &service : config.virtualServers) {
        if (service.hysteresis.given && *service.hysteresis >= *service.quorum && *service.hysteresis > 0) {
            report(diagnostics, k0262HysteresisTooHigh, Severity::Warning, service.hysteresis.range,
                   "hysteresis must be below the quorum (" + std::to_string(*service.quorum) + "); " +
                       std::to_string(*service.quorum - 1) + " is taken.");
        }
    }
}

} // namespace

const Rule k0262HysteresisTooHigh{{"K0262", "Hysteresis not below the quorum", "The quorum would never be lost.",
                                   "Write a hysteresis below the quorum.",
                                   "    quorum 1\n"
                                   "    hysteresis 1\n"
                                   "#              ^\n",
                                   "    quorum 1\n"
                                   "    hysteresis 0\n",
                                   Place::Service},
                                  check,
                                  Scope::Block};

} // namespace twinhelm::config::rules
