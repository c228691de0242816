#include "common/config/validate/rules/rules.h"

// mcast_dst_ip says where multicast goes; with peers there is none.
namespace twinhelm::config::rules
{

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &instance : config.instances) {
        if (instance.multicastDestination.given && !instance.unicastPeers.empty()) {
            auto &one = report(diagnostics, k0243GroupOfUnicast, Severity::Warning, instance.multicastDestination.range,
                               "Advertisements go to the unicast peers; the multicast group is ignored.");
            one.notes.push_back({instance.unicastRange, "Because of this."});
        }
    }
}

} // namespace

const Rule k0243GroupOfUnicast{{"K0243", "Multicast group beside unicast peers",
                                "Only one of the two is used, and it may not be the one that was meant.",
                                "Remove mcast_dst_ip, or unicast_peer.",
                                "    mcast_dst_ip 224.0.0.99\n"
                                "#                ^^^^^^^^^^\n"
                                "    unicast_peer {\n"
                                "        10.0.0.2\n"
                                "    }\n",
                                "    mcast_dst_ip 224.0.0.99\n", Place::Instance},
                               check,
                               Scope::Block};

} // namespace twinhelm::config::rules
