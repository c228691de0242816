#pragma once

#include <functional>

#include "agent/vrrp/ports.h"
#include "common/vrrp/settings.h"
#include "common/vrrp/status.h"
#include "common/wire/messages.h"

namespace twinhelm::agent
{

/// What turns the engine's status into what the API says: both clocks at one instant, and the kernel's addresses.
struct ReportContext {
    TimePoint now;
    WallMillis wallNow = 0;
    /// Is this prefix on this interface?
    std::function<bool(const std::string &interface, const Prefix &prefix)> hasAddress;
    NetworkCounters network = {};
    NoticeCounters notices = {};
};

/// The vrrp process's part of a NodeState: router id, instances, groups, scripts. Pure.
[[nodiscard]] wire::NodeState reportStatus(const vrrp::NodeSettings &settings, const vrrp::NodeStatus &status,
                                           const ReportContext &context);

} // namespace twinhelm::agent
