#include "agent/checker/balancer_report.h"

#include <algorithm>
#include <array>

#include "common/health/names.h"
#include "common/ipvs/describe.h"
#include "common/ipvs/desired.h"

namespace twinhelm::agent
{

namespace
{

constexpr std::size_t mostListeners = 16;

std::int64_t milliseconds(Duration duration)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(duration).count();
}

std::int64_t microseconds(Duration duration)
{
    return std::chrono::duration_cast<std::chrono::microseconds>(duration).count();
}

WallMillis wallOf(TimePoint when, const BalancerContext &context)
{
    return context.wallNow - milliseconds(context.now - when);
}

void add(ipvs::Traffic &sum, const ipvs::Traffic &one)
{
    sum.connections += one.connections;
    sum.packetsIn += one.packetsIn;
    sum.packetsOut += one.packetsOut;
    sum.bytesIn += one.bytesIn;
    sum.bytesOut += one.bytesOut;
    sum.connectionRate += one.connectionRate;
    sum.byteRateIn += one.byteRateIn;
    sum.byteRateOut += one.byteRateOut;
}

wire::TrafficState reportTraffic(const ipvs::Traffic &one)
{
    return {one.connections, one.packetsIn,      one.packetsOut, one.bytesIn,
            one.bytesOut,    one.connectionRate, one.byteRateIn, one.byteRateOut};
}

wire::CheckState reportCheck(const health::ProbeStatus &status, const BalancerContext &context)
{
    wire::CheckState out;
    out.kind = status.kind;
    out.name = status.name;
    out.up = status.up;
    out.decided = status.decided;
    if (status.last) {
        out.lastReason = health::reasonName(status.last->reason);
        out.lastText = status.last->text;
        out.lastTookUs = microseconds(status.last->took);
        out.certificateDays = status.last->certificateDays;
    }
    if (status.lastFinished)
        out.lastAgeMs = milliseconds(context.now - *status.lastFinished);
    if (status.next)
        out.nextInMs = std::max<std::int64_t>(0, milliseconds(*status.next - context.now));
    out.failuresInRow = status.failures;
    out.runs = status.runs;
    out.failures = status.failed;
    return out;
}

wire::OverrideState reportOverride(const health::Override &one, const BalancerContext &context)
{
    wire::OverrideState out;
    out.kind = one.kind == health::Override::Kind::Drain ? "drain" : "weight";
    out.weight = one.kind == health::Override::Kind::Drain ? 0 : one.weight;
    out.reason = one.reason;
    out.by = one.by;
    out.since = one.since;
    if (one.expires)
        out.expiresInMs = std::max<std::int64_t>(0, milliseconds(*one.expires - context.now));
    out.fewConnections = one.fewConnections;
    out.takeOut = one.takeOut;
    out.empty = one.empty;
    return out;
}

wire::ServerState reportServer(const health::ServiceStatus &service, const health::ServerStatus &status,
                               const BalancerContext &context)
{
    static constexpr std::array<const char *, 3> methods{"nat", "dr", "tun"};
    wire::ServerState out;
    out.name = status.name;
    out.address = health::addressAndPort(status.destination.address, status.destination.port);
    out.state = status.up ? "UP" : "DOWN";
    out.since = wallOf(status.since, context);
    out.cause = health::causeName(status.cause);
    out.text = health::sentence(status.cause);
    out.weight = status.weight;
    out.configuredWeight = status.configuredWeight;
    out.dynamicWeight = status.dynamicWeight;
    out.inTable = status.inTable;
    out.forwarding = methods.at(static_cast<std::size_t>(status.destination.forwarding.method));
    if (status.overridden)
        out.overridden = reportOverride(*status.overridden, context);
    if (!context.counters.empty() && status.inTable) {
        const auto counted = countersOf(context.counters, service.keys, status.destination);
        out.activeConnections = counted.active;
        out.inactiveConnections = counted.inactive;
        out.persistentClients = counted.persistent;
        out.traffic = reportTraffic(counted.traffic);
    }
    for (const auto &probe : status.probes)
        out.checks.push_back(reportCheck(probe, context));
    return out;
}

wire::ServiceState reportService(const ipvs::Service &settings, const health::ServiceStatus &status,
                                 const BalancerContext &context)
{
    wire::ServiceState out;
    out.name = status.name;
    for (std::size_t i = 0; i < std::min(status.keys.size(), mostListeners); ++i)
        out.listeners.push_back(ipvs::text(status.keys[i]));
    out.scheduler = settings.scheduler;
    out.state = status.up ? "UP" : "DOWN";
    out.since = wallOf(status.since, context);
    out.quorum = status.quorum;
    out.hysteresis = status.hysteresis;
    out.liveWeight = status.liveWeight;
    if (settings.sorryServer)
        out.sorryServer = health::addressAndPort(settings.sorryServer->address, settings.sorryServer->port);
    out.sorryServes = status.sorryServes;
    out.suspended = status.suspended;
    ipvs::Traffic sum;
    bool counted = false;
    for (const auto &key : status.keys) {
        if (const auto found = context.counters.find(key); found != context.counters.end()) {
            add(sum, found->second.traffic);
            counted = true;
        }
    }
    if (counted)
        out.traffic = reportTraffic(sum);
    for (const auto &server : status.servers)
        out.servers.push_back(reportServer(status, server, context));
    return out;
}

/// Whether this node could take over the balancing this very moment, and if not, why.
std::vector<std::string> notReady(const health::NodeStatus &status, const BalancerContext &context)
{
    std::vector<std::string> out;
    if (!context.ipvs)
        out.push_back("the kernel has no IPVS");
    else if (!context.complete)
        out.push_back("the kernel's table is not as it should be: " + context.trouble);
    std::size_t unknown = 0;
    for (const auto &service : status.services) {
        if (!service.up)
            out.push_back(service.name + " has no quorum" +
                          (service.sorryServes ? ", its sorry server would serve" : ""));
        for (const auto &server : service.servers) {
            for (const auto &probe : server.probes)
                unknown += !service.suspended && !probe.decided && probe.kind != "BFD_CHECK" ? 1 : 0;
        }
    }
    if (unknown > 0)
        out.push_back(std::to_string(unknown) + " probes have not been answered yet");
    return out;
}

} // namespace

