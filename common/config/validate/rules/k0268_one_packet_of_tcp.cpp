#include "common/config/validate/rules/rules.h"

// ops schedules every packet alone, which only UDP survives; keepalived resets it.
namespace twinhelm::config::rules
{

namespace
{

void check(const model::NodeConfig &config, Diagnostics &diagnostics)
{
    for (const auto &service : config.virtualServers) {
        if (*service.onePacket && service.protocol.given && *service.protocol != model::Protocol::Udp &&
            service.kind != model::VirtualServer::Kind::Fwmark) {
            report(diagnostics, k0268OnePacketOfTcp, Severity::Warning, service.onePacket.range,
                   "One-packet scheduling is for UDP; it is ignored.");
        }
    }
}

} // namespace

const Rule k0268OnePacketOfTcp{{"K0268", "ops without UDP",
                                "One-packet scheduling would tear TCP connections apart, so it is not done.",
                                "Remove ops.",
                                "    ops\n"
                                "#   ^^^\n",
                                "    persistence_timeout 50\n", Place::Service},
                               check,
                               Scope::Block};

} // namespace twinhelm::config::rules
