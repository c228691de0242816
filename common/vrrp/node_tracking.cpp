#include <algorithm>

#include "common/vrrp/auth_header.h"
#include "common/vrrp/file_value.h"
#include "common/vrrp/node_impl.h"
#include "common/vrrp/notify.h"
#include "common/vrrp/sentences.h"

/// The part of vrrp::Node that turns facts about interfaces, scripts, files and processes into priorities and faults.
namespace twinhelm::vrrp
{

namespace
{

bool usable(const InterfaceFacts *facts)
{
    return facts && facts->exists && facts->up;
}

Reason linkReason(const std::string &interface, const InterfaceFacts *facts)
{
    if (facts && !facts->exists && !facts->renamedTo.empty())
        return {"link_missing", "interface " + interface + " does not exist, it was renamed to " + facts->renamedTo,
                cause::Link{interface, false, false}};
    const cause::Link link{interface, facts && facts->exists, usable(facts)};
    return {!link.exists ? "link_missing" : link.up ? "link_up" : "link_down", sentence(link), link};
}

bool hasAddress(const InterfaceFacts &facts, const std::optional<IpAddress> &address)
{
    return address && std::ranges::find(facts.addresses, *address) != facts.addresses.end();
}

} // namespace

void Node::Impl::on(const InterfaceChanged &change)
{
    const auto &name = change.facts.name;
    if (phase_ == Phase::Idle) {
        interfaces_[name] = change.facts;
        return;
    }
    const bool waited = linkDelays_.waits(name);
    const auto facts = linkDelays_.told(now_, change.facts, factsOf(name));
    if (!waited && linkDelays_.waits(name))
        out_.push_back(Publish{ChangeKind::TrackerChanged, name, false, std::nullopt, std::nullopt, std::nullopt,
                               change.facts.up ? "link_up_delayed" : "link_down_delayed",
                               "interface " + name + (change.facts.up ? " is up" : " is down") +
                                   ", which counts when it lasts (interface_up_down_delays)"});
    believe(facts);
}

void Node::Impl::believe(const InterfaceFacts &facts)
{
    const auto &name = facts.name;
    const auto *known = factsOf(name);
    if (known && *known == facts)
        return;
    const Reason before = linkReason(name, known);
    interfaces_[name] = facts;
    openInterfaces();
    const bool wasUsable = before.cause == "link_up";
    if (!wasUsable && usable(&facts))
        statics_.interfaceUp(now_, name, out_);
    const Reason after = linkReason(name, &facts);
    const bool linkChanged = before.cause != after.cause;

    Indices touched;
    for (std::size_t i = 0; i < instances_.size(); ++i) {
        const auto &instance = instances_[i];
        // Adding a virtual address changes the facts, too; that must not cost a look at everything.
        const bool onWire = linkChanged && instance.settings().wire() == name;
        const bool own = instance.settings().interface == name &&
                         (linkChanged || !instance.faults.empty() || !hasAddress(facts, instance.machine.source()));
        const auto tracks = [&] {
            return std::ranges::any_of(usesOf(i), [&](const TrackUse &use) {
                return use.kind == TrackKind::Interface && use.weight.name == name;
            });
        };
        if (own || onWire || (linkChanged && tracks()))
            touched.push_back(i);
    }
    if (touched.empty())
        return;
    if (linkChanged)
        out_.push_back(Publish{ChangeKind::TrackerChanged, name, false, std::nullopt, std::nullopt, std::nullopt,
                               after.cause, after.text, after.facts});
    const Reason addresses{"address_changed", "the addresses of interface " + name + " changed"};
    reconsider(touched, linkChanged ? after : addresses);
}

void Node::Impl::runDueScripts()
{
    for (auto &script : scripts_) {
        if (script.runIfDue(now_))
            out_.push_back(RunScript{script.settings().name, script.settings().command, script.settings().timeout});
    }
}

void Node::Impl::on(const ScriptFinished &finished)
{
    const auto script = std::ranges::find_if(
        scripts_, [&](const ScriptTracker &one) { return one.settings().name == finished.script; });
    if (script == scripts_.end())
        return;
    const bool wasDecided = script->decided();
    if (!script->finished(now_, finished) || phase_ == Phase::Idle)
        return;
    const Reason why = script->verdict();
    if (script->ignored() || wasDecided || !script->ok())
        trackerChanged(TrackKind::Script, finished.script, why);
    else
        reconsider(trackersOf(TrackKind::Script, finished.script), why);
}

void Node::Impl::on(const FileRead &read)
{
    const auto known = files_.find(read.file);
    const bool same = known != files_.end() && known->second.value_or(0) == read.value.value_or(0);
    files_[read.file] = read.value;
    if (same || phase_ == Phase::Idle)
        return;
    trackerChanged(TrackKind::File, read.file, fileReason(read.file));
}

void Node::Impl::on(const ProcessesCounted &counted)
{
    counts_[counted.process] = counted.count;
    const auto process = std::ranges::find_if(
        processes_, [&](const ProcessTracker &one) { return one.settings().name == counted.process; });
    if (process != processes_.end() && process->count(now_, counted.count) && phase_ != Phase::Idle)
        processChanged(*process);
}

void Node::Impl::processChanged(const ProcessTracker &process)
{
    trackerChanged(TrackKind::Process, process.settings().name, processReason(process));
}

void Node::Impl::on(const Trouble &trouble)
{
    out_.push_back(Publish{ChangeKind::Trouble, trouble.subject, false, std::nullopt, std::nullopt, std::nullopt,
                           trouble.cause, trouble.text});
}

/// Changes of links and processes that have lasted long enough.
void Node::Impl::runDelays()
{
    for (const auto &facts : linkDelays_.due(now_))
        believe(facts);
    for (auto &process : processes_) {
        if (process.due(now_))
            processChanged(process);
    }
}

void Node::Impl::trackerChanged(TrackKind kind, const std::string &name, const Reason &why)
{
    out_.push_back(Publish{ChangeKind::TrackerChanged, name, false, std::nullopt, std::nullopt, std::nullopt, why.cause,
                           why.text, why.facts});
    reconsider(trackersOf(kind, name), why);
}

Node::Impl::Indices Node::Impl::trackersOf(TrackKind kind, const std::string &name) const
{
    Indices found;
    for (std::size_t i = 0; i < instances_.size(); ++i) {
        const auto uses = usesOf(i);
        if (std::ranges::any_of(uses, [&](const TrackUse &use) { return use.kind == kind && use.weight.name == name; }))
            found.push_back(i);
    }
    return found;
}

Reason Node::Impl::fileReason(const std::string &name) const
{
    const auto found = files_.find(name);
    if (found == files_.end() || !found->second)
        return {"file_changed", "file " + name + " is not there, which counts as 0"};
    return {"file_changed", "file " + name + " says " + std::to_string(*found->second)};
}

Reason Node::Impl::processReason(const ProcessTracker &process) const
{
    return {process.ok() ? "process_ok" : "process_quorum",
            "process " + process.settings().name + ": " + (process.counted() ? process.text() : "not counted")};
}

/// Something these instances depend on changed: work out priority and faults anew and let the machines follow.
void Node::Impl::reconsider(const Indices &instances, const Reason &trigger)
{
    const auto all = withGroups(instances);
    for (const auto index : instances)
        reassess(index, trigger);
    std::map<std::size_t, std::size_t> last; // member of each group, after which the group speaks (keepalived)
    for (const auto index : all) {
        if (instances_[index].group)
            last[*instances_[index].group] = index;
    }
    for (const auto index : all) {
        collectFaults(index);
        apply(index, trigger);
        deadlines_.set(index, instances_[index].machine.nextDeadline());
        const auto group = instances_[index].group;
        if (group && last[*group] == index)
            settleGroup(*group, trigger.cause);
    }
}

void Node::Impl::reassess(std::size_t index, const Reason &trigger)
{
    auto &instance = instances_[index];
    instance.assessment =
        assess(instance.settings().priority, usesOf(index), [this](const TrackUse &use) { return verdictOf(use); });
    instance.judgeInterface(factsOf(instance.settings().interface), factsOf(instance.settings().wire()), moving_);
    const Priority before = instance.machine.effectivePriority();
    const Priority after = instance.assessment.effective;
    if (before == after)
        return;
    instance.machine.step(now_, event::PriorityChanged{after}, out_);
    if (phase_ != Phase::Running || instance.machine.state() == State::Init)
        return;
    out_.push_back(Publish{
        ChangeKind::PriorityChanged, instance.name(), false, std::nullopt, std::nullopt, after.value, trigger.cause,
        trigger.text + ": priority " + std::to_string(before.value) + " -> " + std::to_string(after.value),
        trigger.facts});
    notifyPriority(instance.settings().notify, instance.name(), instance.machine.state(), after.value, out_);
}

/// An instance's own faults and those of the other members of its sync group.
void Node::Impl::collectFaults(std::size_t index)
{
    auto &instance = instances_[index];
    instance.faults = instance.assessment.faults;
    if (!instance.group)
        return;
    for (const auto other : members_[*instance.group]) {
        if (other == index || instances_[other].assessment.faults.empty())
            continue;
        const auto &member = instances_[other];
        instance.faults.push_back(
            {"sync_group",
             "sync group " + groups_[*instance.group].settings().name + ": " + member.name() + " cannot run, " +
                 member.assessment.faults.front().text,
             cause::GroupMember{groups_[*instance.group].settings().name, member.name(), State::Fault}});
    }
}

bool Node::Impl::undecided(std::size_t index) const
{
    const auto all = withGroups({index});
    return std::ranges::any_of(all, [&](std::size_t one) { return instances_[one].assessment.undecided; });
}

void Node::Impl::apply(std::size_t index, const Reason &trigger)
{
    if (phase_ != Phase::Running)
        return;
    auto &instance = instances_[index];
    auto &machine = instance.machine;
    const bool adopt = adopt_.contains(instance.name());
    if (!instance.faults.empty()) {
        const bool linkUsable = usable(factsOf(instance.settings().interface));
        machine.step(now_, event::FaultFound{instance.faults.front(), linkUsable}, out_);
    } else if (machine.state() == State::Fault) {
        machine.step(now_, event::FaultCleared{trigger}, out_);
    } else if (adopt || !undecided(index)) {
        const auto running = std::chrono::duration_cast<std::chrono::seconds>(now_ - startedAt_);
        machine.raiseSequence(sequenceBase_ + sequencesPerSecond * static_cast<std::uint32_t>(running.count()));
        machine.step(now_, event::Start{trigger, adopt}, out_);
    }
}

std::vector<TrackUse> Node::Impl::usesOf(std::size_t index) const
{
    const auto &instance = instances_[index];
    return trackUses(instance.settings(), instance.group ? &groups_[*instance.group].settings() : nullptr);
}

Verdict Node::Impl::verdictOf(const TrackUse &use) const
{
    if (use.kind == TrackKind::Interface) {
        const auto *facts = factsOf(use.weight.name);
        auto why = linkReason(use.weight.name, facts);
        return {usable(facts), true, std::move(why.cause), std::move(why.text), false, 0, std::move(why.facts)};
    }
    if (use.kind == TrackKind::File) {
        const auto file = files_.find(use.weight.name);
        auto why = fileReason(use.weight.name);
        return {true,
                true,
                std::move(why.cause),
                std::move(why.text),
                false,
                file == files_.end() ? 0 : file->second.value_or(0)};
    }
    if (use.kind == TrackKind::Process) {
        const auto process = std::ranges::find_if(
            processes_, [&](const ProcessTracker &one) { return one.settings().name == use.weight.name; });
        if (process == processes_.end())
            return {true, true, "process_ok", "process " + use.weight.name + " is not configured"};
        auto why = processReason(*process);
        return {process->ok(), true, std::move(why.cause), std::move(why.text)};
    }
    const auto script = std::ranges::find_if(
        scripts_, [&](const ScriptTracker &one) { return one.settings().name == use.weight.name; });
    if (script == scripts_.end())
        return {true, true, "script_ok", "script " + use.weight.name + " is not configured"};
    auto why = script->verdict();
    return {script->ok(),        script->decided(), std::move(why.cause), std::move(why.text), script->ignored(), 0,
            std::move(why.facts)};
}

const InterfaceFacts *Node::Impl::factsOf(const std::string &interface) const
{
    const auto found = interfaces_.find(interface);
    return found == interfaces_.end() ? nullptr : &found->second;
}

} // namespace twinhelm::vrrp
