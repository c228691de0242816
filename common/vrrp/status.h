#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/ip_address.h"
#include "common/base/strong.h"
#include "common/base/time.h"
#include "common/vrrp/cause.h"
#include "common/vrrp/interval_histogram.h"
#include "common/vrrp/state.h"

namespace twinhelm::vrrp
{

/// Counted for each instance since the engine started. Rejections by reason, in the order of the receive checks
/// (keepalived: vrrp_check_packet).
struct Counters {
    std::uint64_t advertsSent = 0;
    std::uint64_t advertsReceived = 0;
    std::uint64_t becameMaster = 0;
    std::uint64_t releasedMaster = 0;
    std::uint64_t priorityZeroSent = 0;
    std::uint64_t priorityZeroReceived = 0;
    std::uint64_t announcementsSent = 0;
    std::uint64_t sendFailed = 0; ///< advertisements the kernel did not take
    std::uint64_t badTtl = 0;
    std::uint64_t badVersion = 0;
    std::uint64_t badLength = 0;
    std::uint64_t badAuthType = 0;
    std::uint64_t authMismatch = 0;
    std::uint64_t replayed = 0; ///< AH: a sequence number that was used before
    std::uint64_t badInterval = 0;
    std::uint64_t badType = 0;
    std::uint64_t badChecksum = 0;
    std::uint64_t badDestination = 0;      ///< multicast where unicast is configured, or the other way round
    std::uint64_t ownerIgnores = 0;        ///< dropped because of owner_ignore_adverts
    std::uint64_t unknownPeer = 0;         ///< unicast from a source that is not among the peers
    std::uint64_t peerTtl = 0;             ///< unicast with a TTL out of the peer's bounds
    std::uint64_t conflicts = 0;           ///< adverts of another master heard while MASTER, which did not win
    std::uint64_t addressListMismatch = 0; ///< reported, never a reason to reject
    std::uint64_t stalls = 0;              ///< times this node stood still so long that it had to listen first
    friend bool operator==(const Counters &, const Counters &) = default;
};

/// The counters by the names under which they are told.
struct CounterField {
    std::string_view name;
    std::uint64_t Counters::*value;
};
inline constexpr std::array counterFields{
    CounterField{"adverts_sent", &Counters::advertsSent},
    CounterField{"adverts_received", &Counters::advertsReceived},
    CounterField{"became_master", &Counters::becameMaster},
    CounterField{"released_master", &Counters::releasedMaster},
    CounterField{"priority_zero_sent", &Counters::priorityZeroSent},
    CounterField{"priority_zero_received", &Counters::priorityZeroReceived},
    CounterField{"announcements_sent", &Counters::announcementsSent},
    CounterField{"send_failed", &Counters::sendFailed},
    CounterField{"bad_ttl", &Counters::badTtl},
    CounterField{"bad_version", &Counters::badVersion},
    CounterField{"bad_length", &Counters::badLength},
    CounterField{"bad_auth_type", &Counters::badAuthType},
    CounterField{"auth_mismatch", &Counters::authMismatch},
    CounterField{"bad_interval", &Counters::badInterval},
    CounterField{"bad_type", &Counters::badType},
    CounterField{"bad_checksum", &Counters::badChecksum},
    CounterField{"bad_destination", &Counters::badDestination},
    CounterField{"replayed", &Counters::replayed},
    CounterField{"owner_ignores", &Counters::ownerIgnores},
    CounterField{"unknown_peer", &Counters::unknownPeer},
    CounterField{"peer_ttl", &Counters::peerTtl},
    CounterField{"conflicts", &Counters::conflicts},
    CounterField{"address_list_mismatch", &Counters::addressListMismatch},
    CounterField{"stalls", &Counters::stalls},
};
static_assert(counterFields.size() * sizeof(std::uint64_t) == sizeof(Counters), "each counter has a name");

/// Why the effective priority is what it is: base, then one row for each tracked thing with a weight.
struct PriorityPart {
    std::string source; ///< "base", "script check_web", "interface eth1"
    int value = 0;
    friend bool operator==(const PriorityPart &, const PriorityPart &) = default;
};

struct InstanceStatus {
    std::string name;
    State state = State::Init;
    TimePoint since{};
    std::string cause;                        ///< of the last state change, as in Publish::cause
    std::optional<Transition> lastTransition; ///< nothing: it has not left INIT yet
    Priority basePriority{100};
    Priority effectivePriority{100};
    std::vector<PriorityPart> priorityParts;
    std::vector<std::string> faults;        ///< in words; empty unless FAULT (or will be)
    std::optional<IpAddress> masterAddress; ///< last heard master; own address while MASTER
    std::optional<Priority> masterPriority;
    std::optional<TimePoint> lastAdvertHeard;
    Duration masterAdvertInterval{};
    Duration masterDownInterval{};
    bool heldBack = false; ///< handed over by an operator; no preemption until released
    bool addressesPresent = false;
    IntervalHistogram advertIntervals; ///< of the masters it was a backup of
    Counters counters;
};

struct GroupStatus {
    std::string name;
    State state = State::Init;
    TimePoint since{};
    std::vector<std::string> members;
};

struct ScriptStatus {
    std::string name;
    bool ok = true;
    bool decided = false; ///< false until the first result
    int lastExitCode = 0;
    std::string lastResult; ///< ok, failed, timed out, not run
    std::optional<TimePoint> lastFinished;
    std::uint64_t runs = 0;
    std::uint64_t failures = 0;
    std::uint64_t timeouts = 0;
};

struct FileStatus {
    std::string name;
    std::optional<int> value; ///< nothing: there is no such file, which counts as 0
};

struct ProcessStatus {
    std::string name;
    bool ok = true;                ///< the verdict in force, after delays
    std::optional<unsigned> count; ///< of those that run; nothing: not counted yet
};

struct NodeStatus {
    std::uint64_t unknownRouter = 0; ///< adverts of virtual routers that are none of ours
    std::uint64_t unreadable = 0;    ///< of protocol 112, but too short to name a virtual router
    std::vector<InstanceStatus> instances;
    std::vector<GroupStatus> groups;
    std::vector<ScriptStatus> scripts;
    std::vector<FileStatus> files;
    std::vector<ProcessStatus> processes;
};

} // namespace twinhelm::vrrp
