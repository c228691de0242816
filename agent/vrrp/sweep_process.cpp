#include "agent/vrrp/sweep_process.h"

#include <set>

#include <boost/asio.hpp>

#include "agent/process/configuration_message.h"
#include "agent/process/log.h"
#include "agent/vrrp/farewell.h"
#include "agent/vrrp/network.h"

namespace twinhelm::agent
{

namespace
{

std::vector<std::string> instancesOf(const std::vector<HeldAddress> &addresses)
{
    std::set<std::string> names;
    for (const auto &one : addresses)
        names.insert(one.instance);
    return {names.begin(), names.end()};
}

/// Addresses first: that needs nothing but the ledger, and the peer waits for its skew time anyway.
int sweep(boost::asio::io_context &io, const VrrpOptions &options, const ConfigurationBytes &bytes)
{
    auto opened = Network::open(io, statePathIn(options), [](const vrrp::NodeEvent &) {},
                                [](std::span<const vrrp::PacketReceived>) {});
    if (!opened) {
        log::error(opened.error().what + "; " + opened.error().mend);
        return 1;
    }
    Network &network = **opened;
    const auto orphans = network.leftovers();
    const auto removed = network.removeLeftovers(orphans);
    (void)network.removeOrphanObjects();
    const auto settings = loadConfiguration(bytes).settings;
    network.configure(settings);
    std::vector<vrrp::InterfaceFacts> interfaces;
    for (const auto &name : network.interfaces().names())
        interfaces.push_back(network.interfaces().facts(name));
    const auto packets = farewell(settings, instancesOf(orphans), interfaces);
    for (const auto &packet : packets) {
        network.openInterface({packet.interface, packet.destination.family(), {}, packet.authHeader});
        const vrrp::SendPacket *one = &packet;
        network.send({&one, 1});
    }
    network.end();
    log::warning("for the dead vrrp process: took " + std::to_string(removed) + " addresses off, said priority 0 " +
                 std::to_string(packets.size()) + " times");
    return 0;
}

} // namespace

int runSweep(const VrrpOptions &options, ChannelFd fd)
{
    boost::asio::io_context io{1};
    Channel channel(io, std::move(fd));
    int code = 1;
    channel.start(
        [&](const Message &message) {
            if (const auto bytes = parseConfigureCommand(message.body))
                code = sweep(io, options, *bytes);
            io.stop();
        },
        [&](const std::string &) { io.stop(); });
    io.run();
    return code;
}

} // namespace twinhelm::agent
