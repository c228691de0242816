#pragma once

#include "common/wire/messages.h"
#include "common/wire/service_fields.h"

/// The fields of every message, named once: the reader and the writers all walk these lists. `Visitor::writes` tells
/// which of the two it is, for texts that are left out when they are empty.
namespace twinhelm::wire
{

template<typename Visitor, Of<VirtualAddressState> S>
void visitFields(Visitor &field, S &s)
{
    field("address", s.address);
    field("device", s.device);
    field("present", s.present);
    field("excluded", s.excluded);
}

template<typename Visitor, Of<PriorityPartState> S>
void visitFields(Visitor &field, S &s)
{
    field("source", s.source);
    field("value", s.value);
}

template<typename Visitor, Of<CauseState> S>
void visitFields(Visitor &field, S &s)
{
    const auto given = [&](std::string_view name, auto &text) { // most causes need few of these
        if (!Visitor::writes || !text.empty())
            field(name, text);
    };
    given("kind", s.kind);
    field("word", s.word);
    field("text", s.text);
    given("peer", s.peer);
    field("peer_priority", s.peerPriority);
    field("own_priority", s.ownPriority);
    field("missed_adverts", s.missedAdverts);
    field("silence_ms", s.silenceMs);
    field("stall_ms", s.stallMs);
    given("script", s.script);
    given("result", s.result);
    field("exit_code", s.exitCode);
    given("output", s.output);
    given("interface", s.interface);
    field("link_up", s.linkUp);
    given("revision", s.revision);
    given("group", s.group);
    given("member", s.member);
}

template<typename Visitor, Of<TransitionState> S>
void visitFields(Visitor &field, S &s)
{
    field("when", s.when);
    field("from", s.from);
    field("to", s.to);
    field("cause", s.cause);
}

template<typename Visitor, Of<AdvertIntervals> S>
void visitFields(Visitor &field, S &s)
{
    field("count", s.count);
    field("sum_us", s.sumUs);
    field("longest_us", s.longestUs);
    field("headroom_us", s.headroomUs);
    field("buckets", s.buckets);
}

template<typename Visitor, Of<InstanceState> S>
void visitFields(Visitor &field, S &s)
{
    field("name", s.name);
    field("interface", s.interface);
    field("virtual_router_id", s.virtualRouterId);
    field("version", s.version);
    field("family", s.family);
    field("state", s.state);
    field("since", s.since);
    field("cause", s.cause);
    field("last_transition", s.lastTransition);
    field("base_priority", s.basePriority);
    field("effective_priority", s.effectivePriority);
    field("priority_parts", s.priorityParts);
    field("advert_interval_ms", s.advertIntervalMs);
    field("master_down_interval_ms", s.masterDownIntervalMs);
    field("master_address", s.masterAddress);
    field("master_priority", s.masterPriority);
    field("last_advert_age_ms", s.lastAdvertAgeMs);
    field("advert_intervals", s.advertIntervals);
    field("held_back", s.heldBack);
    field("faults", s.faults);
    field("addresses", s.addresses);
    field("counters", s.counters);
}

template<typename Visitor, Of<GroupState> S>
void visitFields(Visitor &field, S &s)
{
    field("name", s.name);
    field("state", s.state);
    field("since", s.since);
    field("members", s.members);
}

template<typename Visitor, Of<ScriptState> S>
void visitFields(Visitor &field, S &s)
{
    field("name", s.name);
    field("ok", s.ok);
    field("decided", s.decided);
    field("last_exit_code", s.lastExitCode);
    field("last_result", s.lastResult);
    field("last_finished_age_ms", s.lastFinishedAgeMs);
    field("runs", s.runs);
    field("failures", s.failures);
    field("timeouts", s.timeouts);
}

template<typename Visitor, Of<TrackedByState> S>
void visitFields(Visitor &field, S &s)
{
    field("name", s.name);
    field("group", s.group);
    field("weight", s.weight);
    field("reverse", s.reverse);
}

template<typename Visitor, Of<TrackedFileState> S>
void visitFields(Visitor &field, S &s)
{
    field("name", s.name);
    field("path", s.path);
    field("value", s.value);
    field("tracked_by", s.trackedBy);
}

template<typename Visitor, Of<TrackedProcessState> S>
void visitFields(Visitor &field, S &s)
{
    field("name", s.name);
    field("ok", s.ok);
    field("count", s.count);
    field("quorum", s.quorum);
    field("quorum_max", s.most);
    field("tracked_by", s.trackedBy);
}

template<typename Visitor, Of<ProcessState> S>
void visitFields(Visitor &field, S &s)
{
    field("role", s.role);
    field("pid", s.pid);
    field("state", s.state);
    field("restarts", s.restarts);
    field("since", s.since);
}

template<typename Visitor, Of<ConfigState> S>
void visitFields(Visitor &field, S &s)
{
    field("path", s.path);
    field("sha256", s.sha256);
    field("epoch", s.epoch);
    field("loaded_at", s.loadedAt);
    field("last_error", s.lastError);
    field("refused_sha256", s.refusedSha256);
    field("refused_at", s.refusedAt);
}

template<typename Visitor, Of<NodeState> S>
void visitFields(Visitor &field, S &s)
{
    field("api", s.api);
    field("node", s.node);
    field("router_id", s.routerId);
    field("engine_version", s.engineVersion);
    field("boot_id", s.bootId);
    field("now", s.now);
    field("uptime_ms", s.uptimeMs);
    field("last_event_id", s.lastEventId);
    field("config", s.config);
    field("processes", s.processes);
    field("instances", s.instances);
    field("groups", s.groups);
    field("scripts", s.scripts);
    field("services", s.services);
    field("balancer", s.balancer);
    field("track_files", s.trackFiles);
    field("track_processes", s.trackProcesses);
    field("counters", s.counters);
}

template<typename Visitor, Of<Event> S>
void visitFields(Visitor &field, S &s)
{
    field("id", s.id);
    field("time", s.time);
    field("monotonic_ns", s.monotonicNs);
    field("boot_id", s.bootId);
    field("kind", s.kind);
    field("severity", s.severity);
    field("subject", s.subject);
    field("cause", s.cause);
    field("text", s.text);
    field("details", s.details);
    field("why", s.why);
}

template<typename Visitor, Of<Refusal> S>
void visitFields(Visitor &field, S &s)
{
    field("code", s.code);
    field("what", s.what);
    field("mend", s.mend);
}

template<typename Visitor, Of<DiagnosticState> S>
void visitFields(Visitor &field, S &s)
{
    field("code", s.code);
    field("severity", s.severity);
    field("file", s.file);
    field("line", s.line);
    field("column", s.column);
    field("message", s.message);
    field("node", s.node);
}

template<typename Visitor, Of<CheckReport> S>
void visitFields(Visitor &field, S &s)
{
    field("ok", s.ok);
    field("node", s.node);
    field("sha256", s.sha256);
    field("diagnostics", s.diagnostics);
}

template<typename Visitor, Of<ChangesState> S>
void visitFields(Visitor &field, S &s)
{
    field("added", s.added);
    field("removed", s.removed);
}

template<typename Visitor, Of<InstancePlanState> S>
void visitFields(Visitor &field, S &s)
{
    field("name", s.name);
    field("state", s.state);
    field("effect", s.effect);
    field("text", s.text);
    field("settings", s.settings);
    field("addresses", s.addresses);
    field("routes", s.routes);
    field("rules", s.rules);
}

template<typename Visitor, Of<PlanReport> S>
void visitFields(Visitor &field, S &s)
{
    field("ok", s.ok);
    field("node", s.node);
    field("running", s.running);
    field("candidate", s.candidate);
    field("diagnostics", s.diagnostics);
    field("instances", s.instances);
    field("statics", s.statics);
    field("groups", s.groups);
    field("scripts", s.scripts);
    field("services", s.services);
}

} // namespace twinhelm::wire
