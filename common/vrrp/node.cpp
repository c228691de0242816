#include "common/vrrp/node.h"

#include <algorithm>

#include "common/vrrp/codec.h"
#include "common/vrrp/node_impl.h"
#include "common/vrrp/sentences.h"

namespace twinhelm::vrrp
{

Node::Node(NodeSettings settings) : impl_(std::make_unique<Impl>(std::move(settings))) {}
Node::~Node() = default;
Node::Node(Node &&) noexcept = default;
Node &Node::operator=(Node &&) noexcept = default;

NodeActions Node::step(TimePoint now, const NodeEvent &event)
{
    return impl_->step(now, event);
}

NodeActions Node::receive(TimePoint now, const PacketReceived &packet)
{
    return impl_->receive(now, packet);
}

std::optional<TimePoint> Node::nextDeadline() const
{
    return impl_->nextDeadline();
}

NodeStatus Node::status() const
{
    return impl_->status();
}

const NodeSettings &Node::settings() const
{
    return *impl_->settings();
}

std::shared_ptr<const NodeSettings> Node::sharedSettings() const
{
    return impl_->settings();
}

Carried Node::carry() const
{
    return impl_->carry();
}

NodeActions Node::Impl::step(TimePoint now, const NodeEvent &event)
{
    const TimePoint before = std::exchange(now_, std::max(now_, now));
    noteStall(before);
    std::visit([this](const auto &one) { on(one); }, event);
    return takeActions();
}

NodeActions Node::Impl::receive(TimePoint now, const PacketReceived &packet)
{
    const TimePoint before = std::exchange(now_, std::max(now_, now));
    noteStall(before);
    on(packet);
    return takeActions();
}

NodeActions Node::Impl::takeActions()
{
    if (settings_->announcePaces != AnnouncePaces{} || announcements_.nextDeadline())
        paceAnnouncements();
    return std::exchange(out_, {});
}

std::optional<TimePoint> Node::Impl::nextDeadline() const
{
    std::optional<TimePoint> next = deadlines_.earliest();
    const auto consider = [&](std::optional<TimePoint> at) {
        if (at && (!next || *at < *next))
            next = at;
    };
    consider(startAt_);
    consider(announcements_.nextDeadline());
    consider(statics_.nextDeadline());
    if (phase_ != Phase::Idle) {
        for (const auto &script : scripts_)
            consider(script.nextRun());
        for (const auto &process : processes_)
            consider(process.nextDeadline());
        consider(linkDelays_.nextDeadline());
    }
    return next;
}

NodeStatus Node::Impl::status() const
{
    NodeStatus status;
    status.unknownRouter = unknownRouter_;
    status.unreadable = unreadable_;
    for (const auto &instance : instances_)
        status.instances.push_back(instance.status());
    for (const auto &group : groups_)
        status.groups.push_back(group.status());
    for (const auto &script : scripts_)
        status.scripts.push_back(script.status());
    for (const auto &file : settings_->files) {
        const auto known = files_.find(file.name);
        status.files.push_back({file.name, known == files_.end() ? std::nullopt : known->second});
    }
    for (const auto &process : processes_)
        status.processes.push_back(process.status());
    return status;
}

/// Work of our own is no stall: it is a row of short steps. What is due since the last one is kept until it is done,
/// also when packets are read first.
void Node::Impl::noteStall(TimePoint before)
{
    const auto due = deadlines_.earliest();
    if (!due || *due >= now_)
        return;
    const TimePoint from = std::max(*due, before);
    if (*due > asleep_.asleepUntil || now_ - from > asleep_.asleepUntil - asleep_.asleepFrom)
        asleep_ = {from, now_};
}

/// What the machines want to announce now goes through the queue; what they let go is said no more.
void Node::Impl::paceAnnouncements()
{
    std::erase_if(out_, [this](const NodeAction &action) {
        if (const auto *gone = std::get_if<RemoveAddresses>(&action))
            announcements_.forget(gone->instance, gone->addresses);
        const auto *announce = std::get_if<Announce>(&action);
        return announce != nullptr && announcements_.push(now_, *announce);
    });
    for (auto &announce : announcements_.take(now_))
        out_.push_back(std::move(announce));
}

// ---- start and end -----------------------------------------------------------------------------

void Node::Impl::on(const Startup &startup)
{
    if (phase_ != Phase::Idle)
        return;
    phase_ = Phase::Delayed;
    startedAt_ = now_;
    sequenceBase_ = startup.sequenceBase;
    adopt_ = {startup.adopt.begin(), startup.adopt.end()};
    const Duration boot = std::max(settings_->delayAfterBoot - startup.sinceBoot, Duration::zero());
    const bool goesOn = !adopt_.empty() || !startup.carried.instances.empty();
    const Duration delay = goesOn ? Duration::zero() : std::max(settings_->startupDelay, boot);
    startAt_ = now_ + delay;
    openInterfaces();
    statics_.start(out_);
    resumeScripts(startup.carried);
    resume(startup.carried);
    for (auto &script : scripts_)
        script.begin(now_);
    runDueScripts();
    if (delay == Duration::zero())
        beginElections();
}

void Node::Impl::beginElections()
{
    startAt_.reset();
    phase_ = Phase::Running;
    const auto before = static_cast<std::ptrdiff_t>(out_.size());
    reconsider(everyone(), {"startup", sentence(cause::Started{}), cause::Started{}});
    adopt_.clear();
    // At start, and only then, keepalived tells of its sync groups before their members.
    std::stable_partition(out_.begin() + before, out_.end(), [](const NodeAction &action) {
        const auto *run = std::get_if<RunNotify>(&action);
        const auto *line = std::get_if<WriteFifo>(&action);
        const auto *mail = std::get_if<SendMail>(&action);
        const bool notice = run != nullptr || line != nullptr || mail != nullptr;
        return !notice || (run && run->group) || (line && line->group) || (mail && mail->group);
    });
}

void Node::Impl::on(const Shutdown &)
{
    for (std::size_t i = 0; i < instances_.size() && phase_ != Phase::Idle; ++i) {
        instances_[i].machine.step(now_, event::Stop{{"shutdown", sentence(cause::Ended{}), cause::Ended{}}}, out_);
        deadlines_.set(i, std::nullopt);
    }
    for (std::size_t g = 0; g < groups_.size() && phase_ != Phase::Idle; ++g)
        groups_[g].report(now_, memberStates(g), "shutdown", out_);
    statics_.stop(out_);
    for (const auto &[place, listening] : std::exchange(open_, {}))
        out_.push_back(CloseInterface{place.first, place.second});
    phase_ = Phase::Idle;
    startAt_.reset();
}

void Node::Impl::on(const DeadlineReached &)
{
    if (phase_ == Phase::Idle)
        return;
    if (startAt_ && now_ >= *startAt_)
        beginElections();
    statics_.deadline(now_, out_);
    runDelays();
    runDueScripts();
    // Bounded, so that no settings, however odd, can keep the engine from returning to its packets.
    for (std::size_t left = 2 * instances_.size(); left > 0; --left) {
        const auto due = deadlines_.earliest();
        if (!due || *due > now_)
            return;
        const auto index = deadlines_.front();
        if (!waitsForGroup(index))
            tell(index, asleep_);
    }
}

/// keepalived: vrrp_sync_can_goto_master. A member that hears nobody on its segment must not take along one whose
/// master is well, which would win it back at once, and so on after every wait.
bool Node::Impl::waitsForGroup(std::size_t index)
{
    auto &instance = instances_[index];
    if (!instance.group || !instance.machine.isDue(now_))
        return false;
    const auto &members = members_[*instance.group];
    const auto other = std::ranges::find_if(
        members, [&](std::size_t one) { return one != index && instances_[one].machine.hearsMaster(now_); });
    if (other == members.end())
        return false;
    instance.machine.waitForGroup(now_, instances_[*other].name(), out_);
    deadlines_.set(index, instance.machine.nextDeadline());
    return true;
}

/// Join where an instance lives and the interface exists; leave where neither holds any more.
void Node::Impl::openInterfaces()
{
    decltype(open_) wanted;
    for (const auto &instance : instances_) {
        const auto &settings = instance.settings();
        if (!canOpen(settings))
            continue;
        auto &listening = wanted[{settings.wire(), settings.family}];
        listening.authHeader |= settings.authentication.type == AuthType::Ah;
        if (settings.unicastPeers.empty())
            listening.groups.insert(instance.machine.group());
    }
    for (const auto &[place, listening] : open_) {
        if (!wanted.contains(place))
            out_.push_back(CloseInterface{place.first, place.second});
    }
    for (const auto &[place, listening] : wanted) {
        const auto before = open_.find(place);
        const auto &groups = listening.groups;
        if (before == open_.end() || before->second != listening)
            out_.push_back(
                OpenInterface{place.first, place.second, {groups.begin(), groups.end()}, listening.authHeader});
    }
    open_ = std::move(wanted);
}

/// A virtual link of which nothing was told counts as there: a simulation has none.
bool Node::Impl::canOpen(const InstanceSettings &settings) const
{
    const auto *base = factsOf(settings.interface);
    const auto *wire = factsOf(settings.wire());
    return base && base->exists && (!wire || wire->exists);
}

// ---- packets, operators, kernel ----------------------------------------------------------------

void Node::Impl::on(const PacketReceived &packet)
{
    const auto id = peekVirtualRouterId(packet.bytes);
    if (phase_ != Phase::Running)
        return;
    if (!id) {
        ++unreadable_;
        return;
    }
    const auto &candidates = routes_.find(packet.interface, *id, packet.source.family());
    if (candidates.empty()) {
        ++unknownRouter_;
        return;
    }
    // More than one only when they differ in their group or their peers; the first one counts what fits none.
    const auto meant = std::ranges::find_if(candidates, [&](std::size_t i) { return instances_[i].isMeant(packet); });
    const auto index = meant == candidates.end() ? candidates.front() : *meant;
    instances_[index].receive(now_, packet, out_);
    settle(index);
}

void Node::Impl::on(const PacketsFailed &failed)
{
    if (const auto found = byName_.find(failed.instance); found != byName_.end())
        instances_[found->second].packetsFailed(failed, out_);
}

void Node::Impl::on(const AddressesApplied &applied)
{
    if (applied.instance.empty())
        statics_.applied(applied, out_);
    else if (const auto found = byName_.find(applied.instance); found != byName_.end())
        tell(found->second, event::AddressesApplied{applied.added, applied.error});
}

void Node::Impl::on(const AddressVanished &vanished)
{
    if (vanished.instance.empty())
        statics_.vanished(now_, vanished.prefix.toString(), vanished.by, out_);
    else if (const auto found = byName_.find(vanished.instance); found != byName_.end())
        tell(found->second, event::AddressVanished{vanished.prefix, vanished.by});
}

void Node::Impl::on(const ObjectVanished &vanished)
{
    if (vanished.instance.empty())
        statics_.vanished(now_, vanished.what, vanished.by, out_);
    else if (const auto found = byName_.find(vanished.instance); found != byName_.end())
        tell(found->second, event::ObjectVanished{vanished.what, vanished.by});
}

void Node::Impl::on(const Handover &handover)
{
    tellGroup(handover.instance, event::HandOver{});
}

void Node::Impl::on(const Release &release)
{
    tellGroup(release.instance, event::ReleaseHold{});
}

// ---- moving machines ---------------------------------------------------------------------------

void Node::Impl::tell(std::size_t index, const MachineEvent &event)
{
    instances_[index].machine.step(now_, event, out_);
    settle(index);
}

/// Operators move a sync group as a whole, or its members would only be taken back by the others.
void Node::Impl::tellGroup(const std::string &instance, const MachineEvent &event)
{
    const auto found = byName_.find(instance);
    if (found == byName_.end())
        return;
    for (const auto index : withGroups({found->second})) {
        instances_[index].machine.step(now_, event, out_);
        deadlines_.set(index, instances_[index].machine.nextDeadline());
    }
    settle(found->second);
}

void Node::Impl::settle(std::size_t index)
{
    const auto &instance = instances_[index];
    deadlines_.set(index, instance.machine.nextDeadline());
    if (instance.group)
        settleGroup(*instance.group, instance.machine.cause());
}

void Node::Impl::settleGroup(std::size_t group, const std::string &cause)
{
    const auto order = groups_[group].judge(memberStates(group));
    if (order != SyncGroup::Order::None) {
        const bool toMaster = order == SyncGroup::Order::AllMaster;
        const cause::GroupMember facts{groups_[group].settings().name, leaderOf(group),
                                       toMaster ? State::Master : State::Backup};
        const Reason why{"sync_group", sentence(facts), facts};
        for (const auto index : members_[group]) {
            auto &machine = instances_[index].machine;
            machine.step(now_, toMaster ? MachineEvent(event::GroupMaster{why}) : MachineEvent(event::GroupBackup{why}),
                         out_);
            deadlines_.set(index, machine.nextDeadline());
        }
        (void)groups_[group].judge(memberStates(group)); // what the group did itself is no news to it
    }
    groups_[group].report(now_, memberStates(group), cause, out_);
}

/// The member that moved last.
std::string Node::Impl::leaderOf(std::size_t group) const
{
    const Instance *leader = nullptr;
    for (const auto index : members_[group]) {
        const auto &one = instances_[index];
        const auto when = [](const Instance &of) {
            const auto &last = of.machine.lastTransition();
            return last ? last->when : TimePoint::min();
        };
        if (leader == nullptr || when(one) > when(*leader))
            leader = &one;
    }
    return leader == nullptr ? std::string() : leader->name();
}

std::vector<State> Node::Impl::memberStates(std::size_t group) const
{
    std::vector<State> states;
    for (const auto index : members_[group])
        states.push_back(instances_[index].machine.state());
    return states;
}

Node::Impl::Indices Node::Impl::withGroups(const Indices &instances) const
{
    Indices all = instances;
    for (const auto index : instances) {
        if (const auto group = instances_[index].group)
            all.insert(all.end(), members_[*group].begin(), members_[*group].end());
    }
    std::ranges::sort(all);
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

} // namespace twinhelm::vrrp
