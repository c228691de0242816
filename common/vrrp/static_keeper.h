#pragma once

#include <optional>
#include <string>

#include "common/vrrp/node_events.h"
#include "common/vrrp/repair_limit.h"

namespace twinhelm::vrrp
{

/// Looks after the static addresses, routes and rules: sets them at the start, again when somebody removes one or its
/// interface comes back, and removes them at the end (keepalived does the same). Their actions and events carry an
/// empty instance name. Contract as vrrp::Machine's.
class StaticKeeper
{
public:
    explicit StaticKeeper(StaticObjects objects) : objects_(std::move(objects)) {}

    void start(NodeActions &out);
    void stop(NodeActions &out);
    /// New settings: what is gone goes, what is new comes, the rest is not touched.
    void replace(StaticObjects objects, NodeActions &out);
    void vanished(TimePoint now, const std::string &what, const std::string &by, NodeActions &out);
    /// The kernel drops routes without a word when their interface goes down.
    void interfaceUp(TimePoint now, const std::string &interface, NodeActions &out);
    void applied(const AddressesApplied &applied, NodeActions &out);
    void deadline(TimePoint now, NodeActions &out);
    [[nodiscard]] std::optional<TimePoint> nextDeadline() const { return repairAt_; }

private:
    [[nodiscard]] bool empty() const;
    void set(NodeActions &out) const;
    void repair(TimePoint now, NodeActions &out);

    StaticObjects objects_;
    RepairLimit limit_;
    std::optional<TimePoint> repairAt_;
    std::string lastError_;
    bool running_ = false;
};

} // namespace twinhelm::vrrp
