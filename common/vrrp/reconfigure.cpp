#include "common/vrrp/reconfigure.h"

namespace twinhelm::vrrp
{

Change classify(const InstanceSettings &before, const InstanceSettings &after)
{
    if (before == after)
        return Change::None;
    // Everything that may change under way is made equal; what still differs then needs a restart.
    InstanceSettings live = before;
    live.priority = after.priority;
    live.startAs = after.startAs;
    live.preempt = after.preempt;
    live.preemptDelay = after.preemptDelay;
    live.downTimerAdverts = after.downTimerAdverts;
    if (!before.unicastPeers.empty() && !after.unicastPeers.empty())
        live.unicastPeers = after.unicastPeers; // one more peer is no reason for a failover
    live.unicastTtl = after.unicastTtl;
    live.checkUnicastSource = after.checkUnicastSource;
    live.faultWithoutPeers = after.faultWithoutPeers;
    live.trackSourceAddress = after.trackSourceAddress;
    live.skipCheckAddresses = after.skipCheckAddresses;
    live.ownerIgnoresAdverts = after.ownerIgnoresAdverts;
    live.timerExpiredBackup = after.timerExpiredBackup;
    live.addresses = after.addresses;
    live.excludedAddresses = after.excludedAddresses;
    live.routes = after.routes;
    live.rules = after.rules;
    live.promoteSecondaries = after.promoteSecondaries;
    live.announce = after.announce;
    live.lowerPriorityNoAdvert = after.lowerPriorityNoAdvert;
    live.higherPrioritySendAdvert = after.higherPrioritySendAdvert;
    live.trackPrimaryInterface = after.trackPrimaryInterface;
    live.trackScripts = after.trackScripts;
    live.trackInterfaces = after.trackInterfaces;
    live.trackFiles = after.trackFiles;
    live.trackProcesses = after.trackProcesses;
    live.notify = after.notify;
    live.refusal = after.refusal;
    return live == after ? Change::Live : Change::Restart;
}

} // namespace twinhelm::vrrp
