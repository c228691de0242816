#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "common/base/time.h"
#include "common/vrrp/node_events.h"
#include "common/vrrp/settings.h"

namespace twinhelm::vrrp
{

/// Links that bounce: a change between up and down counts only when it has lasted (keepalived:
/// interface_up_down_delays). That an interface appears or vanishes counts at once. Pure.
class LinkDelays
{
public:
    void configure(const std::vector<LinkDelay> &delays);

    /// What to believe now that the kernel told `facts`, when `believed` was believed before (nullptr: nothing).
    [[nodiscard]] InterfaceFacts told(TimePoint now, const InterfaceFacts &facts, const InterfaceFacts *believed);
    /// Whether a change of this interface waits for its time.
    [[nodiscard]] bool waits(const std::string &interface) const { return pending_.contains(interface); }
    [[nodiscard]] std::optional<TimePoint> nextDeadline() const;
    /// Changes that have lasted long enough.
    [[nodiscard]] std::vector<InterfaceFacts> due(TimePoint now);

private:
    struct Pending {
        InterfaceFacts facts;
        TimePoint at;
    };
    std::map<std::string, LinkDelay> delays_;
    std::map<std::string, Pending> pending_;
};

} // namespace twinhelm::vrrp
