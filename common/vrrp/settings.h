#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/base/ip_address.h"
#include "common/base/secret.h"
#include "common/base/strong.h"
#include "common/base/time.h"
#include "common/vrrp/route_settings.h"
#include "common/vrrp/virtual_link.h"

/// What the engine is told to do: plain values, lowered from the configuration model by config::lower().
/// Nothing here knows files, keywords or source ranges.
namespace twinhelm::vrrp
{

enum class Version : std::uint8_t { V2 = 2, V3 = 3 };

enum class AuthType : std::uint8_t { None = 0, Pass = 1, Ah = 2 };

struct Authentication {
    AuthType type = AuthType::None;
    Secret secret; ///< PASS: at most 8 bytes count on the wire
    friend bool operator==(const Authentication &, const Authentication &) = default;
};

/// One address that moves with an instance.
struct VirtualAddress {
    Prefix prefix;
    std::string device; ///< empty: the instance's interface
    std::string label;  ///< IPv4 only
    std::optional<IpAddress> broadcast;
    std::optional<Prefix> peer;
    std::uint8_t scope = 0; ///< rtnetlink scope: 0 global, 253 link, 254 host
    bool noDad = true;
    bool noPrefixRoute = false;
    bool noTrack = false;
    bool home = false;                              ///< IPv6 home address (RFC 6275)
    bool manageTemporary = false;                   ///< IPv6: the kernel makes temporary addresses from this one
    bool autoJoin = false;                          ///< multicast group of this address is joined
    std::optional<std::uint32_t> preferredLifetime; ///< seconds
    friend bool operator==(const VirtualAddress &, const VirtualAddress &) = default;
};

/// As the kernel lists it: on a point-to-point address the length is the peer's.
[[nodiscard]] inline Prefix kernelPrefix(const VirtualAddress &address)
{
    return {address.prefix.address, address.peer ? address.peer->length : address.prefix.length};
}

/// A script to be run. argv[0] is the program; user and group empty: the default script user.
struct Command {
    std::vector<std::string> argv;
    std::string user;
    std::string group;
    friend bool operator==(const Command &, const Command &) = default;
};

struct NotifyCommands {
    std::optional<Command> toBackup;
    std::optional<Command> toMaster;
    std::optional<Command> toFault;
    std::optional<Command> onStop;
    std::optional<Command> any;                ///< gets INSTANCE|GROUP NAME STATE PRIORITY appended
    std::optional<Command> onDeleted;          ///< an instance that a reload removes; without it FAULT is told
    std::optional<Command> lowerPriorityHeard; ///< notify_master_rx_lower_pri
    bool fifo = false;                         ///< there is a pipe to write to
    bool priorityChanges = false;              ///< lines in it for these as well
    bool mail = false;                         ///< smtp_alert, and there is somebody to mail
    bool mailFaults = true;                    ///< false: no_email_faults
    friend bool operator==(const NotifyCommands &, const NotifyCommands &) = default;
};

/// Gratuitous ARP / unsolicited NA after becoming master (keepalived: garp_master_*, garp_lower_prio_*).
struct AnnouncePolicy {
    unsigned repeat = 5; ///< packets per address in one burst
    Duration secondBurstAfter = std::chrono::seconds(5);
    Duration refreshEvery = Duration::zero(); ///< zero: never
    unsigned refreshRepeat = 1;
    Duration lowerPriorityDelay = std::chrono::seconds(5);
    unsigned lowerPriorityRepeat = 5;
    friend bool operator==(const AnnouncePolicy &, const AnnouncePolicy &) = default;
};

/// How a tracked thing bears on the priority. weight 0: its failure means FAULT. Lowering has already merged
/// the use's weight and reverse with the definition's: these are the only ones the engine looks at.
struct TrackWeight {
    std::string name; ///< of the script, interface, file or process
    int weight = 0;   ///< -253..253; of a file -254..254, times the number in it
    bool reverse = false;
    friend bool operator==(const TrackWeight &, const TrackWeight &) = default;
};

enum class StartAs : std::uint8_t { Backup, Master };

/// One router that adverts are sent to instead of the multicast group.
struct UnicastPeer {
    UnicastPeer() = default;
    UnicastPeer(const IpAddress &where, std::uint8_t least = 0, std::uint8_t most = 255)
        : address(where), leastTtl(least), mostTtl(most)
    {
    }

