#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "common/wire/messages.h"

namespace twinhelm::agent
{

/// Puts a node's whole state together from what its processes know. Pure.
class StateBoard
{
public:
    struct Instant {
        WallMillis now = 0;
        std::int64_t uptimeMs = 0;
        std::uint64_t lastEventId = 0;
    };

    StateBoard(std::string node, std::string bootId);

    /// The part the vrrp process reports.
    void takeEngine(wire::NodeState part);
    /// The part the checker reports: services and balancer. Nothing: there is no checker any more.
    void takeBalancer(std::optional<wire::NodeState> part);
    /// Of all instances, by name.
    [[nodiscard]] std::map<std::string, std::string> instanceStates() const;
    void takeConfig(wire::ConfigState config) { config_ = std::move(config); }
    [[nodiscard]] const wire::ConfigState &config() const { return config_; }
    /// An event that is not in the journal.
    void countUnstored() { ++unstored_; }
    /// The engine is gone: what it said last is not true any more. Instances stay listed, in state INIT.
    void engineDied(WallMillis when);

    [[nodiscard]] wire::NodeState compose(const Instant &instant, std::vector<wire::ProcessState> processes) const;

private:
    std::string node_;
    std::string bootId_;
    wire::NodeState engine_;
    std::vector<wire::ServiceState> services_;
    std::optional<wire::BalancerState> balancer_;
    wire::ConfigState config_;
    std::uint64_t unstored_ = 0;
};

} // namespace twinhelm::agent
