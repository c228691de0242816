#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "common/base/time.h"
#include "common/wire/service_messages.h"

/// What travels between an agent and whoever asks it, as plain structs. common/wire/json.h turns them into
/// JSON and back; docs/api.md describes them for people with curl. Fields are only ever added, never renamed;
/// a reader ignores what it does not know and takes defaults for what is absent.
namespace twinhelm::wire
{

struct VirtualAddressState {
    std::string address; ///< 10.0.0.3/32
    std::string device;
    bool present = false;  ///< in the kernel, on this node, now
    bool excluded = false; ///< not carried in advertisements
    friend bool operator==(const VirtualAddressState &, const VirtualAddressState &) = default;
};

struct PriorityPartState {
    std::string source;
    int value = 0;
    friend bool operator==(const PriorityPartState &, const PriorityPartState &) = default;
};

/// Why a state was left for another. `kind` says which of the other fields mean something; `text` is the sentence.
struct CauseState {
    std::string kind; ///< start adopted end missed_adverts priority_zero lower_peer higher_peer script link operator
                      ///< configuration stall sync_group; empty: `word` and `text` say all there is
    std::string word; ///< InstanceState::cause
    std::string text;
    std::string peer; ///< address of the other router
    std::optional<int> peerPriority;
    std::optional<int> ownPriority;
    std::optional<std::int64_t> missedAdverts;
    std::optional<std::int64_t> silenceMs; ///< since the master's last advert
    std::optional<std::int64_t> stallMs;
    std::string script;
    std::string result; ///< ok, failed, timed out, could not be run
    std::optional<int> exitCode;
    std::string output; ///< last line of the script
    std::string interface;
    std::optional<bool> linkUp;
    std::string revision; ///< first 12 digits of the configuration's SHA-256
    std::string group;
    std::string member;
    friend bool operator==(const CauseState &, const CauseState &) = default;
};

/// What an instance did last.
struct TransitionState {
    WallMillis when = 0;
    std::string from;
    std::string to;
    CauseState cause;
    friend bool operator==(const TransitionState &, const TransitionState &) = default;
};

/// Times between the master's adverts, as this backup heard them.
struct AdvertIntervals {
    std::uint64_t count = 0;
    std::int64_t sumUs = 0;
    std::int64_t longestUs = 0;         ///< since it became backup
    std::int64_t headroomUs = 0;        ///< of the longest one to the master down timer; below 0: it was a failover
    std::vector<std::uint64_t> buckets; ///< up to each of vrrp::IntervalHistogram::bounds, the shorter ones included
    friend bool operator==(const AdvertIntervals &, const AdvertIntervals &) = default;
};

struct InstanceState {
    std::string name;
    std::string interface;
    int virtualRouterId = 0;
    int version = 2;
    std::string family = "ipv4";
    std::string state = "INIT"; ///< INIT BACKUP MASTER FAULT STOP
    WallMillis since = 0;
    std::string cause;
    std::optional<TransitionState> lastTransition{};
    int basePriority = 100;
    int effectivePriority = 100;
    std::vector<PriorityPartState> priorityParts;
    std::int64_t advertIntervalMs = 1000;
    std::int64_t masterDownIntervalMs = 0;
    std::string masterAddress; ///< empty: none heard
    int masterPriority = 0;
    std::optional<std::int64_t> lastAdvertAgeMs;
    std::optional<AdvertIntervals> advertIntervals{}; ///< absent: no two adverts of one master were heard
    bool heldBack = false;
    std::vector<std::string> faults;
    std::vector<VirtualAddressState> addresses;
    std::map<std::string, std::uint64_t> counters; ///< names as in vrrp::Counters, snake_case
    friend bool operator==(const InstanceState &, const InstanceState &) = default;
};

struct GroupState {
    std::string name;
    std::string state = "INIT";
    WallMillis since = 0;
    std::vector<std::string> members;
    friend bool operator==(const GroupState &, const GroupState &) = default;
};

struct ScriptState {
    std::string name;
    bool ok = true;
    bool decided = false;
    int lastExitCode = 0;
    std::string lastResult;
    std::optional<std::int64_t> lastFinishedAgeMs;
    std::uint64_t runs = 0;
    std::uint64_t failures = 0;
    std::uint64_t timeouts = 0;
    friend bool operator==(const ScriptState &, const ScriptState &) = default;
};

/// What tracks a thing, and with which weight: 0: it faults.
struct TrackedByState {
    std::string name; ///< of the instance or sync group
    bool group = false;
    int weight = 0;
    bool reverse = false;
    friend bool operator==(const TrackedByState &, const TrackedByState &) = default;
};

struct TrackedFileState {
    std::string name;
    std::string path;
    std::optional<std::int64_t> value; ///< absent: there is no such file, which counts as 0
    std::vector<TrackedByState> trackedBy;
    friend bool operator==(const TrackedFileState &, const TrackedFileState &) = default;
};

struct TrackedProcessState {
    std::string name;
    bool ok = true;
    std::optional<std::int64_t> count; ///< of those that run; absent: not counted yet
    std::int64_t quorum = 1;
    std::optional<std::int64_t> most; ///< quorum_max
    std::vector<TrackedByState> trackedBy;
    friend bool operator==(const TrackedProcessState &, const TrackedProcessState &) = default;
};

struct ProcessState {
    std::string role; ///< guardian vrrp checker api
    int pid = 0;
    std::string state; ///< running, starting, restarting
    std::uint64_t restarts = 0;
    WallMillis since = 0;
    friend bool operator==(const ProcessState &, const ProcessState &) = default;
};

struct ConfigState {
    std::string path;
    std::string sha256;      ///< of the bytes in force, hex
    std::uint64_t epoch = 0; ///< counts successful loads
    WallMillis loadedAt = 0;
    std::string lastError;       ///< of the last refused load; empty when the last one was taken
    std::string refusedSha256{}; ///< of the bytes refused then; empty: none, or they could not be read
    WallMillis refusedAt = 0;
    friend bool operator==(const ConfigState &, const ConfigState &) = default;
};

/// The answer to GET /v1/state: everything at one instant.
struct NodeState {
    int api = 1;
    std::string node; ///< config id
    std::string routerId;
    std::string engineVersion;
    std::string bootId;
    WallMillis now = 0;
    std::int64_t uptimeMs = 0;
    std::uint64_t lastEventId = 0; ///< events up to here are contained in this state
    ConfigState config;
    std::vector<ProcessState> processes;
    std::vector<InstanceState> instances;
    std::vector<GroupState> groups;
    std::vector<ScriptState> scripts;
    std::vector<ServiceState> services;
    std::optional<BalancerState> balancer{};
    std::vector<TrackedFileState> trackFiles;
    std::vector<TrackedProcessState> trackProcesses;
    std::map<std::string, std::uint64_t> counters; ///< of no instance: unknown_router unreadable netlink_overruns
                                                   ///< events_not_stored fifo_lines_lost mails_lost mails_waiting
    friend bool operator==(const NodeState &, const NodeState &) = default;
};

/// One row of the journal, one server-sent event.
struct Event {
    std::uint64_t id = 0; ///< strictly increasing on a node, also over restarts
    WallMillis time = 0;
    std::int64_t monotonicNs = 0;
    std::string bootId;
    std::string kind; ///< vrrp.state vrrp.priority vrrp.tracker vrrp.packet vrrp.address vrrp.peer
                      ///< vrrp.conflict vrrp.stall config.applied config.refused process.started process.died
                      ///< operator.handover operator.weight health.server health.quorum health.weight
                      ///< health.probe health.suspended ipvs.table api.refused agent.started agent.stopped
                      ///< agent.upgraded agent.upgrade_refused
    std::string severity = "info"; ///< info notice warning error
    std::string subject;
    std::string cause;
    std::string text;
    std::map<std::string, std::string> details; ///< from, to, priority, interface, source, exit_code, ...
    std::optional<CauseState> why{};            ///< of a vrrp.state or vrrp.stall
    friend bool operator==(const Event &, const Event &) = default;
};

/// Body of every refusal (4xx, 5xx) and of a failed command.
struct Refusal {
    std::string code;
    std::string what;
    std::string mend;
    friend bool operator==(const Refusal &, const Refusal &) = default;
};

struct DiagnosticState {
    std::string code;
    std::string severity; ///< error warning hint
    std::string file;
    std::uint32_t line = 1;
    std::uint32_t column = 1;
    std::string message;
    std::string node;
    friend bool operator==(const DiagnosticState &, const DiagnosticState &) = default;
};

/// Answer to POST /v1/reload, and `twinhelmctl check --json`.
struct CheckReport {
    bool ok = false; ///< no errors; for reload: the new configuration is in force
    std::string node;
    std::string sha256;
    std::vector<DiagnosticState> diagnostics;
    friend bool operator==(const CheckReport &, const CheckReport &) = default;
};

/// What comes and what goes.
struct ChangesState {
    std::vector<std::string> added;
    std::vector<std::string> removed;
    friend bool operator==(const ChangesState &, const ChangesState &) = default;
};

struct InstancePlanState {
    std::string name;
    std::string state;  ///< now
    std::string effect; ///< unchanged live reannounce may_move moves restart added removed
    std::string text;
    std::vector<std::string> settings;
    ChangesState addresses;
    ChangesState routes;
    ChangesState rules;
    friend bool operator==(const InstancePlanState &, const InstancePlanState &) = default;
};

/// Answer to POST /v1/plan: what a reload of this file would do. Nothing was changed.
struct PlanReport {
    bool ok = false; ///< no errors: a reload would take it
    std::string node;
    std::string running;   ///< sha256 of the bytes in force
    std::string candidate; ///< sha256 of those that were sent
    std::vector<DiagnosticState> diagnostics;
    std::vector<InstancePlanState> instances; ///< empty when there are errors
    ChangesState statics;
    ChangesState groups;
    ChangesState scripts;
    ChangesState services; ///< virtual servers
    friend bool operator==(const PlanReport &, const PlanReport &) = default;
};

} // namespace twinhelm::wire
