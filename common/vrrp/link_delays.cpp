#include "common/vrrp/link_delays.h"

namespace twinhelm::vrrp
{

void LinkDelays::configure(const std::vector<LinkDelay> &delays)
{
    delays_.clear();
    for (const auto &one : delays)
        delays_.emplace(one.interface, one);
    // What is no longer delayed is due now.
    for (auto &[interface, pending] : pending_) {
        if (!delays_.contains(interface))
            pending.at = TimePoint::min();
    }
}

InterfaceFacts LinkDelays::told(TimePoint now, const InterfaceFacts &facts, const InterfaceFacts *believed)
{
    const auto delay = delays_.find(facts.name);
    const bool flips = believed && believed->exists && facts.exists && believed->up != facts.up;
    const Duration wait = delay == delays_.end() || !flips ? Duration::zero()
                          : facts.up                       ? delay->second.up
                                                           : delay->second.down;
    if (wait == Duration::zero()) {
        pending_.erase(facts.name);
        return facts;
    }
    auto [pending, fresh] = pending_.try_emplace(facts.name, Pending{facts, now + wait});
    pending->second.facts = facts;
    InterfaceFacts out = facts;
    out.up = believed->up;
    return out;
}

std::optional<TimePoint> LinkDelays::nextDeadline() const
{
    std::optional<TimePoint> next;
    for (const auto &[interface, pending] : pending_) {
        if (!next || pending.at < *next)
            next = pending.at;
    }
    return next;
}

std::vector<InterfaceFacts> LinkDelays::due(TimePoint now)
{
    std::vector<InterfaceFacts> out;
    std::erase_if(pending_, [&](auto &entry) {
        if (now < entry.second.at)
            return false;
        out.push_back(std::move(entry.second.facts));
        return true;
    });
    return out;
}

} // namespace twinhelm::vrrp
