#pragma once

#include <deque>
#include <functional>
#include <set>
#include <span>
#include <string_view>
#include <vector>

#include "agent/vrrp/ports.h"
#include "common/vrrp/node.h"

namespace twinhelm::agent
{

/// Runs a vrrp::Node: hands it events with the time, carries out its actions through the ports: packets first,
/// then all changes of addresses and routes together, then the rest, each in order.
/// Decides nothing. Threading: one owner; an event given from within a port call is worked on after the current one.
class Driver
{
public:
    struct Ports {
        NetworkPort &network;
        ScriptPort &scripts;
        NoticePort &notices;
        PublishPort &publisher;
    };
    using Clock = std::function<TimePoint()>;

    Driver(vrrp::NodeSettings settings, Ports ports, Clock clock);

    void handle(vrrp::NodeEvent event);
    /// What one reading of a socket gave; not from within a port call.
    void receive(std::span<const vrrp::PacketReceived> packets);
    [[nodiscard]] const vrrp::Node &node() const { return node_; }

private:
    /// Of one step.
    struct Gathered {
        std::vector<const vrrp::SendPacket *> packets;
        std::vector<ObjectChange> changes;
        std::vector<const vrrp::NodeAction *> rest;
        std::set<std::string_view> announced;
    };

    void workOff();
    void carryOut(const vrrp::NodeActions &actions);
    void sendPackets(Gathered &gathered);
    void finish(Gathered &gathered);

    vrrp::Node node_;
    Ports ports_;
    Clock clock_;
    std::deque<vrrp::NodeEvent> waiting_;
    bool working_ = false;
};

} // namespace twinhelm::agent
