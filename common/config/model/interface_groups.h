#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/base/time.h"
#include "common/config/model/value.h"

namespace twinhelm::config::model
{

/// How fast announcements may leave through some interfaces.
struct GarpGroup {
    SourceRange range; ///< of the block's header
    Value<Duration> garpInterval;
    Value<Duration> gnaInterval;
    std::vector<Value<std::string>> interfaces;
};

/// One line of interface_up_down_delays.
struct InterfaceDelay {
    SourceRange range;
    Value<std::string> interface;
    Value<Duration> down;
    Value<Duration> up; ///< not given: as `down`
};

/// One line of linkbeat_interfaces.
struct LinkbeatInterface {
    SourceRange range;
    Value<std::string> interface;
    Value<std::string> method; ///< MII, ETHTOOL, IOCTL; not given: found out
};

} // namespace twinhelm::config::model
