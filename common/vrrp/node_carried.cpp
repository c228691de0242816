#include <algorithm>

#include "common/vrrp/node_impl.h"

/// The part of vrrp::Node that hands a running node to another process, or goes on with one.
namespace twinhelm::vrrp
{

Carried Node::Impl::carry() const
{
    Carried out;
    if (phase_ != Phase::Running)
        return out;
    for (const auto &instance : instances_)
        out.instances.push_back(instance.machine.carry());
    for (const auto &group : groups_) {
        const auto status = group.status();
        out.groups.push_back({status.name, status.state, status.since});
    }
    for (const auto &script : scripts_)
        out.scripts.push_back(script.carry());
    return out;
}

/// Verdicts first: an instance in FAULT stays there because its script still has failed.
void Node::Impl::resumeScripts(const Carried &carried)
{
    for (auto &script : scripts_) {
        const auto found = std::ranges::find_if(
            carried.scripts, [&](const auto &one) { return one.status.name == script.settings().name; });
        if (found != carried.scripts.end())
            script.resume(*found);
    }
}

/// Before the elections begin, so that nobody is told of what has not changed.
void Node::Impl::resume(const Carried &carried)
{
    if (carried.instances.empty())
        return;
    for (const auto index : everyone())
        reassess(index, {});
    for (const auto &one : carried.instances) {
        const auto found = byName_.find(one.name);
        if (found == byName_.end())
            continue;
        auto &machine = instances_[found->second].machine;
        machine.raiseSequence(sequenceBase_);
        machine.resume(now_, one, out_);
    }
    for (auto &group : groups_) {
        const auto found =
            std::ranges::find_if(carried.groups, [&](const auto &one) { return one.name == group.settings().name; });
        if (found != carried.groups.end())
            group.resume(*found);
    }
}

} // namespace twinhelm::vrrp
