#include <algorithm>
#include <functional>

#include "common/vrrp/node_impl.h"
#include "common/vrrp/reconfigure.h"
#include "common/vrrp/sentences.h"

/// The part of vrrp::Node that takes settings: at construction and at each reload.
namespace twinhelm::vrrp
{

namespace
{

const IpAddress multicastV6 = IpAddress::v6({0xff, 0x02, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x12});

template<typename Range, typename Name>
std::unordered_map<std::string, std::size_t> indexByName(const Range &range, Name nameOf)
{
    std::unordered_map<std::string, std::size_t> index;
    for (std::size_t i = 0; i < range.size(); ++i)
        index.emplace(std::invoke(nameOf, range[i]), i);
    return index;
}

} // namespace

Node::Impl::Impl(NodeSettings settings)
    : settings_(std::make_shared<const NodeSettings>(std::move(settings))), announcements_(settings_->announcePaces),
      statics_(settings_->statics)
{
    for (const auto &one : settings_->instances)
        instances_.emplace_back(one, multicastGroup(one.family));
    buildGroups({});
    buildScripts({});
    buildProcesses({});
    linkDelays_.configure(settings_->linkDelays);
    buildIndex();
    for (const auto index : everyone())
        reassess(index, {});
}

void Node::Impl::on(const Reconfigure &change)
{
    const auto before = std::exchange(settings_, change.settings);
    const bool sameWire = before->multicastGroupV4 == settings_->multicastGroupV4 &&
                          before->multicastGroupV6 == settings_->multicastGroupV6;
    announcements_.setPaces(settings_->announcePaces);
    const auto wantedByName = indexByName(settings_->instances, &InstanceSettings::name);
    std::vector<Instance> kept;
    std::vector<bool> live;
    kept.reserve(instances_.size());
    live.reserve(instances_.size());
    // All that ends, ends before anything begins: an address may move from one instance to another.
    for (auto &instance : instances_) {
        const auto found = wantedByName.find(instance.name());
        const auto *wanted = found == wantedByName.end() ? nullptr : &settings_->instances[found->second];
        const Change kind = !wanted || !sameWire ? Change::Restart : classify(instance.settings(), *wanted);
        if (kind == Change::Restart) {
            using Effect = cause::Configuration::Effect;
            const cause::Configuration facts{change.revision, wanted ? Effect::Restarted : Effect::Removed};
            const Reason why{wanted ? "reload" : "removed", sentence(facts), facts};
            if (phase_ != Phase::Idle)
                instance.machine.step(now_, event::Stop{why, !wanted}, out_);
            continue;
        }
        live.push_back(kind == Change::Live);
        kept.push_back(std::move(instance));
    }
    instances_.clear();
    instances_.reserve(settings_->instances.size());
    const auto keptByName = indexByName(kept, &Instance::name);
    std::size_t changed = 0;
    for (const auto &wanted : settings_->instances) {
        const auto old = keptByName.find(wanted.name);
        if (old == keptByName.end()) {
            instances_.emplace_back(wanted, multicastGroup(wanted.family));
            continue;
        }
        instances_.push_back(std::move(kept[old->second]));
        if (live[old->second]) {
            instances_.back().adopt(now_, wanted, out_);
            ++changed;
        }
    }
    statics_.replace(settings_->statics, out_);
    const std::size_t untouched = kept.size() - changed;
    buildGroups(std::move(groups_));
    buildScripts(std::move(scripts_));
    buildProcesses(std::move(processes_));
    linkDelays_.configure(settings_->linkDelays);
    buildIndex();
    if (phase_ != Phase::Idle) {
        openInterfaces();
        for (auto &script : scripts_)
            script.begin(now_);
        runDueScripts();
    }
    const cause::Configuration applied{change.revision};
    reconsider(everyone(), {"reload", sentence(applied), applied});
    if (settings_->fifoStatesOnReload)
        retellStates();
    out_.push_back(Publish{
        ChangeKind::ConfigApplied, settings_->routerId, false, std::nullopt, std::nullopt, std::nullopt, "reload",
        sentence(applied) + ": " + std::to_string(untouched) + " instances untouched, " + std::to_string(changed) +
            " changed live, " + std::to_string(instances_.size() - untouched - changed) + " started anew",
        applied});
}

/// keepalived: fifo_write_vrrp_states_on_reload
void Node::Impl::retellStates()
{
    const auto tell = [&](const NotifyCommands &commands, const NotifySubject &subject, State state) {
        if (commands.fifo && state != State::Init)
            out_.push_back(WriteFifo{fifoLine(subject, stateName(state)), subject.group});
    };
    for (const auto &group : groups_)
        tell(group.settings().notify, {group.settings().name, 0, true}, group.status().state);
    for (const auto &instance : instances_)
        tell(instance.settings().notify, {instance.name(), instance.machine.effectivePriority().value},
             instance.machine.state());
}

void Node::Impl::buildGroups(std::vector<SyncGroup> before)
{
    groups_.clear();
    members_.clear();
    for (auto &instance : instances_)
        instance.group.reset();
    for (const auto &wanted : settings_->syncGroups) {
        const auto old =
            std::ranges::find_if(before, [&](const auto &one) { return one.settings().name == wanted.name; });
        Indices members;
        for (std::size_t i = 0; i < instances_.size(); ++i) {
            if (std::ranges::find(wanted.members, instances_[i].name()) == wanted.members.end())
                continue;
            instances_[i].group = groups_.size();
            members.push_back(i);
        }
        if (old == before.end()) {
            groups_.emplace_back(wanted);
        } else {
            groups_.push_back(std::move(*old));
            groups_.back().adopt(wanted);
        }
        members_.push_back(std::move(members));
    }
}

/// Only scripts that something tracks run (keepalived). An identical one keeps its verdict.
void Node::Impl::buildScripts(std::vector<ScriptTracker> before)
{
    std::set<std::string> tracked;
    const auto note = [&](const std::vector<TrackWeight> &uses) {
        for (const auto &use : uses)
            tracked.insert(use.name);
    };
    for (const auto &instance : settings_->instances)
        note(instance.trackScripts);
    for (const auto &group : settings_->syncGroups)
        note(group.trackScripts);
    scripts_.clear();
    for (const auto &wanted : settings_->scripts) {
        if (!tracked.contains(wanted.name))
            continue;
        const auto old =
            std::ranges::find_if(before, [&](const auto &one) { return one.settings().name == wanted.name; });
        if (old != before.end() && old->settings() == wanted) {
            scripts_.push_back(std::move(*old));
            continue;
        }
        scripts_.emplace_back(wanted);
        if (old != before.end())
            scripts_.back().replaces(*old);
    }
}

/// As scripts; a new one begins with the count that was told for it.
void Node::Impl::buildProcesses(std::vector<ProcessTracker> before)
{
    processes_.clear();
    for (const auto &wanted : settings_->processes) {
        const auto old = std::ranges::find_if(before, [&](const auto &one) { return one.settings() == wanted; });
        processes_.push_back(old == before.end() ? ProcessTracker(wanted) : std::move(*old));
        const auto told = counts_.find(wanted.name);
        if (old == before.end() && told != counts_.end())
            (void)processes_.back().count(now_, told->second);
    }
}

void Node::Impl::buildIndex()
{
    byName_.clear();
    routes_.clear();
    moving_.clear();
    deadlines_ = Deadlines(instances_.size());
    for (std::size_t i = 0; i < instances_.size(); ++i) {
        const auto &settings = instances_[i].settings();
        byName_.emplace(settings.name, i);
        routes_.add(settings.wire(), settings.virtualRouterId, settings.family, i);
        for (const auto *list : {&settings.addresses, &settings.excludedAddresses}) {
            for (const auto &one : *list) {
                if (settings.priority != priorityOwner)
                    moving_.insert(one.prefix.address);
            }
        }
        deadlines_.set(i, instances_[i].machine.nextDeadline());
    }
}

Node::Impl::Indices Node::Impl::everyone() const
{
    Indices all(instances_.size());
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i] = i;
    return all;
}

IpAddress Node::Impl::multicastGroup(Family family) const
{
    if (family == Family::IPv4)
        return settings_->multicastGroupV4;
    return settings_->multicastGroupV6.isUnspecified() ? multicastV6 : settings_->multicastGroupV6;
}

} // namespace twinhelm::vrrp
