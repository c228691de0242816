#include "common/config/validate/rules/rules.h"

// unicast_src_ip alone does not switch multicast off; keepalived says so and sends to the multicast group.
namespace twinhelm::config::rules
{

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &instance : config.instances) {
        if (!instance.unicastPeers.empty())
            continue;
        const auto range = !instance.unicastRange.empty() ? instance.unicastRange
                           : instance.unicastSource.given ? instance.unicastSource.range
                                                          : instance.unicastTtl.range;
        if (!range.empty()) {
            report(diagnostics, k0214UnicastWithoutPeers, Severity::Warning, range,
                   *instance.name + " names no unicast peer; it uses multicast.");
        }
    }
}

} // namespace

const Rule k0214UnicastWithoutPeers{
    {"K0214", "Unicast without peers",
     "Advertisements go to the multicast group although unicast was meant. Where multicast is filtered, "
     "both nodes become master.",
     "List the other nodes in unicast_peer.",
     "    unicast_src_ip 10.0.0.1\n"
     "#                  ^^^^^^^^\n",
     "    unicast_src_ip 10.0.0.1\n"
     "    unicast_peer {\n"
     "        10.0.0.2\n"
     "    }\n",
     Place::Instance},
    check};

} // namespace twinhelm::config::rules
