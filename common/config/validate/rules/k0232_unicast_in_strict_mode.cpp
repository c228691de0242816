#include "common/config/lower/lower.h"
#include "common/config/validate/rules/rules.h"

// The RFC knows multicast only; keepalived ends with "Unicast peers are not supported in strict mode".
namespace twinhelm::config::rules
{

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &instance : config.instances) {
        if (!instance.unicastPeers.empty() && isStrict(instance, config.global)) {
            report(diagnostics, k0232UnicastInStrictMode, Severity::Error, instance.unicastRange,
                   *instance.name + " has unicast peers, which strict mode does not allow; keepalived does not run "
                                    "with it where the interface can multicast.");
        }
    }
}

} // namespace

const Rule k0232UnicastInStrictMode{{"K0232", "Unicast peers in strict mode",
                                     "vrrp_strict allows multicast only, and keepalived refuses to run.",
                                     "Remove vrrp_strict, or unicast_peer.",
                                     "    strict_mode\n"
                                     "    unicast_peer {\n"
                                     "#   ^^^^^^^^^^^^\n"
                                     "        10.0.0.2\n"
                                     "    }\n",
                                     "    unicast_peer {\n"
                                     "        10.0.0.2\n"
                                     "    }\n",
                                     Place::Instance},
                                    check};

} // namespace twinhelm::config::rules
