#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "common/health/cause.h"
#include "common/health/outcome.h"
#include "common/health/override.h"
#include "common/health/settings.h"
#include "common/ipvs/sync.h"
#include "common/ipvs/table.h"

/// The whole conversation between health::Balancer (pure) and whoever runs it: what happens comes in as an Event, what
/// is to be done goes out as Actions, which are to be carried out in order.
namespace twinhelm::health
{

/// A probe of a server, for as long as it is configured: a reload that leaves it alone leaves its number alone.
using ProbeId = std::uint64_t;

/// One server of one service, by name (health::serverName and ipvs::Service::name).
struct ServerName {
    std::string service;
    std::string server;
    friend auto operator<=>(const ServerName &, const ServerName &) = default;
};

// ---- events ------------------------------------------------------------------------------------

struct StoredOverride {
    ServerName of;
    Override what;
    friend bool operator==(const StoredOverride &, const StoredOverride &) = default;
};

/// Begin.
struct Start {
    /// What a predecessor that was killed has left in the kernel: its verdicts are read from it, and nobody is told
    /// again what was told before.
    std::optional<ipvs::Table> adopt{};
    std::vector<StoredOverride> overrides{};
    std::set<IpAddress> localAddresses{};
};
struct DeadlineReached {
};
struct ProbeFinished {
    ProbeId probe = 0;
    Outcome outcome;
};
/// All addresses of this node, for ha_suspend.
struct AddressesChanged {
    std::set<IpAddress> local;
};
/// Of a vrrp_instance, for the sync daemon. `active`: MASTER or BACKUP, or FAULT, which counts as BACKUP.
struct InstanceChanged {
    std::string instance;
    bool master = false;
    bool active = true;
};
/// Connections of a server that is drained.
struct ConnectionsCounted {
    ServerName of;
    std::uint64_t connections = 0;
};
struct SetOverride {
    ServerName of;
    Override what;
};
/// Undrain, or give the configured weight back.
struct ClearOverride {
    ServerName of;
    std::string by;
};
/// All probes of a server at once, whenever their next run is due; those under way go on.
struct ProbeNow {
    ServerName of;
};
/// New settings. What is the same goes on: verdicts, schedules, probes under way.
struct Reconfigure {
    ipvs::NodeSettings ipvs;
    health::NodeSettings health;
};
/// Orderly end: omega.
struct Stop {
};

using Event = std::variant<Start, DeadlineReached, ProbeFinished, AddressesChanged, InstanceChanged, ConnectionsCounted,
                           SetOverride, ClearOverride, ProbeNow, Reconfigure, Stop>;

// ---- actions -----------------------------------------------------------------------------------

/// Run it once and answer with ProbeFinished. `probe` lives until the next step().
struct StartProbe {
    ProbeId id = 0;
    const Probe *probe = nullptr;
};
/// No answer is wanted any more.
struct CancelProbe {
    ProbeId id = 0;
};

/// These services are to be so, with all their destinations; `removed` ones are to go.
struct Program {
    ipvs::Table services;
    std::vector<ipvs::ServiceKey> removed;
};

/// notify_up, notify_down, quorum_up, quorum_down; nobody waits for it.
struct RunCommand {
    Command command;
    std::string subject;
};
struct FifoLine {
    std::string line; ///< with its end of line
};
struct SmtpAlert {
    std::string subject;
    std::string body;
};

/// Which of the kernel's sync daemons is to run; nothing: neither.
struct RunSync {
    std::optional<ipvs::SyncRole> role;
};

/// Balancer::overrides() changed: keep them for a successor.
struct KeepOverrides {
};

enum class ChangeKind : std::uint8_t {
    ServerState,   ///< up or down
    QuorumState,   ///< up or down, of a service
    WeightChanged, ///< of a server
    Override,      ///< set, ended, or a drained server is empty
    Suspended,     ///< a service's probes rest, or go on
    ProbeTrouble,  ///< a probe cannot be run, or can again
};

/// Something worth an event.
struct Publish {
    ChangeKind kind = ChangeKind::ServerState;
    std::string service;
    std::string server; ///< empty: of the whole service
    bool up = false;
    std::optional<int> weight{};
    Cause cause;
    std::string text; ///< a sentence
};

using Action =
    std::variant<StartProbe, CancelProbe, Program, RunCommand, FifoLine, SmtpAlert, RunSync, KeepOverrides, Publish>;
using Actions = std::vector<Action>;

} // namespace twinhelm::health
