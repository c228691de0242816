#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/vrrp/announce_queue.h"
#include "common/base/deadlines.h"
#include "common/vrrp/instance.h"
#include "common/vrrp/link_delays.h"
#include "common/vrrp/node.h"
#include "common/vrrp/process_tracker.h"
#include "common/vrrp/routes.h"
#include "common/vrrp/static_keeper.h"
#include "common/vrrp/sync_group.h"
#include "common/vrrp/tracking.h"

namespace twinhelm::vrrp
{

/// Private to vrrp::Node: node.cpp holds what happens from event to event, node_reconfigure.cpp the change of settings,
/// node_carried.cpp the change of processes.
class Node::Impl
{
public:
    explicit Impl(NodeSettings settings);

    NodeActions step(TimePoint now, const NodeEvent &event);
    NodeActions receive(TimePoint now, const PacketReceived &packet);
    [[nodiscard]] std::optional<TimePoint> nextDeadline() const;
    [[nodiscard]] NodeStatus status() const;
    [[nodiscard]] const std::shared_ptr<const NodeSettings> &settings() const { return settings_; }
    [[nodiscard]] Carried carry() const;

private:
    enum class Phase : std::uint8_t { Idle, Delayed, Running };
    using Indices = std::vector<std::size_t>;

    void on(const Startup &startup);
    void on(const Shutdown &);
    void on(const DeadlineReached &);
    void on(const InterfaceChanged &change);
    void on(const PacketReceived &packet);
    void on(const PacketsFailed &failed);
    void on(const ScriptFinished &finished);
    void on(const FileRead &read);
    void on(const ProcessesCounted &counted);
    void on(const Trouble &trouble);
    void on(const AddressesApplied &applied);
    void on(const AddressVanished &vanished);
    void on(const ObjectVanished &vanished);
    void on(const Handover &handover);
    void on(const Release &release);
    void on(const Reconfigure &change);

    [[nodiscard]] NodeActions takeActions();
    void believe(const InterfaceFacts &facts);
    void processChanged(const ProcessTracker &process);
    void runDelays();
    void retellStates();
    void trackerChanged(TrackKind kind, const std::string &name, const Reason &why);
    [[nodiscard]] Indices trackersOf(TrackKind kind, const std::string &name) const;
    [[nodiscard]] Reason fileReason(const std::string &name) const;
    [[nodiscard]] Reason processReason(const ProcessTracker &process) const;
    void noteStall(TimePoint before);
    void beginElections();
    void resumeScripts(const Carried &carried);
    void resume(const Carried &carried);
    void runDueScripts();
    void paceAnnouncements();
    void openInterfaces();
    [[nodiscard]] bool waitsForGroup(std::size_t index);
    void tell(std::size_t index, const MachineEvent &event);
    void tellGroup(const std::string &instance, const MachineEvent &event);
    void settle(std::size_t index);
    void settleGroup(std::size_t group, const std::string &cause);
    [[nodiscard]] std::string leaderOf(std::size_t group) const;
    void reconsider(const Indices &instances, const Reason &trigger);
    void reassess(std::size_t index, const Reason &trigger);
    void apply(std::size_t index, const Reason &trigger);
    void collectFaults(std::size_t index);
    [[nodiscard]] bool undecided(std::size_t index) const;
    [[nodiscard]] Indices withGroups(const Indices &instances) const;
    [[nodiscard]] Indices everyone() const;
    [[nodiscard]] std::vector<TrackUse> usesOf(std::size_t index) const;
    [[nodiscard]] Verdict verdictOf(const TrackUse &use) const;
    [[nodiscard]] bool canOpen(const InstanceSettings &settings) const;
    [[nodiscard]] const InterfaceFacts *factsOf(const std::string &interface) const;
    [[nodiscard]] std::vector<State> memberStates(std::size_t group) const;

    void buildIndex();
    void buildGroups(std::vector<SyncGroup> before);
    void buildScripts(std::vector<ScriptTracker> before);
    void buildProcesses(std::vector<ProcessTracker> before);
    [[nodiscard]] IpAddress multicastGroup(Family family) const;

    std::shared_ptr<const NodeSettings> settings_;
    Phase phase_ = Phase::Idle;
    TimePoint now_ = TimePoint::min();
    event::Deadline asleep_; ///< the last time this engine stood still while something was due
    std::optional<TimePoint> startAt_;
    TimePoint startedAt_{};
    std::uint32_t sequenceBase_ = 0;
    std::set<std::string, std::less<>> adopt_; ///< only while the elections begin
    std::vector<Instance> instances_;
    std::vector<SyncGroup> groups_;
    std::vector<Indices> members_; ///< of each group
    std::vector<ScriptTracker> scripts_;
    std::vector<ProcessTracker> processes_;
    std::unordered_map<std::string, unsigned> counts_; ///< last told, also of processes a reload is about to bring
    std::unordered_map<std::string, std::optional<int>> files_; ///< what they say
    LinkDelays linkDelays_;
    std::unordered_map<std::string, InterfaceFacts> interfaces_;
    std::unordered_map<std::string, std::size_t> byName_;
    std::set<IpAddress> moving_; ///< what moves with an instance; an owner's addresses are the host's own
    Routes routes_;
    Deadlines deadlines_;
    /// What to listen for on an interface.
    struct Listening {
        std::set<IpAddress> groups;
        bool authHeader = false;
        friend bool operator==(const Listening &, const Listening &) = default;
    };
    std::map<std::pair<std::string, Family>, Listening> open_;
    std::uint64_t unknownRouter_ = 0;
    std::uint64_t unreadable_ = 0;
    AnnounceQueue announcements_;
    StaticKeeper statics_;
    NodeActions out_;
};

} // namespace twinhelm::vrrp
