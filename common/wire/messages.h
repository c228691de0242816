#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "common/base/time.h"

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

struct InstanceState {
    std::string name;
    std::string interface;
    int virtualRouterId = 0;
    int version = 2;
    std::string family = "ipv4";
    std::string state = "INIT"; ///< INIT BACKUP MASTER FAULT STOP
    WallMillis since = 0;
    std::string cause;
    int basePriority = 100;
    int effectivePriority = 100;
    std::vector<PriorityPartState> priorityParts;
    std::int64_t advertIntervalMs = 1000;
    std::int64_t masterDownIntervalMs = 0;
    std::string masterAddress; ///< empty: none heard
    int masterPriority = 0;
    std::optional<std::int64_t> lastAdvertAgeMs;
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

struct ProcessState {
    std::string role; ///< guardian vrrp checker api
    int pid = 0;
    std::string state; ///< running, starting, restarting, not built yet
    std::uint64_t restarts = 0;
    WallMillis since = 0;
    friend bool operator==(const ProcessState &, const ProcessState &) = default;
};

struct ConfigState {
    std::string path;
    std::string sha256;      ///< of the bytes in force, hex
    std::uint64_t epoch = 0; ///< counts successful loads
    WallMillis loadedAt = 0;
    std::string lastError; ///< of the last refused load; empty when the last one was taken
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
    std::map<std::string, std::uint64_t> counters; ///< of no instance: unknown_router unreadable netlink_overruns
                                                   ///< events_not_stored
    friend bool operator==(const NodeState &, const NodeState &) = default;
};

/// One row of the journal, one server-sent event.
struct Event {
    std::uint64_t id = 0; ///< strictly increasing on a node, also over restarts
    WallMillis time = 0;
    std::int64_t monotonicNs = 0;
    std::string bootId;
    std::string kind;              ///< vrrp.state vrrp.priority vrrp.tracker vrrp.packet vrrp.address vrrp.peer
                                   ///< vrrp.conflict config.applied config.refused process.started process.died
                                   ///< operator.handover api.refused agent.started agent.stopped
    std::string severity = "info"; ///< info notice warning error
    std::string subject;
    std::string cause;
    std::string text;
    std::map<std::string, std::string> details; ///< from, to, priority, interface, source, exit_code, ...
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

} // namespace twinhelm::wire
