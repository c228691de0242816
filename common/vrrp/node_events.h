#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "common/base/ip_address.h"
#include "common/base/time.h"
#include "common/vrrp/carried.h"
#include "common/vrrp/cause.h"
#include "common/vrrp/settings.h"
#include "common/vrrp/state.h"

/// The whole conversation between vrrp::Node (pure) and whoever runs it: the agent's driver, the
/// simulator, a scenario test. What happens comes in as a NodeEvent; what is to be done goes out as NodeActions.
namespace twinhelm::vrrp
{

// ---- events ------------------------------------------------------------------------------------

/// Facts of one network interface, told at start and after each change. `exists == false`: it vanished.
struct InterfaceFacts {
    std::string name;
    bool exists = true;
    bool up = false; ///< administratively up and carrier present
    unsigned mtu = 1500;
    std::vector<IpAddress> addresses; ///< all, in the kernel's order (primary first)
    std::string renamedTo{};          ///< it does not exist because it has another name now
    friend bool operator==(const InterfaceFacts &, const InterfaceFacts &) = default;
};

/// Begin. Facts of the interfaces known to the kernel are told before this; an unknown one counts as missing.
/// `adopt`: instances that were MASTER in a predecessor which was killed a moment ago. They go on as MASTER at once,
/// before a peer's timer runs out, unless they are faulty; a startup delay does not hold then.
struct Startup {
    std::vector<std::string> adopt;
    Duration sinceBoot = Duration::max(); ///< of the machine; for delayAfterBoot
    /// AH sequence numbers begin above it, so that peers do not take a restarted engine's for a replay.
    std::uint32_t sequenceBase = 0;
    /// Of a predecessor that made room in order: its instances stay in their states, whatever `adopt` says.
    Carried carried{};
};
/// Orderly end: every master says priority 0 and lets its addresses go.
struct Shutdown {
};
struct DeadlineReached {
};
struct InterfaceChanged {
    InterfaceFacts facts;
};

/// One datagram of protocol 112: the VRRP message after the IP header (and AH header, when there was one).
struct PacketReceived {
    std::string interface;
    IpAddress source;
    IpAddress destination;
    std::uint8_t ttl = 255;
    std::vector<std::uint8_t> bytes;
    bool authHeader = false;              ///< an IPsec authentication header stood between IP and VRRP
    std::vector<std::uint8_t> datagram{}; ///< then: all of it, from the IP header on
};

/// Advertisements of an instance did not leave; or, with an empty error, they do again.
struct PacketsFailed {
    std::string instance;
    unsigned count = 1;
    std::string error; ///< what the kernel said
};

enum class ScriptResult : std::uint8_t { Ok, Failed, TimedOut, NotRun };
struct ScriptFinished {
    std::string script;
    ScriptResult result = ScriptResult::Ok;
    int exitCode = 0;
    int signal = 0;       ///< ended by this signal
    std::string output{}; ///< the last it wrote, or why it could not be run
};

/// What a tracked file says now. Nothing: there is no such file, which counts as 0.
struct FileRead {
    std::string file;
    std::optional<int> value;
};

/// How many processes match a pattern now. The first one comes before Startup.
struct ProcessesCounted {
    std::string process; ///< name of the vrrp_track_process
    unsigned count = 0;
    friend bool operator==(const ProcessesCounted &, const ProcessesCounted &) = default;
};

/// Something around tracking or notifying does not work as it should; the rest goes on.
struct Trouble {
    std::string subject; ///< the script, file or pipe
    std::string cause;   ///< script_refused, file_unreadable, fifo_unusable, mail_failed, ...
    std::string text;
};

/// The kernel's answer to AddAddresses / RemoveAddresses; one for each of these actions.
struct AddressesApplied {
    std::string instance;
    bool added = true;
    std::string error; ///< empty: done
};

/// Somebody else removed one of our addresses.
struct AddressVanished {
    std::string instance; ///< empty: one of the node's static addresses
    Prefix prefix;
    std::string by; ///< who or what it was, in words: "RTM_DELADDR of process 4711 (ip)"
};

/// The same for a route, a rule or a whole virtual link; `what` in words.
struct ObjectVanished {
    std::string instance;
    std::string what;
    std::string by;
};

/// Operator: give the VIPs to the peer and do not preempt it until Release (or a reload of the instance).
struct Handover {
    std::string instance;
};
struct Release {
    std::string instance;
};

/// New settings, already checked. Unchanged instances miss no advertisement and send no extra packet.
struct Reconfigure {
    explicit Reconfigure(NodeSettings wanted) : settings(std::make_shared<const NodeSettings>(std::move(wanted))) {}
    /// Made, and in the end destroyed, by another thread: with thousands of instances both take longer than an
    /// advertisement may be late.
    Reconfigure(std::shared_ptr<const NodeSettings> wanted, std::string of)
        : settings(std::move(wanted)), revision(std::move(of))
    {
    }

