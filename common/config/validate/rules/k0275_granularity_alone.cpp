#include "common/config/validate/rules/rules.h"

// The netmask groups persistent clients; without persistence there are none, and 33 bits or more are not IPv4's.
namespace twinhelm::config::rules
{

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &service : config.virtualServers) {
        if (!service.persistenceGranularity.given)
            continue;
        const bool v4 = service.address.given && service.address->isV4();
        if (*service.persistenceTimeout == 0) {
            report(diagnostics, k0275GranularityAlone, Severity::Warning, service.persistenceGranularity.range,
                   "persistence_granularity needs persistence_timeout; it has no effect.");
        } else if (v4 && *service.persistenceGranularity > 32) {
            report(diagnostics, k0275GranularityAlone, Severity::Error, service.persistenceGranularity.range,
                   "An IPv4 prefix has at most 32 bits.");
        }
    }
}

} // namespace

const Rule k0275GranularityAlone{{"K0275", "persistence_granularity without effect",
                                  "Clients were to stay with one real server and do not.",
                                  "Add persistence_timeout, or remove the line.",
                                  "    persistence_granularity 255.255.255.0\n"
                                  "#                           ^^^^^^^^^^^^^\n",
                                  "    persistence_granularity 255.255.255.0\n"
                                  "    persistence_timeout 50\n",
                                  Place::Service},
                                 check,
                                 Scope::Block};

} // namespace twinhelm::config::rules
