#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "common/base/time.h"
#include "common/vrrp/carried.h"
#include "common/vrrp/cause.h"
#include "common/vrrp/codec.h"
#include "common/vrrp/interval_histogram.h"
#include "common/vrrp/node_events.h"
#include "common/vrrp/notify.h"
#include "common/vrrp/repair_limit.h"
#include "common/vrrp/settings.h"
#include "common/vrrp/state.h"
#include "common/vrrp/status.h"

namespace twinhelm::vrrp
{

/// What can happen to one instance. Packets come checked; trackers, sync groups and interfaces come digested.
namespace event
{
/// `adopt`: a killed predecessor was MASTER a moment ago; go on where it stopped.
struct Start {
    Reason why;
    bool adopt = false;
};
/// `removed`: the instance leaves the configuration; its scripts hear FAULT (keepalived) instead of STOP.
struct Stop {
    Reason why;
    bool removed = false;
};
/// The caller stood still between these moments: nothing was heard and nothing done. Equal: it was in time.
struct Deadline {
    TimePoint asleepFrom{};
    TimePoint asleepUntil{};
};
struct AdvertHeard {
    AdvertView advert;
    IpAddress source;
};
struct FaultFound {
    Reason why;
    bool linkUsable = true;
};
struct FaultCleared {
    Reason why;
};
struct PriorityChanged {
    Priority effective;
};
/// Another member of the sync group became master, or is master no more.
struct GroupMaster {
    Reason why;
};
struct GroupBackup {
    Reason why;
};
struct HandOver {
};
struct ReleaseHold {
};
struct AddressesApplied {
    bool added = true;
    std::string error;
};
struct AddressVanished {
    Prefix prefix;
    std::string by;
};
struct ObjectVanished {
    std::string what;
    std::string by;
};
} // namespace event

using MachineEvent =
    std::variant<event::Start, event::Stop, event::Deadline, event::AdvertHeard, event::FaultFound, event::FaultCleared,
                 event::PriorityChanged, event::GroupMaster, event::GroupBackup, event::HandOver, event::ReleaseHold,
                 event::AddressesApplied, event::AddressVanished, event::ObjectVanished>;

/// The state machine of RFC 9568 section 6.4 for one virtual router, with keepalived's additions: FAULT,
/// preemption delay, announcements in two bursts, and a hold after an operator's handover.
///
/// A deadline that is told late means that we stood still: the process, or the whole machine. What would have been
/// right in time may be wrong now, so the machine listens before it acts. A backup waits for one more advert interval
/// before it takes the silence for a dead master's; a master that was silent for so long that a peer may have taken
/// over says nothing for one interval, and yields to whomever it hears.
///
/// Contract: total over (state, event); appends to `out` in the order in which things are to be done.
/// Threading: none. Errors: none. Cost: no allocation for an advert that changes nothing.
class Machine
{
public:
    /// `group`: where adverts go unless there are unicast peers or the instance has a group of its own.
    Machine(InstanceSettings settings, const IpAddress &group);

    void step(TimePoint now, const MachineEvent &event, NodeActions &out);
    [[nodiscard]] std::optional<TimePoint> nextDeadline() const;

    /// A backup whose wait is over, by silence or by preemption. Not after a farewell: that is no loss of packets.
    [[nodiscard]] bool isDue(TimePoint now) const;
    /// A backup that has an accepted master whose adverts keep coming: the last one is less than two intervals old.
    [[nodiscard]] bool hearsMaster(TimePoint now) const;
    /// The sync group stays because `other` of it hears its master: another wait instead of a takeover that could not
    /// last. Said once, until a master is heard or the state changes.
    void waitForGroup(TimePoint now, const std::string &other, NodeActions &out);

    [[nodiscard]] State state() const { return state_; }
    [[nodiscard]] const InstanceSettings &settings() const { return settings_; }
    [[nodiscard]] Priority effectivePriority() const { return effective_; }
    [[nodiscard]] const std::string &cause() const { return cause_; }
    [[nodiscard]] bool heldBack() const { return heldBack_; }
    [[nodiscard]] std::optional<IpAddress> source() const { return source_; }
    [[nodiscard]] const IpAddress &group() const { return group_; }
    [[nodiscard]] std::optional<IpAddress> masterAddress() const { return masterAddress_; }
    [[nodiscard]] const std::optional<Transition> &lastTransition() const { return lastTransition_; }
    /// Everything but priority parts and faults, which the machine does not know.
    void describe(InstanceStatus &status) const;
    [[nodiscard]] Counters &counters() { return counters_; }

    /// A peer sums its unicast adverts as keepalived did before 1.3.7: from now on we do the same.
    void useOldChecksum() { oldChecksum_ = true; }
    /// AH: the next sequence number is at least one above. Heard ones count as well: a virtual router has one sequence.
    void raiseSequence(std::uint32_t least) { sequence_ = std::max(sequence_, least); }
    [[nodiscard]] std::uint32_t sequence() const { return sequence_; }
    /// The address adverts come from; FAULT keeps the machine from sending without one.
    void setSource(std::optional<IpAddress> source);
    /// Take settings that differ only in what classify() calls live. Moves changed addresses at once while MASTER.
    void adopt(TimePoint now, InstanceSettings settings, NodeActions &out);

    /// All that a successor in another process needs to go on as if nothing had happened.
    [[nodiscard]] CarriedInstance carry() const;
    /// From INIT into the predecessor's state: no transition, nobody is told, no packet but those that are due.
    void resume(TimePoint now, const CarriedInstance &from, NodeActions &out);

private:
    struct Burst {
        TimePoint at;
        unsigned repeat = 0;
    };

