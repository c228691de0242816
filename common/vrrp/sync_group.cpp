#include "common/vrrp/sync_group.h"

#include <algorithm>
#include <utility>

namespace twinhelm::vrrp
{

State groupState(const std::vector<State> &members)
{
    const auto any = [&](State state) { return std::ranges::find(members, state) != members.end(); };
    if (members.empty() || any(State::Init))
        return State::Init;
    if (any(State::Fault))
        return State::Fault;
    if (any(State::Stopped))
        return State::Stopped;
    return any(State::Backup) ? State::Backup : State::Master;
}

SyncGroup::Order SyncGroup::judge(const std::vector<State> &members)
{
    const auto previous = std::exchange(previous_, members);
    const auto any = [&](State state) { return std::ranges::find(members, state) != members.end(); };
    if (!any(State::Master) || !any(State::Backup))
        return Order::None;
    for (std::size_t i = 0; i < previous.size() && i < members.size(); ++i) {
        if (previous[i] == State::Master && members[i] == State::Backup)
            return Order::AllBackup;
    }
    return Order::AllMaster;
}

void SyncGroup::report(TimePoint now, const std::vector<State> &members, const std::string &cause, NodeActions &out)
{
    const State to = groupState(members);
    if (to == state_)
        return;
    const State from = std::exchange(state_, to);
    since_ = now;
    out.push_back(Publish{ChangeKind::StateChanged, settings_.name, true, from, to, std::nullopt, cause,
                          "sync group " + settings_.name + " is " + std::string(stateName(to)) + " as a whole"});
    notifier_.entered(settings_.notify, {settings_.name, 0, true}, to, false, out);
}

} // namespace twinhelm::vrrp
