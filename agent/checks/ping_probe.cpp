#include <array>

#include "agent/checks/link.h"
#include "agent/checks/probe_resources.h"
#include "agent/checks/probes.h"
#include "common/health/icmp_echo.h"

namespace twinhelm::checks
{

namespace
{

using health::EchoReading;
using health::Reason;

constexpr std::size_t tokenSize = 56; // as ping's

boost::asio::awaitable<Failure> ask(Run &run)
{
    const auto &endpoint = run.probe().endpoint;
    Link link(run);
    if (!co_await link.connect(agent::ProbeTransport::Ping, endpoint))
        co_return link.failure();
    health::IcmpEcho echo;
    echo.v6 = endpoint.address.isV6();
    echo.id = run.resources().randomId();
    echo.sequence = run.resources().randomId();
    echo.token.assign(tokenSize, static_cast<char>(echo.sequence & 0xFFU));
    const auto request = health::encodeEcho(echo);
    run.phase("an echo", run.probe().timing.connectTimeout);
    if (!co_await link.write(request))
        co_return link.failure();
    run.step([&] { return "sent an echo request of " + std::to_string(request.size()) + " bytes"; });
    std::array<char, 512> buffer; // NOLINT: filled by read()
    while (true) {
        std::size_t size = 0;
        if (co_await link.read(buffer, size) != Link::Got::Bytes)
            co_return link.failure();
        const auto reading = health::readEcho({buffer.data(), size}, echo, link.raw() && !echo.v6, !link.raw());
        if (reading == EchoReading::Reply)
            co_return Failure{Reason::Answered, "was answered"};
    }
}

} // namespace

ProbeResult probePing(Run &run, const health::PingProbe & /*probe*/)
{
    const auto failure = co_await ask(run);
    co_return run.outcome("ping of " + run.probe().endpoint.address.toString(), failure);
}

} // namespace twinhelm::checks
