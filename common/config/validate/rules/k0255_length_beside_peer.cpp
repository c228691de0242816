#include "common/config/validate/rules/rules.h"

// alloc_ipaddress of keepalived's vrrp_ipaddress.c: with a peer the kernel's prefix belongs to the peer, and a
// broadcast address that is worked out needs host bits.
namespace twinhelm::config::rules
{

namespace
{

void checkAddress(const model::VirtualAddress &address, Diagnostics &diagnostics)
{
    const auto &prefix = *address.prefix;
    const unsigned full = prefix.address.isV4() ? 32 : 128;
    const auto &peer = *address.peer;
    if (peer && prefix.length != full) {
        report(diagnostics, k0255LengthBesidePeer, Severity::Warning, address.prefix.range,
               "Beside a peer the address has no prefix length of its own; it is ignored.");
    }
    if (peer && peer->length != full) {
        report(diagnostics, k0255LengthBesidePeer, Severity::Warning, address.peer.range,
               "keepalived 2.2.7 takes no prefix length behind a peer, and leaves the peer out.");
    }
    if (address.broadcastDerived && prefix.address.isV4() && prefix.length > 30) {
        report(diagnostics, k0255LengthBesidePeer, Severity::Warning, address.broadcast.range,
               "A network of " + std::to_string(1U << (32U - prefix.length)) +
                   " address(es) has no broadcast address; none is set.");
    }
}

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &address : config.staticAddresses)
        checkAddress(address, diagnostics);
    for (const auto &instance : config.instances) {
        for (const auto *list : {&instance.addresses, &instance.excludedAddresses}) {
            for (const auto &address : *list)
                checkAddress(address, diagnostics);
        }
    }
}

} // namespace

const Rule k0255LengthBesidePeer{{"K0255", "Prefix length that does not fit",
                                  "The address is set with another network than written: hosts of the network are "
                                  "reached by another way, or not at all.",
                                  "Leave out the length of an address that has a peer; give brd + to networks only.",
                                  "    virtual_ipaddress_excluded {\n"
                                  "        10.0.0.4/24 peer 10.0.0.9\n"
                                  "#       ^^^^^^^^^^^\n"
                                  "    }\n",
                                  "    virtual_ipaddress_excluded {\n"
                                  "        10.0.0.4 peer 10.0.0.9\n"
                                  "    }\n",
                                  Place::Instance},
                                 check};

} // namespace twinhelm::config::rules
