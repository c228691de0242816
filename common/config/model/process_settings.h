#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "common/base/time.h"
#include "common/config/model/value.h"

namespace twinhelm::config::model
{

/// How one of the daemon's processes runs: vrrp_*, checker_* and bfd_* of global_defs.
struct ProcessSettings {
    Value<std::string> name;
    Value<int> niceness; ///< *_priority
    Value<bool> noSwap;
    Value<int> realtimePriority;
    std::vector<Value<unsigned>> processors; ///< *_cpu_affinity
    Value<Duration> realtimeLimit{std::chrono::milliseconds(10)};
};

/// Receive buffers of netlink sockets, in bytes: vrrp_netlink_* and lvs_netlink_*.
struct NetlinkBuffers {
    Value<unsigned> command;
    Value<bool> commandForce;
    Value<unsigned> monitor;
    Value<bool> monitorForce;
};

} // namespace twinhelm::config::model
