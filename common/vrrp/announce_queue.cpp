#include "common/vrrp/announce_queue.h"

#include <algorithm>
#include <set>
#include <utility>

namespace twinhelm::vrrp
{

namespace
{

Duration paceFor(const AnnouncePace &pace, Family family)
{
    return family == Family::IPv4 ? pace.v4 : pace.v6;
}

const std::string &interfaceOf(const Announce &announce, const VirtualAddress &address)
{
    return address.device.empty() ? announce.interface : address.device;
}

} // namespace

AnnounceQueue::AnnounceQueue(AnnouncePaces paces) : paces_(std::move(paces)) {}

void AnnounceQueue::setPaces(AnnouncePaces paces)
{
    paces_ = std::move(paces);
    for (auto &[key, lane] : lanes_)
        lane.pace = paceOf(key);
}

AnnounceQueue::LaneKey AnnounceQueue::laneOf(const std::string &interface, Family family) const
{
    for (const auto &group : paces_.groups) {
        if (std::ranges::find(group.interfaces, interface) != group.interfaces.end())
            return {group.interfaces.front(), family};
    }
    return {interface, family};
}

Duration AnnounceQueue::paceOf(const LaneKey &lane) const
{
    for (const auto &group : paces_.groups) {
        if (std::ranges::find(group.interfaces, lane.first) != group.interfaces.end())
            return paceFor(group.pace, lane.second);
    }
    return paceFor(paces_.otherwise, lane.second);
}

bool AnnounceQueue::push(TimePoint now, const Announce &announce)
{
    const bool paced = std::ranges::any_of(announce.addresses, [&](const VirtualAddress &address) {
        return paceOf(laneOf(interfaceOf(announce, address), address.prefix.address.family())) > Duration::zero();
    });
    if (!paced)
        return false;
    // All addresses once before any is repeated: the first packet of each is the one that moves the traffic.
    for (unsigned round = 0; round < announce.repeat; ++round) {
        for (const auto &address : announce.addresses) {
            const auto key = laneOf(interfaceOf(announce, address), address.prefix.address.family());
            auto &lane = lanes_[key];
            lane.pace = paceOf(key);
            lane.freeAt = lane.waiting.empty() ? std::max(lane.freeAt, now) : lane.freeAt;
            lane.waiting.push_back({announce.instance, announce.interface, {address}, 1});
        }
    }
    return true;
}

void AnnounceQueue::forget(const std::string &instance, const std::vector<VirtualAddress> &addresses)
{
    std::set<IpAddress> gone;
    for (const auto &one : addresses)
        gone.insert(one.prefix.address);
    for (auto &[key, lane] : lanes_)
        std::erase_if(lane.waiting, [&](const Announce &one) {
            return one.instance == instance && gone.contains(one.addresses.front().prefix.address);
        });
}

std::vector<Announce> AnnounceQueue::take(TimePoint now)
{
    std::vector<Announce> due;
    for (auto &[key, lane] : lanes_) {
        while (!lane.waiting.empty() && lane.freeAt <= now) {
            due.push_back(std::move(lane.waiting.front()));
            lane.waiting.pop_front();
            // From now, not from when it was due: after a stall there must be no flood either.
            lane.freeAt = now + lane.pace;
        }
    }
    return due;
}

std::optional<TimePoint> AnnounceQueue::nextDeadline() const
{
    std::optional<TimePoint> next;
    for (const auto &[key, lane] : lanes_) {
        if (!lane.waiting.empty() && (!next || lane.freeAt < *next))
            next = lane.freeAt;
    }
    return next;
}

} // namespace twinhelm::vrrp
