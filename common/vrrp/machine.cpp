#include "common/vrrp/machine.h"

#include <algorithm>
#include <utility>

#include "common/vrrp/notify.h"
#include "common/vrrp/sentences.h"
#include "common/vrrp/timers.h"

namespace twinhelm::vrrp
{

namespace
{

/// A conflict that was silent for so long is a new one.
constexpr Duration conflictQuiet = std::chrono::seconds(10);
constexpr Duration conflictReportEvery = std::chrono::seconds(60);

/// "10.0.0.5 stepped down (priority 0), taking over"
Reason reason(const char *word, Cause facts, const char *then)
{
    auto text = sentence(facts) + ", " + then;
    return {word, std::move(text), std::move(facts)};
}

} // namespace

void Machine::step(TimePoint now, const MachineEvent &event, NodeActions &out)
{
    std::visit([&](const auto &one) { on(now, one, out); }, event);
}

std::optional<TimePoint> Machine::nextDeadline() const
{
    if (state_ == State::Backup)
        return masterDownAt_;
    if (state_ != State::Master)
        return std::nullopt;
    TimePoint next = advertAt_;
    if (stall_)
        return next; // everything else waits until it is known who is master
    if (burst_)
        next = std::min(next, burst_->at);
    if (refreshAt_)
        next = std::min(next, *refreshAt_);
    if (repairAt_)
        next = std::min(next, *repairAt_);
    return next;
}

// ---- start and end -----------------------------------------------------------------------------

void Machine::on(TimePoint now, const event::Start &start, NodeActions &out)
{
    if (state_ != State::Init && state_ != State::Stopped)
        return;
    if (start.adopt)
        becomeMaster(now, {"adopted", sentence(cause::Adopted{}), cause::Adopted{}}, out);
    else
        begin(now, start.why, true, out);
}

void Machine::on(TimePoint now, const event::Stop &stop, NodeActions &out)
{
    if (state_ == State::Stopped)
        return;
    if (state_ == State::Master) {
        sendAdvert(priorityLeaving, out);
        leaveMaster(out);
    }
    const bool ran = state_ != State::Init;
    const State from = std::exchange(state_, State::Stopped);
    remember(now, from, stop.why);
    heldBack_ = false;
    out.push_back(Publish{ChangeKind::StateChanged, settings_.name, false, from, State::Stopped, effective_.value,
                          stop.why.cause, stop.why.text, stop.why.facts});
    if (ran)
        notifier_.entered(settings_.notify, {settings_.name, effective_.value}, State::Stopped, stop.removed, out);
}

/// From INIT, STOP or FAULT into the election.
void Machine::begin(TimePoint now, const Reason &why, bool mayStartAsMaster, NodeActions &out)
{
    masterInterval_ = settings_.advertInterval;
    lastHeard_.reset();
    masterAddress_.reset();
    masterPriority_.reset();
    if (effective_ == priorityOwner && !heldBack_) {
        becomeMaster(now, {why.cause, why.text + ": owner of the addresses (priority 255), master at once", why.facts},
                     out);
        return;
    }
    const bool asMaster = mayStartAsMaster && settings_.startAs == StartAs::Master;
    const Duration wait = asMaster ? settings_.advertInterval + skew() : downInterval();
    becomeBackup(now,
                 {why.cause,
                  why.text + ", waits " + seconds(wait) + " for " + (asMaster ? "a better" : "a") + " master",
                  why.facts},
                 out);
    masterDownAt_ = now + wait;
}

// ---- faults and priority -----------------------------------------------------------------------

void Machine::on(TimePoint now, const event::FaultFound &fault, NodeActions &out)
{
    if (state_ == State::Fault || state_ == State::Stopped)
        return;
    if (state_ == State::Master) {
        if (fault.linkUsable)
            sendAdvert(priorityLeaving, out);
        leaveMaster(out);
    }
    enter(now, State::Fault, fault.why, out);
}

void Machine::on(TimePoint now, const event::FaultCleared &cleared, NodeActions &out)
{
    if (state_ == State::Fault)
        begin(now, cleared.why, false, out);
}

void Machine::on(TimePoint, const event::PriorityChanged &change, NodeActions &)
{
    const Duration before = skew();
    effective_ = ownershipDisputed_ ? std::min(change.effective, priorityMost) : change.effective;
    if (state_ == State::Backup)
        masterDownAt_ += skew() - before; // every wait of a backup contains exactly one skew
}

// ---- the election ------------------------------------------------------------------------------

void Machine::on(TimePoint now, const event::Deadline &deadline, NodeActions &out)
{
    if (state_ == State::Master) {
        runMasterTimers(now, out);
        return;
    }
    if (state_ != State::Backup || now < masterDownAt_ || wokeTooLate(now, deadline, out))
        return;
    if (masterLeaving_)
        becomeMaster(now, reason("priority_zero", cause::PeerLeft{*masterAddress_}, "taking over"), out);
    else if (outranked_)
        becomeMaster(now,
                     reason("preempt", cause::LowerPeer{*masterAddress_, *masterPriority_, effective_}, "taking over"),
                     out);
    else
        becomeMaster(now, reason("master_down", silence(now), "taking over"), out);
}

void Machine::on(TimePoint now, const event::AdvertHeard &heard, NodeActions &out)
{
    if (state_ == State::Backup)
        heardAsBackup(now, heard, out);
    else if (state_ == State::Master)
        heardAsMaster(now, heard, out);
}

void Machine::heardAsBackup(TimePoint now, const event::AdvertHeard &heard, NodeActions &out)
{
    if (heard.advert.priority == priorityLeaving) {
        ++counters_.priorityZeroReceived;
        masterLeaving_ = true;
        outranked_ = false;
        masterAddress_ = heard.source;
        masterPriority_ = priorityLeaving;
        lastHeard_ = now;
        masterDownAt_ = std::min(masterDownAt_, now + skew());
        return;
    }
    if (accepts(now, heard.advert.priority)) {
        follow(now, heard, out);
        return;
    }
    outranked_ = true;
    masterLeaving_ = false;
    masterAddress_ = heard.source;
    masterPriority_ = heard.advert.priority;
    lastHeard_ = now;
}

/// Whether a backup takes the sender for its master; a refused advert lets the master down timer run on.
bool Machine::accepts(TimePoint now, Priority heard)
{
    if (heard >= effective_) {
        preemptAt_.reset();
        return true;
    }
    if (heldBack_ || !settings_.preempt)
        return true;
    if (settings_.preemptDelay == Duration::zero())
        return false;
    if (!preemptAt_)
        preemptAt_ = now + settings_.preemptDelay;
    return now < *preemptAt_;
}

void Machine::follow(TimePoint now, const event::AdvertHeard &heard, NodeActions &out)
{
    const bool other = masterAddress_ != heard.source;
    if (!other && lastHeard_ && !masterLeaving_)
        intervals_.add(now - *lastHeard_);
    masterLeaving_ = outranked_ = groupWaits_ = false;
    masterAddress_ = heard.source;
    masterPriority_ = heard.advert.priority;
    lastHeard_ = now;
    if (settings_.version == Version::V3)
        masterInterval_ = heard.advert.interval;
    masterDownAt_ = now + downInterval();
    if (other)
        publish(ChangeKind::PeerChanged, "peer_master", router(heard.source, heard.advert.priority) + " is master",
                out);
}

bool Machine::beatsUs(const event::AdvertHeard &heard) const
{
    if (heard.advert.priority != effective_)
        return heard.advert.priority > effective_;
    return source_ && heard.source > *source_;
}

void Machine::heardAsMaster(TimePoint now, const event::AdvertHeard &heard, NodeActions &out)
{
    if (listensAfterStall(now, out) && heard.advert.priority != priorityLeaving) {
        yieldAfterStall(now, heard, out);
        return;
    }
    if (heard.advert.priority == priorityLeaving) {
        ++counters_.priorityZeroReceived;
        sendAdvert(effective_, out);
        advertAt_ = now + settings_.advertInterval;
        return;
    }
    if (heard.advert.priority == priorityOwner && effective_ == priorityOwner)
        yieldOwnership(heard, out);
    if (!beatsUs(heard)) {
        reportConflict(now, heard, out);
        answerLowerPriority(now, out);
        return;
    }
    if (settings_.higherPrioritySendAdvert)
        sendAdvert(effective_, out);
    leaveMaster(out);
    masterAddress_ = heard.source;
    becomeBackup(
        now,
        reason("higher_priority", cause::HigherPeer{heard.source, heard.advert.priority, effective_}, "stepping down"),
        out);
    follow(now, heard, out);
}

/// Two routers cannot own the same addresses. Each side drops to 254 (keepalived); the next adverts decide.
void Machine::yieldOwnership(const event::AdvertHeard &heard, NodeActions &out)
{
    ownershipDisputed_ = true;
    effective_ = priorityMost;
    publish(ChangeKind::Conflict, "two_owners",
            heard.source.toString() +
                " has priority 255 as well: two routers cannot own the same addresses; ours is 254 from now on. Give "
                "one of the nodes a lower priority",
            out);
}

void Machine::answerLowerPriority(TimePoint now, NodeActions &out)
{
    notifyLowerPriority(settings_.notify, settings_.name, effective_.value, out);
    if (!settings_.lowerPriorityNoAdvert)
        sendAdvert(effective_, out);
    const auto &policy = settings_.announce;
    if (policy.lowerPriorityRepeat == 0)
        return;
    announce(policy.lowerPriorityRepeat, out);
    if (policy.lowerPriorityDelay > Duration::zero() && !burst_)
        burst_ = Burst{now + policy.lowerPriorityDelay, policy.lowerPriorityRepeat};
}

void Machine::reportConflict(TimePoint now, const event::AdvertHeard &heard, NodeActions &out)
{
    ++counters_.conflicts;
    ++unreportedConflicts_;
    const bool fresh = !lastConflict_ || now - *lastConflict_ > conflictQuiet;
    lastConflict_ = now;
    if (!fresh && now < nextConflictReport_)
        return;
    std::string text = router(heard.source, heard.advert.priority) + " is master at the same time as we (priority " +
                       std::to_string(effective_.value) + ")";
    text += fresh ? ": our adverts do not reach it, or did not until now"
                  : ": " + std::to_string(unreportedConflicts_) + " more adverts of it since the last report";
    publish(ChangeKind::Conflict, "two_masters", std::move(text), out);
    unreportedConflicts_ = 0;
    nextConflictReport_ = now + conflictReportEvery;
}

// ---- sync group and operator -------------------------------------------------------------------

void Machine::on(TimePoint now, const event::GroupMaster &group, NodeActions &out)
{
    if (state_ == State::Backup)
        becomeMaster(now, group.why, out);
}

void Machine::on(TimePoint now, const event::GroupBackup &group, NodeActions &out)
{
    if (state_ != State::Master)
        return;
    leaveMaster(out);
    becomeBackup(now, group.why, out);
}

void Machine::on(TimePoint now, const event::HandOver &, NodeActions &out)
{
    if (state_ == State::Init || state_ == State::Stopped)
        return;
    heldBack_ = true;
    if (state_ != State::Master) {
        publish(ChangeKind::HoldChanged, "handover", "held back by an operator: does not preempt until released", out);
        return;
    }
    sendAdvert(priorityLeaving, out);
    leaveMaster(out);
    becomeBackup(
        now, {"handover", sentence(cause::Operator{}) + ": does not preempt until released", cause::Operator{}}, out);
}

bool Machine::isDue(TimePoint now) const
{
    return state_ == State::Backup && now >= masterDownAt_ && !masterLeaving_;
}

bool Machine::hearsMaster(TimePoint now) const
{
    return state_ == State::Backup && !masterLeaving_ && !outranked_ && lastHeard_ &&
           now - *lastHeard_ < 2 * masterInterval_;
}

void Machine::waitForGroup(TimePoint now, const std::string &other, NodeActions &out)
{
    const cause::MissedAdverts facts = silence(now);
    masterDownAt_ = now + downInterval();
    if (!std::exchange(groupWaits_, true))
        publish(ChangeKind::HoldChanged, "sync_group",
                sentence(facts) + ", but does not take over: " + other +
                    " of the same sync group hears its master. Look at " + settings_.interface +
                    ": adverts are lost there, or only one of the nodes has the group",
                out);
}

void Machine::on(TimePoint, const event::ReleaseHold &, NodeActions &out)
{
    if (std::exchange(heldBack_, false))
        publish(ChangeKind::HoldChanged, "release", "released by an operator: takes part in the election again", out);
}

// ---- status ----------------------------------------------------------------------------------------

void Machine::describe(InstanceStatus &status) const
{
    status.name = settings_.name;
    status.state = state_;
    status.since = since_;
    status.cause = cause_;
    status.lastTransition = lastTransition_;
    status.advertIntervals = intervals_;
    status.basePriority = settings_.priority;
    status.effectivePriority = effective_;
    status.masterAddress = masterAddress_;
    status.masterPriority = state_ == State::Master ? std::optional(effective_) : masterPriority_;
    status.lastAdvertHeard = lastHeard_;
    status.masterAdvertInterval = masterInterval_;
    status.masterDownInterval = downInterval();
    status.heldBack = heldBack_;
    status.addressesPresent = addressesPresent_;
    status.counters = counters_;
}

} // namespace twinhelm::vrrp
