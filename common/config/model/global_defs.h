#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "common/base/ip_address.h"
#include "common/base/time.h"
#include "common/config/model/announce.h"
#include "common/config/model/fifo.h"
#include "common/config/model/file_settings.h"
#include "common/config/model/firewall_settings.h"
#include "common/config/model/ipvs_settings.h"
#include "common/config/model/mail_settings.h"
#include "common/config/model/process_settings.h"
#include "common/config/model/snmp_settings.h"
#include "common/config/model/value.h"

namespace twinhelm::config::model
{

/// Several global_defs blocks are one: what comes later wins.
struct GlobalDefs {
    std::vector<SourceRange> blocks; ///< the header of each global_defs block
    Value<std::string> routerId;
    Value<std::string> scriptUser;
    Value<std::string> scriptGroup;
    Value<bool> scriptSecurity;
    Value<bool> useSymlinkPaths;
    Value<bool> setSupplementaryGroups;
    Value<bool> dynamicInterfaces;
    bool dynamicInterfacesAllowChanges = false; ///< allow_if_changes
    Value<std::string> defaultInterface{std::string("eth0")};
    MailSettings mail;

    // Processes
    Value<bool> processNames;
    Value<std::string> processName;
    ProcessSettings vrrpProcess;
    ProcessSettings checkerProcess;
    ProcessSettings bfdProcess;
    Value<int> maxAutoPriority;
    Value<Duration> minAutoPriorityDelay{std::chrono::seconds(1)};
    Value<Command> startupScript;
    Value<Duration> startupScriptTimeout{std::chrono::seconds(10)};
    Value<Command> shutdownScript;
    Value<Duration> shutdownScriptTimeout{std::chrono::seconds(10)};

    // Defaults of VRRP instances, and what concerns all of them
    Value<int> version{2};
    Value<bool> strict;
    Value<IpAddress> multicastGroupV4{IpAddress::v4({224, 0, 0, 18})};
    Value<IpAddress> multicastGroupV6;
    Announce announce;
    Value<bool> minGarp;
    Value<Duration> garpInterval;
    Value<Duration> gnaInterval;
    Value<unsigned> downTimerAdverts{3};
    Value<bool> lowerPriorityNoAdvert;
    Value<bool> higherPrioritySendAdvert;
    Value<bool> ownerIgnoreAdverts;
    Value<bool> checkUnicastSource;
    Value<bool> skipCheckAddresses;
    Value<bool> v3ChecksumAsV2;
    Value<Duration> startupDelay;
    Value<Duration> delayAfterBoot;
    Value<bool> logUnknownVrids;
    Value<bool> disableLocalIgmp;
    Value<std::string> vmacPrefix;
    Value<std::string> vmacAddressPrefix;
    Value<std::string> receiveBufferPolicy; ///< MTU, ADVERT or bytes
    Value<unsigned> receiveBufferMultiplier{3};
    Value<bool> notifyPriorityChanges;

    Fifo fifo;
    Fifo vrrpFifo;
    Fifo lvsFifo;
    Value<bool> fifoStatesOnReload;

    IpvsSettings ipvs;
    FirewallSettings firewall;
    SnmpSettings snmp;
    NetlinkBuffers vrrpNetlink;
    NetlinkBuffers lvsNetlink;
    Value<unsigned> processMonitorBuffer;
    Value<bool> processMonitorBufferForce;
    FileSettings files;
};

} // namespace twinhelm::config::model
