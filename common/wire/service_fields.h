#pragma once

#include <concepts>
#include <type_traits>

#include "common/wire/service_messages.h"

/// The fields of what is said about virtual servers; see fields.h.
namespace twinhelm::wire
{

template<typename T, typename Message>
concept Of = std::same_as<std::remove_const_t<T>, Message>;

template<typename Visitor, Of<CheckState> S>
void visitFields(Visitor &field, S &s)
{
    field("kind", s.kind);
    field("name", s.name);
    field("up", s.up);
    field("decided", s.decided);
    field("last_reason", s.lastReason);
    field("last_text", s.lastText);
    field("last_age_ms", s.lastAgeMs);
    field("last_took_us", s.lastTookUs);
    field("next_in_ms", s.nextInMs);
    field("failures_in_row", s.failuresInRow);
    field("runs", s.runs);
    field("failures", s.failures);
    field("certificate_days", s.certificateDays);
}

template<typename Visitor, Of<OverrideState> S>
void visitFields(Visitor &field, S &s)
{
    field("kind", s.kind);
    field("weight", s.weight);
    field("reason", s.reason);
    field("by", s.by);
    field("since", s.since);
    field("expires_in_ms", s.expiresInMs);
    field("few_connections", s.fewConnections);
    field("take_out", s.takeOut);
    field("empty", s.empty);
}

template<typename Visitor, Of<TrafficState> S>
void visitFields(Visitor &field, S &s)
{
    field("connections", s.connections);
    field("packets_in", s.packetsIn);
    field("packets_out", s.packetsOut);
    field("bytes_in", s.bytesIn);
    field("bytes_out", s.bytesOut);
    field("connection_rate", s.connectionRate);
    field("byte_rate_in", s.byteRateIn);
    field("byte_rate_out", s.byteRateOut);
}

template<typename Visitor, Of<ServerState> S>
void visitFields(Visitor &field, S &s)
{
    field("name", s.name);
    field("address", s.address);
    field("state", s.state);
    field("since", s.since);
    field("cause", s.cause);
    field("text", s.text);
    field("weight", s.weight);
    field("configured_weight", s.configuredWeight);
    field("dynamic_weight", s.dynamicWeight);
    field("in_table", s.inTable);
    field("forwarding", s.forwarding);
    field("override", s.overridden);
    field("active_connections", s.activeConnections);
    field("inactive_connections", s.inactiveConnections);
    field("persistent_clients", s.persistentClients);
    field("traffic", s.traffic);
    field("checks", s.checks);
}

template<typename Visitor, Of<ServiceState> S>
void visitFields(Visitor &field, S &s)
{
    field("name", s.name);
    field("listeners", s.listeners);
    field("scheduler", s.scheduler);
    field("state", s.state);
    field("since", s.since);
    field("quorum", s.quorum);
    field("hysteresis", s.hysteresis);
    field("live_weight", s.liveWeight);
    field("sorry_server", s.sorryServer);
    field("sorry_serves", s.sorryServes);
    field("suspended", s.suspended);
    field("traffic", s.traffic);
    field("servers", s.servers);
}

template<typename Visitor, Of<BalancerState> S>
void visitFields(Visitor &field, S &s)
{
    field("ipvs", s.ipvs);
    field("trouble", s.trouble);
    field("complete", s.complete);
    field("sync", s.sync);
    field("ready", s.ready);
    field("not_ready", s.notReady);
    field("probes_running", s.probesRunning);
    field("mended", s.mended);
    field("refused", s.refused);
}

template<typename Visitor, Of<ProbeStepState> S>
void visitFields(Visitor &field, S &s)
{
    field("at_us", s.atUs);
    field("text", s.text);
}

template<typename Visitor, Of<ProbeRunState> S>
void visitFields(Visitor &field, S &s)
{
    field("name", s.name);
    field("passed", s.passed);
    field("reason", s.reason);
    field("text", s.text);
    field("took_us", s.tookUs);
    field("certificate_days", s.certificateDays);
    field("steps", s.steps);
}

template<typename Visitor, Of<ProbeReport> S>
void visitFields(Visitor &field, S &s)
{
    field("service", s.service);
    field("server", s.server);
    field("probes", s.probes);
}

} // namespace twinhelm::wire
