#include "common/cluster/rules/what_if.h"

#include <algorithm>

#include "common/simulate/report.h"
#include "common/simulate/rest.h"

namespace twinhelm::cluster::rules
{

namespace
{

const vrrp::SyncGroupSettings *groupOf(const vrrp::NodeSettings &settings, const std::string &instance)
{
    const auto found = std::ranges::find_if(settings.syncGroups, [&](const auto &one) {
        return std::ranges::find(one.members, instance) != one.members.end();
    });
    return found == settings.syncGroups.end() ? nullptr : &*found;
}

/// The node's settings with nothing but one instance and those tied to it.
vrrp::NodeSettings reduced(const vrrp::NodeSettings &all, const std::string &instance)
{
    vrrp::NodeSettings out;
    out.routerId = all.routerId;
    out.startupDelay = all.startupDelay;
    out.multicastGroupV4 = all.multicastGroupV4;
    out.multicastGroupV6 = all.multicastGroupV6;
    out.scripts = all.scripts;
    std::set<std::string> wanted{instance};
    if (const auto *group = groupOf(all, instance)) {
        out.syncGroups.push_back(*group);
        wanted.insert(group->members.begin(), group->members.end());
    }
    std::ranges::copy_if(all.instances, std::back_inserter(out.instances),
                         [&](const auto &one) { return wanted.contains(one.name); });
    return out;
}

const config::model::TrackEntry *entryOf(const std::vector<config::model::TrackEntry> &entries, const std::string &name)
{
    const auto found = std::ranges::find_if(entries, [&](const auto &one) { return *one.name == name; });
    return found == entries.end() ? nullptr : &*found;
}

constexpr std::size_t mostRouters = 50;
constexpr std::size_t mostMembers = 8;

/// As far as the settings say; else there are errors that come first (K0401, K0402, ...).
bool hearEachOther(const VirtualRouter &router)
{
    const auto &first = *router.members.front().settings;
    return std::ranges::all_of(router.members, [&](const Member &one) {
        const auto &settings = *one.settings;
        const bool sameInterval =
            settings.version == vrrp::Version::V3 || settings.advertInterval == first.advertInterval;
        return sameInterval && settings.version == first.version && settings.virtualRouterId == first.virtualRouterId &&
               settings.authentication == first.authentication &&
               settings.unicastPeers.empty() == first.unicastPeers.empty();
    });
}

/// Long enough for the slowest script, delay and election of these settings.

} // namespace

std::string Tracker::text() const
{
    return kind == vrrp::TrackKind::Interface ? "interface " + name : name;
}

WhatIf::WhatIf(const ClusterView &cluster, const VirtualRouter &router) : cluster_(cluster), router_(router)
{
    for (const auto &member : router.members)
        addNode(member);
}

std::vector<const VirtualRouter *> WhatIf::worthwhile(const ClusterView &cluster, Wanted wanted)
{
    std::vector<const VirtualRouter *> out;
    for (const auto &router : cluster.routers()) {
        const auto isWanted = [&](const Member &one) { return wanted(cluster, one); };
        if (out.size() < mostRouters && router.members.size() > 1 && router.members.size() <= mostMembers &&
            hearEachOther(router) && std::ranges::any_of(router.members, isWanted))
            out.push_back(&router);
    }
    return out;
}

bool WhatIf::tracks(const ClusterView &cluster, const Member &member)
{
    const auto *group = groupOf(cluster.node(member).loaded->settings, member.settings->name);
    return !vrrp::trackUses(*member.settings, group).empty();
}

void WhatIf::addNode(const Member &member)
{
    const auto &node = cluster_.node(member);
    simulate::NodeInput input{node.id, reduced(node.loaded->settings, member.settings->name), {}};
    if (node.facts) {
        for (const auto &interface : node.facts->interfaces) {
            for (const auto &one : interface.addresses)
                input.addresses[interface.name].push_back(one.address);
        }
    }
    rest_ = std::max(rest_, simulate::timeToRest(input.settings));
    addTrackers(member, input.settings);
    nodes_.push_back(std::move(input));
}

void WhatIf::addTrackers(const Member &member, const vrrp::NodeSettings &settings)
{
    const auto *group = groupOf(settings, member.settings->name);
    const auto &model = cluster_.node(member).loaded->model;
    for (const auto &use : vrrp::trackUses(*member.settings, group)) {
        const bool script = use.kind == vrrp::TrackKind::Script;
        const bool interface = use.kind == vrrp::TrackKind::Interface;
        if ((!script && !interface) || (interface && use.weight.name == member.settings->interface))
            continue; // the instance's own interface faults it in any case
        Tracker tracker{&member, use.kind, use.weight.name, use.weight.weight, {member.node, member.model->range}};
        const auto *entry = entryOf(script ? member.model->trackScripts : member.model->trackInterfaces, tracker.name);
        for (const auto &one : model.syncGroups) {
            if (!entry && group && *one.name == group->name)
                entry = entryOf(script ? one.trackScripts : one.trackInterfaces, tracker.name);
        }
        if (entry)
            tracker.spot.range = entry->range;
        trackers_.push_back(std::move(tracker));
    }
}

// ---- a trial -----------------------------------------------------------------------------------

WhatIf::Trial::Trial(const WhatIf &about) : about_(about)
{
    for (auto &host : simulate::setUp(about.nodes_).hosts)
        network_.add(std::move(host));
    network_.startAll();
    rest();
}

void WhatIf::Trial::fail(const Tracker &tracker)
{
    const auto &id = about_.cluster_.id(*tracker.member);
    network_.say(id, "fails", tracker.text() + " fails on " + id);
    if (tracker.kind == vrrp::TrackKind::Interface)
        network_.setLink(id, tracker.name, false);
    else
        network_.setScript(id, tracker.name, vrrp::ScriptResult::Failed);
    rest();
}

void WhatIf::Trial::crash(const Member &member)
{
    const auto &id = about_.cluster_.id(member);
    network_.say(id, "crash", id + " dies");
    network_.crash(id);
    rest();
}

void WhatIf::Trial::start(const Member &member)
{
    const auto &id = about_.cluster_.id(member);
    network_.say(id, "start", id + " comes back");
    network_.start(id);
    rest();
}

std::optional<vrrp::InstanceStatus> WhatIf::Trial::statusOf(const Member &member) const
{
    const auto *host = network_.host(about_.cluster_.id(member));
    if (!host || !host->engine)
        return std::nullopt;
    auto status = host->engine->status();
    const auto found = std::ranges::find(status.instances, member.settings->name, &vrrp::InstanceStatus::name);
    return found == status.instances.end() ? std::nullopt : std::optional(std::move(*found));
}

std::size_t WhatIf::Trial::masters() const
{
    return static_cast<std::size_t>(std::ranges::count_if(about_.router_.members, [&](const Member &one) {
        const auto status = statusOf(one);
        return status && status->state == vrrp::State::Master;
    }));
}

const Member *WhatIf::Trial::holder() const
{
    const Member *holder = nullptr;
    for (const auto &one : about_.router_.members) {
        const auto status = statusOf(one);
        if (!status || status->state != vrrp::State::Master)
            continue;
        if (holder)
            return nullptr;
        holder = &one;
    }
    return holder;
}

int WhatIf::Trial::priorityOf(const Member &member) const
{
    const auto status = statusOf(member);
    return status ? status->effectivePriority.value : 0;
}

std::size_t WhatIf::Trial::takeovers(TimePoint since) const
{
    std::size_t count = 0;
    const auto timeline = network_.timeline();
    for (const auto &member : about_.router_.members) {
        for (const auto *one : timeline.statesOf(about_.cluster_.id(member), member.settings->name))
            count += one->at >= since && one->publish.to == vrrp::State::Master ? 1 : 0;
    }
    return count;
}

bool WhatIf::Trial::preempted(const Member &member) const
{
    const auto timeline = network_.timeline();
    return std::ranges::any_of(
        timeline.statesOf(about_.cluster_.id(member), member.settings->name),
        [](const auto *one) { return one->publish.to == vrrp::State::Master && one->publish.cause == "preempt"; });
}

std::string WhatIf::Trial::words(TimePoint since) const
{
    std::string out = "Simulated:";
    const auto timeline = network_.timeline();
    for (const auto &one : timeline.moments) {
        if (one.at < since)
            continue;
        std::string text = one.publish.text;
        if (!one.told) {
            const auto member = std::ranges::find_if(
                about_.router_.members, [&](const Member &m) { return about_.cluster_.id(m) == one.node; });
            const bool priority = one.publish.kind == vrrp::ChangeKind::PriorityChanged;
            const bool state = one.publish.kind == vrrp::ChangeKind::StateChanged && one.publish.to;
            if (one.publish.group || (!priority && !state) || one.publish.subject != member->settings->name)
                continue;
            text = one.node +
                   (state ? " becomes " + std::string(stateName(*one.publish.to)) + " (" + text + ")" : ": " + text);
        }
        out += " At " + simulate::secondsText(one.at) + " s " + text + '.';
    }
    std::vector<std::string> priorities;
    for (const auto &one : about_.router_.members)
        priorities.push_back(about_.cluster_.id(one) + " has priority " + std::to_string(priorityOf(one)));
    const auto *master = holder();
    out += " At " + simulate::secondsText(now()) + " s " + listed(priorities) + ", and " +
           (master           ? about_.cluster_.id(*master) + " is master."
            : masters() == 0 ? std::string("nobody is master.")
                             : std::string("several are master."));
    return out;
}

} // namespace twinhelm::cluster::rules