    IpAddress address;
    std::uint8_t leastTtl = 0; ///< min_ttl: what comes from it with less is dropped
    std::uint8_t mostTtl = 255;
    friend bool operator==(const UnicastPeer &, const UnicastPeer &) = default;
};

/// What the checksum of unicast version 3 over IPv4 covers. Before 1.3.7 keepalived summed the multicast group in
/// place of the destination (keepalived: old_unicast_checksum).
enum class UnicastChecksum : std::uint8_t {
    Detect, ///< the new way, until a peer is heard that does it the old way
    Old,
    New, ///< old_unicast_checksum never
};

struct InstanceSettings {
    std::string name;
    std::string interface;
    Vrid virtualRouterId;
    Version version = Version::V2;
    Family family = Family::IPv4;
    Priority priority{100};
    Duration advertInterval = std::chrono::seconds(1);
    StartAs startAs = StartAs::Backup;
    bool preempt = true;
    Duration preemptDelay = Duration::zero();
    unsigned downTimerAdverts = 3;
    Authentication authentication;
    std::optional<IpAddress> sourceAddress; ///< mcast_src_ip / unicast_src_ip
    std::vector<UnicastPeer> unicastPeers;  ///< empty: multicast
    std::uint8_t unicastTtl = 255;
    bool checkUnicastSource = false; ///< drop unicast adverts from others than the peers
    bool faultWithoutPeers = false;  ///< unicast_fault_no_peer and no peer is listed: FAULT, instead of multicast
    bool trackSourceAddress = false; ///< FAULT while sourceAddress is not on this node
    UnicastChecksum unicastChecksum = UnicastChecksum::Detect;
    std::optional<IpAddress> multicastGroup; ///< mcast_dst_ip; else the node's
    bool v3ChecksumAsV2 = false;             ///< no pseudo header in version 3 over IPv4
    bool skipCheckAddresses = false;         ///< compare the list of addresses only when the master changes
    bool ownerIgnoresAdverts = false;        ///< an address owner takes note of nobody
    /// When our own adverts were so late that a router of this priority has long taken over: stop being MASTER.
    std::optional<Priority> timerExpiredBackup;
    std::vector<VirtualAddress> addresses; ///< carried in advertisements
    std::vector<VirtualAddress> excludedAddresses;
    std::vector<RouteSettings> routes;     ///< set while MASTER
    std::vector<RuleSettings> rules;       ///< set while MASTER
    std::vector<VirtualLink> virtualLinks; ///< made before anything else
    std::string wireInterface;             ///< adverts leave and arrive here; empty: `interface`
    std::string addressInterface;          ///< addresses without a device; empty: `interface`
    bool accept = true;                    ///< false: packets to the addresses are dropped while MASTER
    bool promoteSecondaries = false;       ///< on the interface, while the instance is configured
    AnnouncePolicy announce;
    bool lowerPriorityNoAdvert = false;
    bool higherPrioritySendAdvert = false;
    bool trackPrimaryInterface = true; ///< false: dont_track_primary
    std::vector<TrackWeight> trackScripts;
    std::vector<TrackWeight> trackInterfaces;
    std::vector<TrackWeight> trackFiles;
    std::vector<TrackWeight> trackProcesses;
    NotifyCommands notify;
    std::string refusal; ///< why it is not run: FAULT with this reason; empty: it is
    [[nodiscard]] const std::string &wire() const { return wireInterface.empty() ? interface : wireInterface; }
    [[nodiscard]] const std::string &addressDevice() const
    {
        return addressInterface.empty() ? interface : addressInterface;
    }
    friend bool operator==(const InstanceSettings &, const InstanceSettings &) = default;
};

struct SyncGroupSettings {
    std::string name;
    std::vector<std::string> members;
    std::vector<TrackWeight> trackScripts;
    std::vector<TrackWeight> trackInterfaces;
    std::vector<TrackWeight> trackFiles;
    std::vector<TrackWeight> trackProcesses;
    bool trackingWeight = false; ///< sync_group_tracking_weight
    NotifyCommands notify;
    friend bool operator==(const SyncGroupSettings &, const SyncGroupSettings &) = default;
};

struct ScriptSettings {
    std::string name;
    Command command;
    Duration interval = std::chrono::seconds(1);
    Duration timeout = std::chrono::seconds(1);
    int weight = 0;
    bool reverse = false;
    unsigned rise = 1;
    unsigned fall = 1;
    bool startFailed = false; ///< init_fail
    friend bool operator==(const ScriptSettings &, const ScriptSettings &) = default;
};

/// A file that holds a number (keepalived: track_file).
struct FileSettings {
    std::string name;
    std::string path;
    std::optional<int> firstValue; ///< init_file: write it at start, when there is no file
    bool overwrite = false;        ///< also when there is one
    friend bool operator==(const FileSettings &, const FileSettings &) = default;
};

/// How much of a process's parameters must fit.
enum class ParameterMatch : std::uint8_t {
    None,    ///< they do not count
    Exact,   ///< all of them
    Initial, ///< those that are given, the last of them may go on
    Partial, ///< those that are given; more may follow
};

/// Which processes count (keepalived: vrrp_track_process).
struct ProcessPattern {
    std::string name; ///< of the process: /proc/PID/comm, at most 15 bytes; with fullCommand argv[0]
    bool fullCommand = false;
    ParameterMatch match = ParameterMatch::None;
    std::vector<std::string> parameters; ///< argv from 1 on
    friend bool operator==(const ProcessPattern &, const ProcessPattern &) = default;
};

struct ProcessSettings {
    std::string name; ///< of the block
    ProcessPattern pattern;
    unsigned quorum = 1;                        ///< so many must run
    std::optional<unsigned> most;               ///< and no more than so many
    Duration forkDelay = Duration::zero();      ///< a change by one that began must last so long
    Duration terminateDelay = Duration::zero(); ///< a change by one that ended must last so long
    friend bool operator==(const ProcessSettings &, const ProcessSettings &) = default;
};

/// How long a link must be down or up before it counts (keepalived: interface_up_down_delays).
struct LinkDelay {
    std::string interface;
    Duration down = Duration::zero();
    Duration up = Duration::zero();
    friend bool operator==(const LinkDelay &, const LinkDelay &) = default;
};

/// A pipe that gets a line for each change (keepalived: notify_fifo, vrrp_notify_fifo), and what reads it.
struct FifoSettings {
    std::string path;
    std::string user; ///< its owner when it has to be made; empty: root
    std::string group;
    std::optional<Command> reader; ///< gets the path as last argument; started again when it ends
    friend bool operator==(const FifoSettings &, const FifoSettings &) = default;
};

/// Where alerts go. No recipients: none are sent.
struct MailSettings {
    std::string from;
    std::vector<std::string> recipients;
    std::string server;
    std::uint16_t port = 25;
    std::string heloName;
    Duration timeout = std::chrono::seconds(30); ///< of the connection and of each answer
    friend bool operator==(const MailSettings &, const MailSettings &) = default;
};

/// Least time between two announcements. Zero: none.
struct AnnouncePace {
    Duration v4 = Duration::zero(); ///< gratuitous ARP
    Duration v6 = Duration::zero(); ///< unsolicited neighbour advertisement
    friend bool operator==(const AnnouncePace &, const AnnouncePace &) = default;
};

/// A garp_group: its interfaces hang on one switch and share one pace.
struct AnnounceGroup {
    std::vector<std::string> interfaces; ///< at least one
    AnnouncePace pace;
    friend bool operator==(const AnnounceGroup &, const AnnounceGroup &) = default;
};

struct AnnouncePaces {
    AnnouncePace otherwise; ///< of interfaces in no group, each for itself
    std::vector<AnnounceGroup> groups;
    friend bool operator==(const AnnouncePaces &, const AnnouncePaces &) = default;
};

/// What is there while the daemon runs, whoever is master (keepalived: static_ipaddress, static_routes, static_rules).
struct StaticObjects {
    std::vector<VirtualAddress> addresses; ///< each with its device
    std::vector<RouteSettings> routes;
    std::vector<RuleSettings> rules;
    friend bool operator==(const StaticObjects &, const StaticObjects &) = default;
};

/// How the kernel is to treat the process (keepalived: vrrp_priority, vrrp_rt_priority, vrrp_no_swap, ...).
struct ProcessTreatment {
    int niceness = 0;
    int realtimePriority = 0;                               ///< SCHED_RR, 1..99; 0: ordinary scheduling
    Duration realtimeLimit = std::chrono::milliseconds(10); ///< of running without a pause (RLIMIT_RTTIME)
    int mostAutoPriority = 0;                               ///< up to which a late process is raised; < 1: never
    Duration autoPriorityDelay = std::chrono::seconds(1);   ///< as late as this counts
    bool noSwap = false;
    std::vector<unsigned> processors; ///< it may run on; empty: all
    friend bool operator==(const ProcessTreatment &, const ProcessTreatment &) = default;
};

/// Everything one node's VRRP engine runs.
struct NodeSettings {
    std::string routerId;
    std::string defaultScriptUser; ///< empty: keepalived_script if it exists, else root
    std::string defaultScriptGroup;
    bool scriptSecurity = false;
    Duration startupDelay = Duration::zero();
    Duration delayAfterBoot = Duration::zero(); ///< as startupDelay, but counted from the boot of the machine
    IpAddress multicastGroupV4 = IpAddress::v4({224, 0, 0, 18});
    IpAddress multicastGroupV6; ///< ff02::12 when unspecified
    AnnouncePaces announcePaces;
    StaticObjects statics;
    std::vector<std::string> leftOut;       ///< a line for each object that cannot be set, and why
    std::string firewallTable = "twinhelm"; ///< nftables table of no_accept
    ProcessTreatment process;
    std::vector<InstanceSettings> instances;
    std::vector<SyncGroupSettings> syncGroups;
    std::vector<ScriptSettings> scripts;
    std::vector<FileSettings> files;
    std::vector<ProcessSettings> processes;
    std::vector<LinkDelay> linkDelays;
    std::vector<FifoSettings> fifos;
    bool fifoStatesOnReload = false; ///< the present states are written anew after a reload
    MailSettings mail;
    friend bool operator==(const NodeSettings &, const NodeSettings &) = default;
};

/// Whether anything in it is a program: a script to track or to notify, a reader of a pipe.
[[nodiscard]] bool runsPrograms(const NodeSettings &settings);

/// For whoever has no virtual links, such as a simulation: everything stands on the interfaces below.
void useBaseInterfaces(NodeSettings &settings);

} // namespace twinhelm::vrrp
