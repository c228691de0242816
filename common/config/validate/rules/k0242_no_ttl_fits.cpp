#include "common/config/validate/rules/rules.h"

// min_ttl above max_ttl: keepalived says that all packets will be discarded.
namespace twinhelm::config::rules
{

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &instance : config.instances) {
        for (const auto &peer : instance.unicastPeers) {
            if (*peer.leastTtl > *peer.mostTtl) {
                report(diagnostics, k0242NoTtlFits, Severity::Error, peer.leastTtl.range,
                       "No TTL is at least " + std::to_string(*peer.leastTtl) + " and at most " +
                           std::to_string(*peer.mostTtl) + ": every advertisement of this peer is dropped.");
            }
        }
    }
}

} // namespace

const Rule k0242NoTtlFits{{"K0242", "min_ttl above max_ttl",
                           "Every advertisement of the peer is dropped, so both nodes become master.",
                           "Write a min_ttl that is at most max_ttl.",
                           "    unicast_peer {\n"
                           "        10.0.0.2 min_ttl 64 max_ttl 10\n"
                           "#                        ^^\n"
                           "    }\n",
                           "    unicast_peer {\n"
                           "        10.0.0.2 min_ttl 10 max_ttl 64\n"
                           "    }\n",
                           Place::Instance},
                          check,
                          Scope::Block};

} // namespace twinhelm::config::rules
