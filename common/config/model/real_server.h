#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/base/ip_address.h"
#include "common/config/model/check.h"
#include "common/config/model/forwarding.h"
#include "common/config/model/rare.h"

namespace twinhelm::config::model
{

/// What few real servers say themselves; not given: as the virtual server says.
struct RealServerOptions {
    Value<Forwarding> forwarding;
    Value<unsigned> upperThreshold;
    Value<unsigned> lowerThreshold;
    Value<bool> inhibitOnFailure;
    Value<bool> alpha;
    Value<bool> smtpAlert;
    Value<Command> notifyUp;
    Value<Command> notifyDown;
    CheckTiming timing;
    Value<Duration> connectTimeout;
    Value<std::string> virtualHost;
    Value<std::string> snmpName;
};

/// Kept small: files with 100,000 of them exist.
struct RealServer {
    SourceRange range; ///< of the block's header
    Value<IpAddress> address;
    Value<std::uint16_t> port; ///< not given: the virtual server's
    Value<int> weight{1};      ///< not given: the virtual server's
    Rare<RealServerOptions> options;
    std::vector<Check> checks;
};

} // namespace twinhelm::config::model
