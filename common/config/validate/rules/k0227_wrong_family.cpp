#include "common/config/lower/lower.h"
#include "common/config/validate/rules/rules.h"

// Advertisements travel in the family of the virtual addresses; a peer or source address of the other one cannot be
// used.
namespace twinhelm::config::rules
{

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &instance : config.instances) {
        const auto checkAddress = [&](const model::Value<IpAddress> &address, const char *what) {
            if (address.given && address->family() != familyOf(instance)) {
                report(diagnostics, k0227WrongFamily, Severity::Error, address.range,
                       address->toString() + " cannot be " + what + " of an " +
                           (familyOf(instance) == Family::IPv4 ? "IPv4" : "IPv6") + " instance; it is ignored.");
            }
        };
        checkAddress(instance.multicastSource, "the source");
        checkAddress(instance.unicastSource, "the source");
        for (const auto &peer : instance.unicastPeers)
            checkAddress(peer, "a peer");
    }
}

} // namespace

const Rule k0227WrongFamily{{"K0227", "Peer or source address of the wrong family",
                             "The address is ignored: the peer hears nothing, or the system chooses the source.",
                             "Use an address of the same family as the virtual addresses.",
                             "    mcast_src_ip fe80::2\n"
                             "#                ^^^^^^^\n",
                             "    mcast_src_ip 10.0.0.2\n", Place::Instance},
                            check};

} // namespace twinhelm::config::rules
