#pragma once

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "common/base/time.h"
#include "common/vrrp/node_events.h"
#include "common/vrrp/settings.h"

namespace twinhelm::vrrp
{

/// Spreads announcements over time where the configuration asks for it (keepalived: vrrp_garp_interval,
/// vrrp_gna_interval, garp_group): switches drop what comes faster than they learn. IPv4 and IPv6 are paced on their
/// own; the interfaces of one group share their paces.
///
/// Threading: none. Cost: nothing where no pace is set.
class AnnounceQueue
{
public:
    explicit AnnounceQueue(AnnouncePaces paces = {});

    /// New paces; what waits keeps waiting, at the new pace.
    void setPaces(AnnouncePaces paces);
    /// True: taken, take() will give it back in parts. False: nothing to wait for, do it now.
    [[nodiscard]] bool push(TimePoint now, const Announce &announce);
    /// These addresses leave the instance: what waits of them must not be said any more.
    void forget(const std::string &instance, const std::vector<VirtualAddress> &addresses);
    /// What is due, in parts of one packet each.
    [[nodiscard]] std::vector<Announce> take(TimePoint now);
    [[nodiscard]] std::optional<TimePoint> nextDeadline() const;

private:
    struct Lane {
        Duration pace{};
        TimePoint freeAt = TimePoint::min();
        std::deque<Announce> waiting; ///< one address, one packet each
    };
    using LaneKey = std::pair<std::string, Family>; ///< the group's first interface, or the interface alone

    [[nodiscard]] LaneKey laneOf(const std::string &interface, Family family) const;
    [[nodiscard]] Duration paceOf(const LaneKey &lane) const;

    AnnouncePaces paces_;
    std::map<LaneKey, Lane> lanes_;
};

} // namespace twinhelm::vrrp
