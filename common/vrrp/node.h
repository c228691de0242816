#pragma once

#include <memory>
#include <optional>

#include "common/base/time.h"
#include "common/vrrp/node_events.h"
#include "common/vrrp/settings.h"
#include "common/vrrp/status.h"

namespace twinhelm::vrrp
{

/// One node's whole VRRP engine, without sockets, clock or log: the instances' machines, their sync groups
/// and trackers. The agent runs it, the desk simulates with it, scenario tests print it.
///
/// Contract: total over (state, event); time never runs backwards between calls; a late call is harmless
/// since every deadline is compared with `now`. Actions are to be carried out in order.
/// Threading: none; one owner. Errors: none; what is wrong arrives as an event and leaves as a Publish.
class Node
{
public:
    explicit Node(NodeSettings settings);
    ~Node();
    Node(Node &&) noexcept;
    Node &operator=(Node &&) noexcept;

    [[nodiscard]] NodeActions step(TimePoint now, const NodeEvent &event);
    /// step(now, packet) for whoever reads thousands a second: the packet is neither copied nor moved.
    [[nodiscard]] NodeActions receive(TimePoint now, const PacketReceived &packet);
    /// When to call step(DeadlineReached) at the latest; nothing: only events matter.
    [[nodiscard]] std::optional<TimePoint> nextDeadline() const;
    [[nodiscard]] NodeStatus status() const;
    [[nodiscard]] const NodeSettings &settings() const;
    /// For whoever reads them on another thread; a Reconfigure makes new ones.
    [[nodiscard]] std::shared_ptr<const NodeSettings> sharedSettings() const;
    /// For the Startup of a successor in another process; empty while no election has begun.
    [[nodiscard]] Carried carry() const;

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace twinhelm::vrrp