    std::shared_ptr<const NodeSettings> settings; ///< never null
    std::string revision;                         ///< what people call it by, for the sentences
};

using NodeEvent = std::variant<Startup, Shutdown, DeadlineReached, InterfaceChanged, PacketReceived, PacketsFailed,
                               ScriptFinished, FileRead, ProcessesCounted, Trouble, AddressesApplied, AddressVanished,
                               ObjectVanished, Handover, Release, Reconfigure>;

// ---- actions -----------------------------------------------------------------------------------

/// Join the VRRP group on an interface (sent before the first packet is expected) or leave it.
struct OpenInterface {
    std::string interface;
    Family family = Family::IPv4;
    std::vector<IpAddress> groups; ///< to be a member of; sent again when they change
    bool authHeader = false;       ///< listen to signed datagrams as well
};
struct CloseInterface {
    std::string interface;
    Family family = Family::IPv4;
};

struct SendPacket {
    std::string instance;
    std::string interface;
    IpAddress source;
    IpAddress destination;
    std::uint8_t ttl = 255;
    std::vector<std::uint8_t> bytes;
    bool authHeader = false; ///< `bytes` are a whole IPv4 datagram with an authentication header
};

/// Addresses and what moves with them, in this order; what is there already stays as it is.
struct AddAddresses {
    std::string instance; ///< empty: the node's static ones
    std::string interface;
    std::vector<VirtualAddress> addresses;
    std::vector<RouteSettings> routes = {};
    std::vector<RuleSettings> rules = {};
    bool accept = true; ///< false: packets to these addresses are to be dropped (no_accept)
};
/// The reverse, in reverse order.
struct RemoveAddresses {
    std::string instance;
    std::string interface;
    std::vector<VirtualAddress> addresses;
    std::vector<RouteSettings> routes = {};
    std::vector<RuleSettings> rules = {};
    bool accept = true;
};

/// Gratuitous ARP (IPv4) or unsolicited neighbour advertisement (IPv6), `repeat` packets for each address.
struct Announce {
    std::string instance;
    std::string interface;
    std::vector<VirtualAddress> addresses;
    unsigned repeat = 1;
};

/// Start a track script once; answer with ScriptFinished. The driver enforces `timeout`
/// (SIGTERM to the process group, SIGKILL 2 s later: keepalived) and reports TimedOut.
struct RunScript {
    std::string script;
    Command command;
    Duration timeout;
};

/// Run a notify command; nobody waits for it. argv is complete.
struct RunNotify {
    std::string subject;
    Command command;
    bool group = false; ///< of a sync group
};

/// A line for the pipes, with its end of line.
struct WriteFifo {
    std::string line;
    bool group = false;
};

struct SendMail {
    std::string subject;
    std::string body;
    bool group = false;
};

enum class ChangeKind : std::uint8_t {
    StateChanged, ///< an instance or sync group entered `to`
    PriorityChanged,
    TrackerChanged, ///< a script, interface, file or process verdict
    Trouble,        ///< a script is refused, a pipe or a mail server does not work, ...
    PacketRejected, ///< first of its kind from a source; counters tell how many
    AddressTrouble, ///< the kernel refused, or somebody removed one
    SendTrouble,    ///< advertisements do not leave, or leave again
    PeerChanged,    ///< another master is heard from now on
    Conflict,       ///< another master at the same time as we
    HoldChanged,    ///< an operator's handover holds the instance back, or the hold ended
    Stalled,        ///< this node stood still, and listens before it acts
    ConfigApplied,
};

/// Something worth an event. `cause` is a short stable word (startup, priority_zero, master_down, higher_priority,
/// link_down, script_failed, handover, shutdown, reload, ...), `text` a sentence for people.
struct Publish {
    ChangeKind kind = ChangeKind::StateChanged;
    std::string subject; ///< name of the instance, sync group, script or interface
    bool group = false;
    std::optional<State> from;
    std::optional<State> to;
    std::optional<int> priority;
    std::string cause;
    std::string text;
    Cause facts{};
};

using NodeAction = std::variant<OpenInterface, CloseInterface, SendPacket, AddAddresses, RemoveAddresses, Announce,
                                RunScript, RunNotify, WriteFifo, SendMail, Publish>;
using NodeActions = std::vector<NodeAction>;

} // namespace twinhelm::vrrp
