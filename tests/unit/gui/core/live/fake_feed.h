#pragma once

#include <utility>

#include "gui/core/base/qt_text.h"
#include "gui/core/live/node_feed.h"

namespace twinhelm::desk::fakes
{

/// A node that says what the test wants.
class FakeFeed : public NodeFeed
{
public:
    explicit FakeFeed(QString node) : node_(std::move(node)) {}

    [[nodiscard]] QString node() const override { return node_; }
    [[nodiscard]] const NodeLive &live() const override { return live_; }

    /// The node tells its state at `now`.
    void hear(const Instant &now, std::vector<wire::InstanceState> instances)
    {
        live_.status = NodeStatus::Connected;
        live_.lastHeard = now;
        live_.error.clear();
        live_.state.node = toStd(node_);
        live_.state.now = now.wall;
        live_.state.instances = std::move(instances);
        emit liveChanged();
    }
    void say(const wire::Event &event) { emit eventReceived(node_, event); }

private:
    QString node_;
    NodeLive live_;
};

/// An instance with one VIP that is there when it is MASTER.
inline wire::InstanceState instance(const std::string &name, const std::string &state,
                                    const std::string &vip = "10.0.0.3/32")
{
    wire::InstanceState out;
    out.name = name;
    out.state = state;
    out.interface = "eth0";
    out.addresses.push_back({vip, "eth0", state == "MASTER", false});
    return out;
}

} // namespace twinhelm::desk::fakes
