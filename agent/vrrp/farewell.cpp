#include "agent/vrrp/farewell.h"

#include "agent/linux/clock.h"
#include "common/vrrp/node.h"

namespace twinhelm::agent
{

std::vector<vrrp::SendPacket> farewell(const vrrp::NodeSettings &settings, const std::vector<std::string> &instances,
                                       const std::vector<vrrp::InterfaceFacts> &interfaces)
{
    const TimePoint anyTime{};
    vrrp::Node node(settings);
    for (const auto &facts : interfaces)
        (void)node.step(anyTime, vrrp::InterfaceChanged{facts});
    (void)node.step(anyTime, vrrp::Startup{instances, Duration::max(), sequenceBase()});
    std::vector<vrrp::SendPacket> out;
    for (auto &action : node.step(anyTime, vrrp::Shutdown{})) {
        if (auto *packet = std::get_if<vrrp::SendPacket>(&action))
            out.push_back(std::move(*packet));
    }
    return out;
}

} // namespace twinhelm::agent
