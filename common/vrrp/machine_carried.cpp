#include <algorithm>

#include "common/vrrp/machine.h"

/// The part of vrrp::Machine that lets another process go on where this one stops.
namespace twinhelm::vrrp
{

CarriedInstance Machine::carry() const
{
    CarriedInstance out;
    out.name = settings_.name;
    out.state = state_;
    out.last = lastTransition_.value_or(Transition{since_, State::Init, state_, {cause_, {}, {}}});
    out.last.why.facts = {};
    out.heldBack = heldBack_;
    out.masterAddress = masterAddress_;
    out.masterPriority = masterPriority_;
    out.masterInterval = masterInterval_;
    out.lastHeard = lastHeard_;
    out.masterLeaving = masterLeaving_;
    out.outranked = outranked_;
    out.masterDownAt = masterDownAt_;
    out.preemptAt = preemptAt_;
    out.advertAt = advertAt_;
    if (burst_)
        out.announceAt = burst_->at;
    out.sequence = sequence_;
    out.counters = counters_;
    return out;
}

/// Adverts keep their rhythm: one that fell due meanwhile leaves at once, and a change that took longer than a peer is
/// patient is a stall like any other.
void Machine::resume(TimePoint now, const CarriedInstance &from, NodeActions &out)
{
    if (state_ != State::Init || from.state == State::Init || from.state == State::Stopped)
        return;
    state_ = from.state;
    since_ = from.last.when;
    cause_ = from.last.why.cause;
    lastTransition_ = from.last;
    heldBack_ = from.heldBack;
    counters_ = from.counters;
    raiseSequence(from.sequence);
    if (from.masterInterval > Duration::zero() && settings_.version == Version::V3)
        masterInterval_ = from.masterInterval;
    if (state_ == State::Master) {
        masterAddress_ = source_;
        masterPriority_ = effective_;
        // Never later than a new master would speak, whatever the predecessor wrote.
        advertAt_ = std::min(from.advertAt, now + settings_.advertInterval);
        if (from.announceAt)
            burst_ = Burst{*from.announceAt, settings_.announce.repeat};
        if (settings_.announce.refreshEvery > Duration::zero())
            refreshAt_ = now + settings_.announce.refreshEvery;
        addAddresses(out);
        return;
    }
    masterAddress_ = from.masterAddress;
    masterPriority_ = from.masterPriority;
    lastHeard_ = from.lastHeard;
    masterLeaving_ = from.masterLeaving && masterAddress_;
    outranked_ = from.outranked && masterAddress_ && masterPriority_;
    preemptAt_ = from.preemptAt;
    // Adverts that came while nobody listened are lost: a living master is heard within one more interval.
    masterDownAt_ = masterLeaving_ ? from.masterDownAt : std::max(from.masterDownAt, now + masterInterval_ + skew());
    masterDownAt_ = std::min(masterDownAt_, now + downInterval());
}

} // namespace twinhelm::vrrp
