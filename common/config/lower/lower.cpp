#include "common/config/lower/lower.h"

#include <algorithm>
#include <set>

#include "common/config/lower/lower_announce_paces.h"
#include "common/config/lower/lower_notify.h"
#include "common/config/lower/lower_objects.h"
#include "common/config/lower/lower_tracking.h"
#include "common/config/lower/refusal.h"
#include "common/config/schema/names.h"

namespace twinhelm::config
{

namespace names = schema::names;

namespace
{

constexpr std::size_t mostPasswordBytes = 8;
constexpr std::size_t mostAdvertised = 255;
/// What keepalived calls its nftables table when told to use one without a name.
constexpr const char *keepalivedTable = "keepalived";

vrrp::AnnouncePolicy lowerAnnounce(const model::Announce &own, const model::Announce &global)
{
    const auto choose = [](const auto &mine, const auto &theirs) { return mine.given ? *mine : *theirs; };
    vrrp::AnnouncePolicy out;
    out.repeat = std::max(1U, choose(own.masterRepeat, global.masterRepeat));
    out.secondBurstAfter = choose(own.masterDelay, global.masterDelay);
    out.refreshEvery = choose(own.refresh, global.refresh);
    out.refreshRepeat = std::max(1U, choose(own.refreshRepeat, global.refreshRepeat));
    // What is said nowhere follows the burst after becoming master.
    const auto follow = [&](const auto &mine, const auto &theirs, auto otherwise) {
        return mine.given ? *mine : theirs.given ? *theirs : otherwise;
    };
    out.lowerPriorityDelay = follow(own.lowerPriorityDelay, global.lowerPriorityDelay, out.secondBurstAfter);
    out.lowerPriorityRepeat = follow(own.lowerPriorityRepeat, global.lowerPriorityRepeat, out.repeat);
    return out;
}

/// None over IPv6: keepalived leaves out AH, and an IPv6 advert has no room for a password.
vrrp::Authentication lowerAuthentication(const model::Authentication &authentication, int version, Family family,
                                         bool strict)
{
    vrrp::Authentication out;
    if (version != 2 || family == Family::IPv6 || strict || authentication.password->empty())
        return out;
    if (*authentication.type == names::pass)
        out.type = vrrp::AuthType::Pass;
    else if (*authentication.type == names::ah)
        out.type = vrrp::AuthType::Ah;
    else
        return out;
    out.secret = Secret(std::string(authentication.password->reveal().substr(0, mostPasswordBytes)));
    return out;
}

/// Fills addresses and excludedAddresses: a wrong family or a repetition is dropped, what does not fit into an
/// advertisement is excluded.
void lowerAddresses(vrrp::InstanceSettings &out, const model::VrrpInstance &instance)
{
    std::set<IpAddress> seen;
    for (const auto &address : instance.addresses) {
        if (address.prefix->address.family() != out.family || !seen.insert(address.prefix->address).second)
            continue;
        auto &list = out.addresses.size() < mostAdvertised ? out.addresses : out.excludedAddresses;
        list.push_back(lowerAddress(address));
    }
    for (const auto &address : instance.excludedAddresses) {
        if (seen.insert(address.prefix->address).second)
            out.excludedAddresses.push_back(lowerAddress(address));
    }
}

void lowerPeers(vrrp::InstanceSettings &out, const model::VrrpInstance &instance)
{
    if (instance.unicastSource.given)
        out.sourceAddress = *instance.unicastSource;
    else if (instance.multicastSource.given)
        out.sourceAddress = *instance.multicastSource;
    if (out.sourceAddress && out.sourceAddress->family() != out.family)
        out.sourceAddress.reset();
    for (const auto &peer : instance.unicastPeers) {
        const bool again =
            std::ranges::find(out.unicastPeers, *peer, &vrrp::UnicastPeer::address) != out.unicastPeers.end();
        if (peer->family() == out.family && !again)
            out.unicastPeers.emplace_back(*peer, static_cast<std::uint8_t>(*peer.leastTtl),
                                          static_cast<std::uint8_t>(*peer.mostTtl));
    }
    out.unicastTtl = static_cast<std::uint8_t>(*instance.unicastTtl);
    out.faultWithoutPeers = *instance.unicastFaultNoPeer;
    out.trackSourceAddress = *instance.trackSourceAddress;
    if (instance.oldUnicastChecksum.given)
        out.unicastChecksum =
            instance.oldUnicastChecksum->empty() ? vrrp::UnicastChecksum::Old : vrrp::UnicastChecksum::New;
    if (instance.multicastDestination.given && instance.multicastDestination->family() == out.family)
        out.multicastGroup = *instance.multicastDestination;
}

vrrp::StaticObjects lowerStatics(const model::NodeConfig &config, ObjectLowering &objects)
{
    vrrp::StaticObjects out;
    for (const auto &address : config.staticAddresses) {
        out.addresses.push_back(lowerAddress(address));
        if (out.addresses.back().device.empty())
            out.addresses.back().device = *config.global.defaultInterface;
    }
    out.routes = objects.routes(config.staticRoutes);
    out.rules = objects.rules(config.staticRules);
    return out;
}

vrrp::InstanceSettings lowerInstance(const model::VrrpInstance &instance, const model::NodeConfig &config)
{
    const auto &global = config.global;
    const auto strict = isStrict(instance, global);
    const auto version = versionOf(instance, global);
    vrrp::InstanceSettings out;
    out.name = *instance.name;
    out.interface = *instance.interface;
    out.virtualRouterId = Vrid(static_cast<std::uint8_t>(*instance.virtualRouterId));
    out.version = version == 3 ? vrrp::Version::V3 : vrrp::Version::V2;
    out.family = familyOf(instance);
    out.priority = Priority(static_cast<std::uint8_t>(priorityOf(instance)));
    out.advertInterval = advertIntervalOf(instance, version);
    const bool owner = out.priority == priorityOwner;
    // In strict mode only the owner of the addresses starts as master.
    const bool asMaster = strict ? owner : startsAsMaster(instance);
    out.startAs = asMaster ? vrrp::StartAs::Master : vrrp::StartAs::Backup;
    const bool startsAsBackup = out.startAs == vrrp::StartAs::Backup;
    out.preempt = !(*instance.nopreempt && startsAsBackup);
    out.preemptDelay = startsAsBackup && out.preempt && !strict ? *instance.preemptDelay : Duration::zero();
    out.downTimerAdverts = instance.downTimerAdverts.given ? *instance.downTimerAdverts : *global.downTimerAdverts;
    if (strict)
        out.downTimerAdverts = 3;
    out.authentication = lowerAuthentication(instance.authentication, version, out.family, strict);
    lowerPeers(out, instance);
    lowerAddresses(out, instance);
    out.announce = lowerAnnounce(instance.announce, global.announce);
    const auto choose = [](const auto &own, const auto &theirs) { return own.given ? *own : *theirs; };
    out.lowerPriorityNoAdvert = strict || choose(instance.lowerPriorityNoAdvert, global.lowerPriorityNoAdvert);
    out.higherPrioritySendAdvert =
        !strict && choose(instance.higherPrioritySendAdvert, global.higherPrioritySendAdvert);
    out.checkUnicastSource = choose(instance.checkUnicastSource, global.checkUnicastSource);
    out.skipCheckAddresses = choose(instance.skipCheckAddresses, global.skipCheckAddresses);
    out.v3ChecksumAsV2 = choose(instance.v3ChecksumAsV2, global.v3ChecksumAsV2);
    out.ownerIgnoresAdverts = owner && (strict || choose(instance.ownerIgnoreAdverts, global.ownerIgnoreAdverts));
    if (instance.timerExpiredBackup.given)
        out.timerExpiredBackup = Priority(static_cast<std::uint8_t>(*instance.timerExpiredBackup));
    if (strict) // RFC 9568 knows no answer to a lower priority but the next advertisement
        out.announce.lowerPriorityRepeat = 0;
    out.trackPrimaryInterface = !*instance.dontTrackPrimary;
    // An address owner ignores every weight, but not a fault.
    lowerTracking(instance, config, out);
    for (const auto &device : trackedDevices(instance, config)) {
        if (std::ranges::find(out.trackInterfaces, device, &vrrp::TrackWeight::name) == out.trackInterfaces.end())
            out.trackInterfaces.push_back({device, 0, false});
    }
    out.accept = strict ? owner || (instance.accept.given && *instance.accept) : *instance.accept;
    out.promoteSecondaries = *instance.promoteSecondaries;
    if (owner) {
        const auto weighted = [](const auto &track) { return track.weight != 0; };
        std::erase_if(out.trackScripts, weighted);
        std::erase_if(out.trackInterfaces, weighted);
        std::erase_if(out.trackFiles, weighted);
        std::erase_if(out.trackProcesses, weighted);
    }
    out.notify = lowerNotify(instance.notify, global);
    if (auto refusal = refusalOf(instance, config))
        out.refusal = std::move(refusal->reason);
    return out;
}

vrrp::SyncGroupSettings lowerGroup(const model::VrrpSyncGroup &group, const model::NodeConfig &config,
                                   const std::set<std::string> &instances, std::set<std::string> &taken)
{
    vrrp::SyncGroupSettings out;
    out.name = *group.name;
    for (const auto &member : group.members) {
        if (instances.contains(*member) && taken.insert(*member).second)
            out.members.push_back(*member);
    }
    lowerTracking(group, config, out);
    out.trackingWeight = *group.trackingWeight;
    out.notify = lowerNotify(group.notify, config.global);
    return out;
}

} // namespace

Family familyOf(const model::VrrpInstance &instance)
{
    if (*instance.nativeIpv6)
        return Family::IPv6;
    if (!instance.addresses.empty())
        return instance.addresses.front().prefix->address.family();
    if (!instance.unicastPeers.empty())
        return instance.unicastPeers.front()->family();
    for (const auto *source : {&instance.unicastSource, &instance.multicastSource}) {
        if (source->given)
            return (*source)->family();
    }
    return Family::IPv4;
}

int versionOf(const model::VrrpInstance &instance, const model::GlobalDefs &global)
{
    if (instance.version.given && !(*instance.version == 2 && isStrict(instance, global)))
        return *instance.version;
    if (familyOf(instance) == Family::IPv6)
        return 3;
    return instance.version.given ? *instance.version : *global.version;
}

bool isStrict(const model::VrrpInstance &instance, const model::GlobalDefs &global)
{
    return instance.strict.given ? *instance.strict : *global.strict;
}

int priorityOf(const model::VrrpInstance &instance)
{
    if (instance.priority.given)
        return *instance.priority;
    return *instance.state == names::master ? 255 : 100;
}

bool startsAsMaster(const model::VrrpInstance &instance)
{
    return *instance.state == names::master || priorityOf(instance) == 255;
}

Duration advertIntervalOf(const model::VrrpInstance &instance, int version)
{
    using std::chrono::milliseconds;
    using std::chrono::seconds;
    const Duration wanted = *instance.advertInterval;
    const Duration least = version == 3 ? Duration(milliseconds(10)) : Duration(seconds(1));
    const Duration most = version == 3 ? Duration(milliseconds(40950)) : Duration(seconds(255));
    const auto steps = (wanted + least / 2) / least;
    return std::clamp<Duration>(steps * least, least, most);
}

namespace
{

vrrp::ProcessTreatment lowerProcess(const model::GlobalDefs &global)
{
    const auto &process = global.vrrpProcess;
    vrrp::ProcessTreatment out;
    out.niceness = *process.niceness;
    out.realtimePriority = *process.realtimePriority;
    out.realtimeLimit = *process.realtimeLimit;
    out.mostAutoPriority = *global.maxAutoPriority;
    out.autoPriorityDelay = *global.minAutoPriorityDelay;
    out.noSwap = *process.noSwap;
    for (const auto &processor : process.processors)
        out.processors.push_back(*processor);
    return out;
}

} // namespace

vrrp::NodeSettings lower(const model::NodeConfig &config, const RoutingLookup &lookup)
{
    vrrp::NodeSettings out;
    const auto &global = config.global;
    out.routerId = global.routerId.given ? *global.routerId : config.nodeId;
    out.defaultScriptUser = *global.scriptUser;
    out.defaultScriptGroup = *global.scriptGroup;
    out.scriptSecurity = *global.scriptSecurity;
    out.startupDelay = *global.startupDelay;
    out.announcePaces = lowerAnnouncePaces(config);
    out.delayAfterBoot = *global.delayAfterBoot;
    out.multicastGroupV4 = *global.multicastGroupV4;
    out.multicastGroupV6 = *global.multicastGroupV6;
    if (global.firewall.nftables.given)
        out.firewallTable = global.firewall.nftables->empty() ? keepalivedTable : *global.firewall.nftables;
    out.process = lowerProcess(global);
    ObjectLowering objects(lookup, out.leftOut);
    out.statics = lowerStatics(config, objects);
    std::set<std::string> links; // names that are written come first
    for (const auto &instance : config.instances)
        links.insert(*instance.vmac->name);
    std::set<std::string> names;
    for (const auto &instance : config.instances) {
        const bool whole = instance.virtualRouterId.given && instance.interface.given;
        if (!whole || !names.insert(*instance.name).second)
            continue;
        auto settings = lowerInstance(instance, config);
        settings.routes = objects.routes(instance.routes);
        settings.rules = objects.rules(instance.rules);
        lowerVirtualLinks(settings, instance, global, links);
        out.instances.push_back(std::move(settings));
    }
    std::set<std::string> groupNames;
    std::set<std::string> members;
    for (const auto &group : config.syncGroups) {
        if (!groupNames.insert(*group.name).second)
            continue;
        auto settings = lowerGroup(group, config, names, members);
        if (!settings.members.empty())
            out.syncGroups.push_back(std::move(settings));
    }
    std::set<std::string> scriptNames;
    for (const auto &script : config.scripts) {
        if (script.command.given && scriptNames.insert(*script.name).second)
            out.scripts.push_back(lowerScript(script));
    }
    out.files = lowerFiles(config);
    out.processes = lowerProcesses(config);
    out.linkDelays = lowerLinkDelays(config);
    out.fifos = lowerFifos(global);
    out.fifoStatesOnReload = *global.fifoStatesOnReload;
    out.mail = lowerMail(global.mail);
    return out;
}

} // namespace twinhelm::config
