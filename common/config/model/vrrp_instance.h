#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "common/base/ip_address.h"
#include "common/base/time.h"
#include "common/config/model/authentication.h"
#include "common/config/model/command.h"
#include "common/config/model/global_defs.h"
#include "common/config/model/track_entry.h"
#include "common/config/model/virtual_address.h"

namespace twinhelm::config::model
{

struct VrrpInstance {
    SourceRange range; ///< of the block's header
    Value<std::string> name;
    Value<std::string> state; ///< as written; MASTER and BACKUP are known
    Value<std::string> interface;
    Value<int> virtualRouterId; ///< 0: not given
    Value<int> version{2};
    Value<int> priority{100};
    Value<Duration> advertInterval{std::chrono::seconds(1)};
    Value<bool> nopreempt;
    Value<Duration> preemptDelay;
    Value<unsigned> downTimerAdverts{3};
    Value<bool> strict;
    Authentication authentication;
    Value<IpAddress> multicastSource;
    Value<IpAddress> unicastSource;
    std::vector<Value<IpAddress>> unicastPeers;
    Value<int> unicastTtl{255};
    SourceRange unicastRange;   ///< of the unicast_peer block; empty without one
    SourceRange addressesRange; ///< of the virtual_ipaddress block; empty without one
    std::vector<VirtualAddress> addresses;
    std::vector<VirtualAddress> excludedAddresses;
    Value<bool> noVirtualAddress;
    Announce announce;
    Value<bool> lowerPriorityNoAdvert;
    Value<bool> higherPrioritySendAdvert;
    Value<bool> dontTrackPrimary;
    Value<bool> nativeIpv6;
    Value<bool> useVmac;
    std::vector<TrackEntry> trackScripts;
    std::vector<TrackEntry> trackInterfaces;
    Notify notify;
};

} // namespace twinhelm::config::model
