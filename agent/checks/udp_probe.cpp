#include "agent/checks/link.h"
#include "agent/checks/probes.h"
#include "common/health/udp_reply.h"
#include "common/health/words.h"

namespace twinhelm::checks
{

namespace
{

using health::Reason;

boost::asio::awaitable<Failure> ask(Run &run, const health::UdpProbe &probe)
{
    Link link(run);
    if (!co_await link.connect(agent::ProbeTransport::Udp, run.probe().endpoint))
        co_return link.failure();
    run.phase("a reply", run.probe().timing.connectTimeout);
    if (!co_await link.write(probe.payload))
        co_return link.failure();
    run.step([&] { return "sent " + std::to_string(probe.payload.size()) + " bytes"; });
    std::string buffer(std::size_t{probe.mostReply} + 1, '\0');
    std::size_t size = 0;
    if (co_await link.read(buffer, size) != Link::Got::Bytes) {
        const bool fine = link.silent() && !probe.requireReply;
        co_return fine ? Failure{Reason::Answered, "took the datagram: no ICMP error came"} : link.failure();
    }
    run.step([&] { return "received " + std::to_string(size) + " bytes"; });
    const auto came = "replied with " + std::to_string(size) + (size > probe.mostReply ? " or more bytes" : " bytes");
    if (probe.requireReply && !health::replyMatches(probe, {buffer.data(), size}))
        co_return Failure{Reason::BadPattern, came + ", which are not what require_reply wants"};
    co_return Failure{Reason::Answered, came};
}

} // namespace

ProbeResult probeUdp(Run &run, const health::UdpProbe &probe)
{
    const auto failure = co_await ask(run, probe);
    co_return run.outcome("UDP port " + health::toString(run.probe().endpoint), failure);
}

} // namespace twinhelm::checks
