#pragma once

#include <cstdint>
#include <string>

#include "common/base/ip_address.h"
#include "common/base/time.h"
#include "common/config/model/value.h"

namespace twinhelm::config::model
{

/// lvs_sync_daemon IFNAME [inst] INSTANCE ...: connections are copied to the other director.
struct SyncDaemon {
    Value<std::string> interface;
    Value<std::string> instance; ///< whose state it follows
    Value<unsigned> id;          ///< not given: the instance's router id
    Value<unsigned> mostLength;
    Value<unsigned> port;
    Value<unsigned> timeToLive;
    Value<IpAddress> group;
};

/// What global_defs says about IPVS as a whole.
struct IpvsSettings {
    enum class Flush : std::uint8_t { No, All, OwnServices };

    Value<Duration> tcpTimeout;
    Value<Duration> tcpFinTimeout;
    Value<Duration> udpTimeout;
    Value<bool> flush;
    Value<Flush> flushOnStop;
    Value<SyncDaemon> syncDaemon; ///< the range is that of the statement
    Value<std::string> nftablesTable;
    Value<int> nftablesPriority{-1};
    Value<unsigned> nftablesStartMark{1000};
    Value<bool> realServerInitNotifies; ///< rs_init_notifies
    Value<bool> logAllFailures;         ///< checker_log_all_failures
};

} // namespace twinhelm::config::model
