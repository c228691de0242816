#pragma once

#include <chrono>
#include <string>

#include "common/base/time.h"
#include "common/config/model/value.h"

namespace twinhelm::config::model
{

/// SNMP and D-Bus, in global_defs.
struct SnmpSettings {
    Value<std::string> socket;
    Value<bool> traps;
    Value<bool> vrrp;
    Value<bool> rfc; ///< both of the next
    Value<bool> rfcV2;
    Value<bool> rfcV3;
    Value<bool> checker;
    Value<Duration> virtualServerInterval{std::chrono::seconds(5)};
    Value<Duration> realServerInterval; ///< not given: as for virtual servers
    Value<bool> dbus;
    Value<std::string> dbusServiceName;
    Value<std::string> dbusNoInterfaceName;
};

} // namespace twinhelm::config::model