ipvs::DestinationCounters countersOf(const ipvs::Counters &counters, const std::vector<ipvs::ServiceKey> &keys,
                                     const ipvs::Destination &destination)
{
    ipvs::DestinationCounters out;
    for (const auto &key : keys) {
        const auto service = counters.find(key);
        if (service == counters.end())
            continue;
        const auto found = service->second.destinations.find(ipvs::keyOf(destination, key));
        if (found == service->second.destinations.end())
            continue;
        out.active += found->second.active;
        out.inactive += found->second.inactive;
        out.persistent += found->second.persistent;
        add(out.traffic, found->second.traffic);
    }
    return out;
}

wire::NodeState reportBalancer(const ipvs::NodeSettings &settings, const health::NodeStatus &status,
                               const BalancerContext &context)
{
    wire::NodeState out;
    auto &balancer = out.balancer.emplace();
    balancer.ipvs = context.ipvs;
    balancer.complete = context.complete;
    balancer.trouble = context.trouble;
    if (status.sync)
        balancer.sync = *status.sync == ipvs::SyncRole::Master ? "master" : "backup";
    balancer.notReady = notReady(status, context);
    balancer.ready = balancer.notReady.empty();
    balancer.probesRunning = status.probesRunning;
    balancer.mended = context.mended;
    balancer.refused = context.refused;
    out.services.reserve(status.services.size());
    for (std::size_t i = 0; i < std::min(status.services.size(), settings.services.size()); ++i)
        out.services.push_back(reportService(settings.services[i], status.services[i], context));
    return out;
}

} // namespace twinhelm::agent