    void on(TimePoint now, const event::Start &start, NodeActions &out);
    void on(TimePoint now, const event::Stop &stop, NodeActions &out);
    void on(TimePoint now, const event::Deadline &deadline, NodeActions &out);
    void on(TimePoint now, const event::AdvertHeard &heard, NodeActions &out);
    void on(TimePoint now, const event::FaultFound &fault, NodeActions &out);
    void on(TimePoint now, const event::FaultCleared &cleared, NodeActions &out);
    void on(TimePoint now, const event::PriorityChanged &change, NodeActions &out);
    void on(TimePoint now, const event::GroupMaster &group, NodeActions &out);
    void on(TimePoint now, const event::GroupBackup &group, NodeActions &out);
    void on(TimePoint now, const event::HandOver &, NodeActions &out);
    void on(TimePoint now, const event::ReleaseHold &, NodeActions &out);
    void on(TimePoint now, const event::AddressesApplied &applied, NodeActions &out);
    void on(TimePoint now, const event::AddressVanished &vanished, NodeActions &out);
    void on(TimePoint now, const event::ObjectVanished &vanished, NodeActions &out);

    void begin(TimePoint now, const Reason &why, bool mayStartAsMaster, NodeActions &out);
    void heardAsBackup(TimePoint now, const event::AdvertHeard &heard, NodeActions &out);
    void heardAsMaster(TimePoint now, const event::AdvertHeard &heard, NodeActions &out);
    void answerLowerPriority(TimePoint now, NodeActions &out);
    void reportConflict(TimePoint now, const event::AdvertHeard &heard, NodeActions &out);
    void yieldOwnership(const event::AdvertHeard &heard, NodeActions &out);
    [[nodiscard]] bool stepsDownAfterStall(TimePoint now, NodeActions &out);
    [[nodiscard]] bool listensAfterStall(TimePoint now, NodeActions &out);
    [[nodiscard]] bool wokeTooLate(TimePoint now, const event::Deadline &deadline, NodeActions &out);
    void yieldAfterStall(TimePoint now, const event::AdvertHeard &heard, NodeActions &out);
    [[nodiscard]] Duration silentFor(TimePoint now) const;
    void runMasterTimers(TimePoint now, NodeActions &out);
    [[nodiscard]] bool accepts(TimePoint now, Priority heard);
    [[nodiscard]] bool beatsUs(const event::AdvertHeard &heard) const;
    void follow(TimePoint now, const event::AdvertHeard &heard, NodeActions &out);

    void becomeMaster(TimePoint now, const Reason &why, NodeActions &out);
    void becomeBackup(TimePoint now, const Reason &why, NodeActions &out);
    void leaveMaster(NodeActions &out);
    void enter(TimePoint now, State to, const Reason &why, NodeActions &out);
    void sendAdvert(Priority priority, NodeActions &out);
    void addAddresses(NodeActions &out);
    [[nodiscard]] bool holdsObjects() const;
    [[nodiscard]] static Duration retryAfter(unsigned refusals);
    void putBack(TimePoint now, const std::string &what, const std::string &by, NodeActions &out);
    void announce(unsigned repeat, NodeActions &out);
    void publish(ChangeKind kind, std::string cause, std::string text, NodeActions &out, Cause facts = {}) const;
    [[nodiscard]] Duration downInterval() const;
    [[nodiscard]] Duration skew() const;
    [[nodiscard]] cause::MissedAdverts silence(TimePoint now) const;
    void remember(TimePoint now, State from, const Reason &why);

    InstanceSettings settings_;
    IpAddress group_;
    std::vector<VirtualAddress> addresses_; ///< advertised and excluded: all that move
    Advert advert_;
    Counters counters_;
    Notifier notifier_;

    State state_ = State::Init;
    TimePoint since_{};
    std::string cause_;
    std::optional<Transition> lastTransition_;
    IntervalHistogram intervals_;
    std::optional<IpAddress> source_;
    Priority effective_;
    Duration masterInterval_;
    std::optional<IpAddress> masterAddress_;
    std::optional<Priority> masterPriority_;
    std::optional<TimePoint> lastHeard_;
    bool heldBack_ = false;
    bool oldChecksum_ = false;
    std::uint32_t sequence_ = 0;
    bool ownershipDisputed_ = false; ///< another owner was heard: 254 until the settings change
    bool addressesPresent_ = false;
    bool masterLeaving_ = false; ///< priority 0 was the last word of the master
    bool groupWaits_ = false;    ///< waitForGroup() has been reported
    bool outranked_ = false;     ///< the last advert heard was of a lower priority, and not accepted

    // BACKUP
    TimePoint masterDownAt_{};
    std::optional<TimePoint> preemptAt_; ///< preempt_delay runs until then
    // MASTER
    TimePoint advertAt_{};
    std::optional<Duration> stall_; ///< so long were we silent; listening until advertAt_ whether somebody took over
    std::optional<Burst> burst_;
    std::optional<TimePoint> refreshAt_;
    std::optional<TimePoint> repairAt_;
    RepairLimit repairs_;
    unsigned refusals_ = 0; ///< times in a row that the kernel did not add the addresses
    std::optional<TimePoint> lastConflict_;
    TimePoint nextConflictReport_{};
    std::uint64_t unreportedConflicts_ = 0;
};

} // namespace twinhelm::vrrp
