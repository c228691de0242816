#pragma once

#include <string>

#include "common/vrrp/machine.h"
#include "tests/support/vrrp/values.h"

/// A vrrp::Machine on a bench: 10.0.0.12 with priority 150, between two peers.
namespace twinhelm::test
{

using namespace vrrp; // NOLINT: for tests

inline const IpAddress us = address("10.0.0.12");
inline const IpAddress smaller = address("10.0.0.11");
inline const IpAddress larger = address("10.0.0.13");
inline const IpAddress group = address("224.0.0.18");
inline const Prefix vip{address("10.0.0.100"), 24};

inline InstanceSettings plain()
{
    InstanceSettings settings;
    settings.name = "VI_1";
    settings.interface = "eth0";
    settings.virtualRouterId = Vrid{50};
    settings.priority = Priority{150};
    VirtualAddress one;
    one.prefix = vip;
    settings.addresses = {one};
    return settings;
}

inline std::string word(const Publish &publish)
{
    const auto cause = "(" + publish.cause + ")";
    switch (publish.kind) {
    case ChangeKind::StateChanged: return "state" + cause;
    case ChangeKind::AddressTrouble: return "address" + cause;
    case ChangeKind::SendTrouble: return "send" + cause;
    case ChangeKind::Trouble: return "trouble" + cause;
    case ChangeKind::PeerChanged: return "peer" + cause;
    case ChangeKind::Conflict: return "conflict" + cause;
    case ChangeKind::HoldChanged: return "hold" + cause;
    case ChangeKind::Stalled: return "stall" + cause;
    default: return "unexpected" + cause;
    }
}

/// Actions as one line: "advert150 add announce5 state(master_down)".
inline std::string line(const NodeActions &actions)
{
    std::string text;
    for (const auto &action : actions) {
        std::string one = "?";
        if (const auto *packet = std::get_if<SendPacket>(&action))
            one = "advert" + std::to_string(packet->bytes.at(2));
        else if (std::holds_alternative<AddAddresses>(action))
            one = "add";
        else if (std::holds_alternative<RemoveAddresses>(action))
            one = "remove";
        else if (const auto *announce = std::get_if<Announce>(&action))
            one = "announce" + std::to_string(announce->repeat);
        else if (const auto *publish = std::get_if<Publish>(&action))
            one = word(*publish);
        else if (const auto *run = std::get_if<RunNotify>(&action))
            one = "notify:" + run->command.argv.at(run->command.argv.size() - 2);
        text += (text.empty() ? "" : " ") + one;
    }
    return text;
}

inline event::AdvertHeard heard(int priority, const IpAddress &from = smaller,
                                Duration interval = std::chrono::seconds(1))
{
    return {AdvertView{Vrid{50}, Priority{static_cast<std::uint8_t>(priority)}, interval, {}}, from};
}

/// A machine and its transcript.
struct Bench {
    explicit Bench(InstanceSettings settings = plain()) : machine(std::move(settings), group) { machine.setSource(us); }

    std::string tell(Duration now, const MachineEvent &event)
    {
        NodeActions out;
        machine.step(at(now), event, out);
        return line(out);
    }
    void start(Duration now = Duration::zero()) { tell(now, event::Start{{"startup", "started"}}); }
    std::string tick(Duration now) { return tell(now, event::Deadline{}); }
    /// Start at 0; master at 3.4140625 s.
    void becomeMaster()
    {
        start();
        tick(std::chrono::nanoseconds(3414062500));
    }
    InstanceStatus status() const
    {
        InstanceStatus status;
        machine.describe(status);
        return status;
    }

    Machine machine;
};

} // namespace twinhelm::test
