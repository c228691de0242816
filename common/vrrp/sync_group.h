#pragma once

#include <string>
#include <vector>

#include "common/vrrp/carried.h"
#include "common/vrrp/node_events.h"
#include "common/vrrp/notify.h"
#include "common/vrrp/settings.h"
#include "common/vrrp/state.h"
#include "common/vrrp/status.h"

namespace twinhelm::vrrp
{

/// Instances that move together (keepalived: vrrp_sync_group). Decides which members must follow; the node moves them.
class SyncGroup
{
public:
    explicit SyncGroup(SyncGroupSettings settings) : settings_(std::move(settings)) {}

    enum class Order : std::uint8_t { None, AllMaster, AllBackup };

    /// What the members' states ask for. One that left MASTER for BACKUP takes all along; else one MASTER does.
    [[nodiscard]] Order judge(const std::vector<State> &members);
    /// Publish and notify when the group as a whole is in another state: MASTER when all are, FAULT when one is.
    void report(TimePoint now, const std::vector<State> &members, const std::string &cause, NodeActions &out);
    /// New settings of the same group; states are kept.
    void adopt(SyncGroupSettings settings)
    {
        settings_ = std::move(settings);
        previous_.clear();
    }

    /// The state of a predecessor in another process; nobody is told.
    void resume(const CarriedGroup &from)
    {
        state_ = from.state;
        since_ = from.since;
    }

    [[nodiscard]] const SyncGroupSettings &settings() const { return settings_; }
    [[nodiscard]] GroupStatus status() const { return {settings_.name, state_, since_, settings_.members}; }

private:
    SyncGroupSettings settings_;
    Notifier notifier_;
    std::vector<State> previous_;
    State state_ = State::Init;
    TimePoint since_{};
};

/// The state of a group whose members are in these states.
[[nodiscard]] State groupState(const std::vector<State> &members);

} // namespace twinhelm::vrrp
