#include "agent/guardian/state_board.h"

namespace twinhelm::agent
{

StateBoard::StateBoard(std::string node, std::string bootId) : node_(std::move(node)), bootId_(std::move(bootId)) {}

void StateBoard::takeEngine(wire::NodeState part)
{
    engine_ = std::move(part);
}

void StateBoard::takeBalancer(std::optional<wire::NodeState> part)
{
    services_.clear();
    balancer_.reset();
    if (!part)
        return;
    services_ = std::move(part->services);
    balancer_ = std::move(part->balancer);
}

std::map<std::string, std::string> StateBoard::instanceStates() const
{
    std::map<std::string, std::string> out;
    for (const auto &one : engine_.instances)
        out.emplace(one.name, one.state);
    return out;
}

void StateBoard::engineDied(WallMillis when)
{
    for (auto &instance : engine_.instances) {
        wire::TransitionState last{when, instance.state, "INIT", {}};
        last.cause.word = "process_died";
        last.cause.text = "the vrrp process died";
        instance.lastTransition = std::move(last);
        instance.state = "INIT";
        instance.since = when;
        instance.cause = "process_died";
        instance.lastAdvertAgeMs.reset();
    }
    for (auto &group : engine_.groups) {
        group.state = "INIT";
        group.since = when;
    }
}

wire::NodeState StateBoard::compose(const Instant &instant, std::vector<wire::ProcessState> processes) const
{
    wire::NodeState out = engine_;
    out.node = node_;
    out.engineVersion = TWINHELM_VERSION;
    out.bootId = bootId_;
    out.now = instant.now;
    out.uptimeMs = instant.uptimeMs;
    out.lastEventId = instant.lastEventId;
    out.config = config_;
    out.services = services_;
    out.balancer = balancer_;
    out.counters["events_not_stored"] = unstored_;
    out.processes = std::move(processes);
    return out;
}

} // namespace twinhelm::agent
