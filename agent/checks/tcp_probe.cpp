#include "agent/checks/link.h"
#include "agent/checks/probes.h"
#include "common/health/words.h"

namespace twinhelm::checks
{

ProbeResult probeTcp(Run &run, const health::TcpProbe & /*probe*/)
{
    const auto &endpoint = run.probe().endpoint;
    const auto subject = "TCP connection to " + health::toString(endpoint);
    Link link(run);
    if (!co_await link.connect(agent::ProbeTransport::Tcp, endpoint))
        co_return run.outcome(subject, link.failure());
    const Failure fine{health::Reason::Answered, "was accepted"};
    co_return run.outcome(subject, fine);
}

} // namespace twinhelm::checks
