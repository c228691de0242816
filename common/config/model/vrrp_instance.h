#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "common/base/ip_address.h"
#include "common/base/time.h"
#include "common/config/model/announce.h"
#include "common/config/model/auth_hmac.h"
#include "common/config/model/authentication.h"
#include "common/config/model/command.h"
#include "common/config/model/rare.h"
#include "common/config/model/route.h"
#include "common/config/model/routing_rule.h"
#include "common/config/model/track_entry.h"
#include "common/config/model/unicast_peer.h"
#include "common/config/model/virtual_address.h"
#include "common/config/model/vmac.h"

namespace twinhelm::config::model
{

struct VrrpInstance {
    SourceRange range; ///< of the block's header
    Value<std::string> name;
    Value<std::string> state; ///< as written; MASTER and BACKUP are known
    Value<std::string> interface;
    Value<std::string> vrf;
    Value<int> virtualRouterId; ///< 0: not given
    Value<int> version{2};
    Value<int> priority{100};
    Value<Duration> advertInterval{std::chrono::seconds(1)};
    Value<bool> nopreempt;
    Value<Duration> preemptDelay;
    Value<unsigned> downTimerAdverts{3};
    Value<unsigned> timerExpiredBackup; ///< priority; 254 when the keyword stands alone
    Value<bool> strict;
    Authentication authentication;
    Rare<AuthHmac> authHmac;
    Value<IpAddress> multicastSource;
    Value<IpAddress> multicastDestination;
    Value<IpAddress> unicastSource;
    Value<bool> trackSourceAddress;
    std::vector<UnicastPeer> unicastPeers;
    Value<int> unicastTtl{255};
    Value<bool> unicastFaultNoPeer;
    Value<bool> checkUnicastSource;
    Value<std::string> oldUnicastChecksum; ///< "never", or empty when the keyword stands alone
    SourceRange unicastRange;              ///< of the unicast_peer block; empty without one
    SourceRange addressesRange;            ///< of the virtual_ipaddress block; empty without one
    std::vector<VirtualAddress> addresses;
    std::vector<VirtualAddress> excludedAddresses;
    std::vector<Route> routes;
    std::vector<RoutingRule> rules;
    Value<bool> noVirtualAddress;
    Value<bool> promoteSecondaries;
    Value<bool> accept{true}; ///< accept and no_accept; not given: true, but false when strict
    Announce announce;
    Value<bool> lowerPriorityNoAdvert;
    Value<bool> higherPrioritySendAdvert;
    Value<bool> ownerIgnoreAdverts;
    Value<bool> skipCheckAddresses; ///< skip_check_adv_addr
    Value<bool> v3ChecksumAsV2;
    Value<bool> dontTrackPrimary;
    Value<bool> linkbeatUsePolling; ///< deprecated
    Value<bool> nativeIpv6;
    Value<bool> useVmac;
    Value<bool> useVmacAddr;
    Value<bool> vmacXmitBase;
    Value<bool> useIpvlan;
    Rare<Vmac> vmac;
    Rare<Ipvlan> ipvlan;
    std::vector<TrackEntry> trackScripts;
    std::vector<TrackEntry> trackInterfaces;
    std::vector<TrackEntry> trackFiles;
    std::vector<TrackEntry> trackProcesses;
    std::vector<TrackEntry> trackBfds;
    Value<std::string> lvsSyncDaemonInterface; ///< deprecated
    Value<unsigned> receiveBuffer;             ///< bytes
    Value<unsigned> debug;
    Notify notify;
};

} // namespace twinhelm::config::model
