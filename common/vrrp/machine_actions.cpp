#include <algorithm>
#include <utility>

#include "common/vrrp/auth_header.h"
#include "common/vrrp/machine.h"
#include "common/vrrp/sentences.h"
#include "common/vrrp/timers.h"
#include "common/vrrp/without.h"

/// The part of vrrp::Machine that says what being master means: adverts, addresses, announcements, and the way in and
/// out of each state. machine.cpp decides who is master.
namespace twinhelm::vrrp
{

namespace
{

std::vector<VirtualAddress> allAddresses(const InstanceSettings &settings)
{
    auto all = settings.addresses;
    all.insert(all.end(), settings.excludedAddresses.begin(), settings.excludedAddresses.end());
    return all;
}

Advert advertOf(const InstanceSettings &settings)
{
    Advert advert{settings.version,
                  settings.family,
                  settings.virtualRouterId,
                  settings.priority,
                  settings.advertInterval,
                  AuthType::None,
                  {},
                  {}};
    advert.v3ChecksumAsV2 = settings.v3ChecksumAsV2;
    advert.authType = settings.authentication.type;
    if (advert.authType != AuthType::None)
        advert.password = wirePassword(settings.authentication);
    for (const auto &address : settings.addresses)
        advert.addresses.push_back(address.prefix.address);
    return advert;
}

} // namespace

Machine::Machine(InstanceSettings settings, const IpAddress &group)
    : settings_(std::move(settings)), group_(settings_.multicastGroup.value_or(group)),
      addresses_(allAddresses(settings_)), advert_(advertOf(settings_)), effective_(settings_.priority),
      masterInterval_(settings_.advertInterval), oldChecksum_(settings_.unicastChecksum == UnicastChecksum::Old)
{
}

void Machine::setSource(std::optional<IpAddress> source)
{
    source_ = source;
}

void Machine::adopt(TimePoint now, InstanceSettings settings, NodeActions &out)
{
    const auto addressesBefore = std::move(addresses_);
    const auto before = std::exchange(settings_, std::move(settings));
    addresses_ = allAddresses(settings_);
    advert_ = advertOf(settings_);
    ownershipDisputed_ = false;
    if (state_ != State::Master)
        return;
    RemoveAddresses gone{settings_.name,
                         settings_.addressDevice(),
                         without(addressesBefore, addresses_),
                         without(before.routes, settings_.routes),
                         without(before.rules, settings_.rules),
                         settings_.accept};
    if (!gone.addresses.empty() || !gone.routes.empty() || !gone.rules.empty())
        out.push_back(std::move(gone));
    AddAddresses fresh{settings_.name,
                       settings_.addressDevice(),
                       without(addresses_, addressesBefore),
                       without(settings_.routes, before.routes),
                       without(settings_.rules, before.rules),
                       settings_.accept};
    if (!fresh.addresses.empty() || !fresh.routes.empty() || !fresh.rules.empty()) {
        const auto announced = fresh.addresses;
        out.push_back(std::move(fresh));
        counters_.announcementsSent += announced.size() * settings_.announce.repeat;
        if (!announced.empty())
            out.push_back(Announce{settings_.name, settings_.addressDevice(), announced, settings_.announce.repeat});
    }
    refreshAt_.reset();
    if (settings_.announce.refreshEvery > Duration::zero())
        refreshAt_ = now + settings_.announce.refreshEvery;
}

// ---- the way in and out --------------------------------------------------------------------------

void Machine::becomeMaster(TimePoint now, const Reason &why, NodeActions &out)
{
    ++counters_.becameMaster;
    masterInterval_ = settings_.advertInterval;
    preemptAt_.reset();
    masterLeaving_ = outranked_ = false;
    masterAddress_ = source_;
    masterPriority_ = effective_;
    sendAdvert(effective_, out);
    advertAt_ = now + settings_.advertInterval;
    addAddresses(out);
    const auto &policy = settings_.announce;
    announce(policy.repeat, out);
    if (policy.secondBurstAfter > Duration::zero())
        burst_ = Burst{now + policy.secondBurstAfter, policy.repeat};
    if (policy.refreshEvery > Duration::zero())
        refreshAt_ = now + policy.refreshEvery;
    enter(now, State::Master, why, out);
    if (std::exchange(heldBack_, false))
        publish(ChangeKind::HoldChanged, "peer_gone", "the operator's hold ended: no other master is left", out);
}

void Machine::becomeBackup(TimePoint now, const Reason &why, NodeActions &out)
{
    masterLeaving_ = outranked_ = false;
    preemptAt_.reset();
    intervals_.forgetLongest();
    masterDownAt_ = now + downInterval();
    enter(now, State::Backup, why, out);
}

void Machine::leaveMaster(NodeActions &out)
{
    ++counters_.releasedMaster;
    burst_.reset();
    refreshAt_.reset();
    repairAt_.reset();
    refusals_ = 0;
    stall_.reset();
    lastConflict_.reset();
    lastHeard_.reset();
    masterAddress_.reset();
    masterPriority_.reset();
    if (holdsObjects())
        out.push_back(RemoveAddresses{settings_.name, settings_.addressDevice(), addresses_, settings_.routes,
                                      settings_.rules, settings_.accept});
}

void Machine::enter(TimePoint now, State to, const Reason &why, NodeActions &out)
{
    const State from = std::exchange(state_, to);
    groupWaits_ = false;
    remember(now, from, why);
    out.push_back(Publish{ChangeKind::StateChanged, settings_.name, false, from, to, effective_.value, why.cause,
                          why.text, why.facts});
    notifier_.entered(settings_.notify, {settings_.name, effective_.value}, to, false, out);
}

void Machine::sendAdvert(Priority priority, NodeActions &out)
{
    if (!source_)
        return;
    ++(priority == priorityLeaving ? counters_.priorityZeroSent : counters_.advertsSent);
    advert_.priority = priority;
    const auto sendTo = [&](const IpAddress &destination, const IpAddress &summed, std::uint8_t ttl) {
        auto message = encode(advert_, *source_, summed);
        const bool sign = advert_.authType == AuthType::Ah;
        if (sign)
            message = signDatagram(message, {*source_, destination, ttl, ++sequence_}, advert_.password);
        out.push_back(
            SendPacket{settings_.name, settings_.wire(), *source_, destination, ttl, std::move(message), sign});
    };
    if (settings_.unicastPeers.empty())
        sendTo(group_, group_, vrrpTtl);
    const bool sumsGroup = oldChecksum_ && settings_.family == Family::IPv4;
    for (const auto &peer : settings_.unicastPeers)
        sendTo(peer.address, sumsGroup ? group_ : peer.address, settings_.unicastTtl);
}

void Machine::addAddresses(NodeActions &out)
{
    if (holdsObjects())
        out.push_back(AddAddresses{settings_.name, settings_.addressDevice(), addresses_, settings_.routes,
                                   settings_.rules, settings_.accept});
}

bool Machine::holdsObjects() const
{
    return !addresses_.empty() || !settings_.routes.empty() || !settings_.rules.empty();
}

void Machine::announce(unsigned repeat, NodeActions &out)
{
    if (addresses_.empty() || repeat == 0)
        return;
    counters_.announcementsSent += addresses_.size() * repeat;
    out.push_back(Announce{settings_.name, settings_.addressDevice(), addresses_, repeat});
}

void Machine::remember(TimePoint now, State from, const Reason &why)
{
    since_ = now;
    cause_ = why.cause;
    lastTransition_ = Transition{now, from, state_, why};
}

void Machine::publish(ChangeKind kind, std::string cause, std::string text, NodeActions &out, Cause facts) const
{
    out.push_back(Publish{kind, settings_.name, false, std::nullopt, std::nullopt, effective_.value, std::move(cause),
                          std::move(text), std::move(facts)});
}

Duration Machine::skew() const
{
    return skewTime(settings_.version, effective_, masterInterval_);
}

Duration Machine::downInterval() const
{
    return masterDownInterval(settings_.version, effective_, masterInterval_, settings_.downTimerAdverts);
}

cause::MissedAdverts Machine::silence(TimePoint now) const
{
    cause::MissedAdverts facts{lastHeard_ ? masterAddress_ : std::nullopt, masterPriority_, 0,
                               now - lastHeard_.value_or(since_)};
    if (masterInterval_ > Duration::zero())
        facts.missed = static_cast<unsigned>(facts.silence / masterInterval_);
    return facts;
}

// ---- addresses ---------------------------------------------------------------------------------

void Machine::on(TimePoint now, const event::AddressesApplied &applied, NodeActions &out)
{
    if (applied.added && applied.error.empty())
        refusals_ = 0;
    if (!applied.error.empty()) {
        const bool again = applied.added && state_ == State::Master;
        if (again && !repairAt_)
            repairAt_ = now + retryAfter(refusals_);
        if (again && refusals_++ > 0)
            return; // said before
        publish(ChangeKind::AddressTrouble, applied.added ? "address_add_failed" : "address_remove_failed",
                std::string("the kernel did not ") + (applied.added ? "add" : "remove") +
                    " the virtual addresses: " + applied.error,
                out);
        return;
    }
    addressesPresent_ = applied.added && state_ == State::Master;
}

void Machine::on(TimePoint now, const event::AddressVanished &vanished, NodeActions &out)
{
    const bool ours =
        std::ranges::any_of(addresses_, [&](const auto &one) { return kernelPrefix(one) == vanished.prefix; });
    if (state_ != State::Master || !ours)
        return;
    addressesPresent_ = false;
    putBack(now, vanished.prefix.toString(), vanished.by, out);
}

void Machine::on(TimePoint now, const event::ObjectVanished &vanished, NodeActions &out)
{
    if (state_ == State::Master)
        putBack(now, vanished.what, vanished.by, out);
}

/// One repair sets everything again, whatever else is gone by then.
void Machine::putBack(TimePoint now, const std::string &what, const std::string &by, NodeActions &out)
{
    if (!repairAt_ || refusals_ > 0) {
        publish(ChangeKind::AddressTrouble, "address_vanished",
                what + " was removed while master by " + by + ", putting it back", out);
        repairAt_ = repairs_.earliest(now);
    }
    runMasterTimers(now, out);
}

/// The link may only be on its way back (0.1 s), or the file may name one that never comes (51 s in the end).
Duration Machine::retryAfter(unsigned refusals)
{
    constexpr unsigned most = 9;
    return std::chrono::milliseconds(100) * (1U << std::min(refusals, most));
}

// ---- after a stall -----------------------------------------------------------------------------

/// Since our last advertisement as MASTER.
Duration Machine::silentFor(TimePoint now) const
{
    return now - (advertAt_ - settings_.advertInterval);
}

/// keepalived: timer_expired_backup. To send an advert now would only start a fight with whoever has taken over.
bool Machine::stepsDownAfterStall(TimePoint now, NodeActions &out)
{
    if (!settings_.timerExpiredBackup || effective_ == priorityOwner || stall_)
        return false;
    const Duration patience = masterDownInterval(settings_.version, *settings_.timerExpiredBackup,
                                                 settings_.advertInterval, settings_.downTimerAdverts);
    const cause::Stall facts{silentFor(now), std::nullopt};
    if (facts.length <= patience)
        return false;
    ++counters_.stalls;
    leaveMaster(out);
    becomeBackup(now, {"stalled", sentence(facts) + ": others have taken over by now, stepping down", facts}, out);
    return true;
}

/// A MASTER that was silent for longer than the quickest peer waits: true from then until an advert interval has
/// passed, within which whoever took over must be heard.
bool Machine::listensAfterStall(TimePoint now, NodeActions &out)
{
    if (stall_)
        return now < advertAt_;
    const Duration quickest =
        masterDownInterval(settings_.version, priorityMost, settings_.advertInterval, settings_.downTimerAdverts);
    if (effective_ == priorityOwner || silentFor(now) <= quickest)
        return false;
    ++counters_.stalls;
    stall_ = silentFor(now);
    advertAt_ = now + settings_.advertInterval;
    const cause::Stall facts{*stall_, std::nullopt};
    publish(ChangeKind::Stalled, "stalled",
            sentence(facts) + ": others may have taken over, listening for " + seconds(settings_.advertInterval), out,
            facts);
    return true;
}

void Machine::yieldAfterStall(TimePoint now, const event::AdvertHeard &heard, NodeActions &out)
{
    const cause::Stall facts{*stall_, heard.source};
    leaveMaster(out);
    becomeBackup(now, {"stalled", sentence(facts) + ", stepping down", facts}, out);
    heardAsBackup(now, heard, out);
}

/// A BACKUP whose timer ran out so late: what was sent meanwhile may be lost, the silence may be our own. A living
/// master is heard within one more interval.
bool Machine::wokeTooLate(TimePoint now, const event::Deadline &deadline, NodeActions &out)
{
    const Duration late = deadline.asleepUntil - std::max(masterDownAt_, deadline.asleepFrom);
    if (masterDownAt_ > deadline.asleepUntil || late <= masterInterval_)
        return false;
    ++counters_.stalls;
    masterDownAt_ = now + masterInterval_ + skew();
    const cause::Stall facts{late, std::nullopt};
    publish(ChangeKind::Stalled, "stalled",
            sentence(facts) + " when the master down timer ran out: listening for " + seconds(masterDownAt_ - now), out,
            facts);
    return true;
}

// ---- what a master does in time ----------------------------------------------------------------

void Machine::runMasterTimers(TimePoint now, NodeActions &out)
{
    if (stepsDownAfterStall(now, out) || listensAfterStall(now, out))
        return;
    if (now >= advertAt_) {
        sendAdvert(effective_, out);
        if (std::exchange(stall_, std::nullopt))
            announce(settings_.announce.repeat, out); // nobody took over; switches may have forgotten us, though
        advertAt_ += settings_.advertInterval;
        if (advertAt_ <= now)
            advertAt_ = now + settings_.advertInterval; // after a stall: one advert, not all that were missed
    }
    if (repairAt_ && now >= *repairAt_) {
        repairAt_.reset();
        repairs_.done(now);
        addAddresses(out);
        announce(settings_.announce.repeat, out);
    }
    if (burst_ && now >= burst_->at) {
        announce(burst_->repeat, out);
        burst_.reset();
    }
    if (refreshAt_ && now >= *refreshAt_) {
        announce(settings_.announce.refreshRepeat, out);
        refreshAt_ = now + settings_.announce.refreshEvery;
    }
}

} // namespace twinhelm::vrrp
