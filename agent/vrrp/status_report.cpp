#include "agent/vrrp/status_report.h"

#include <algorithm>

#include "agent/vrrp/cause_report.h"

namespace twinhelm::agent
{

namespace
{

std::int64_t milliseconds(Duration duration)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(duration).count();
}

WallMillis wallOf(TimePoint when, const ReportContext &context)
{
    return context.wallNow - milliseconds(context.now - when);
}

std::map<std::string, std::uint64_t> countersOf(const vrrp::Counters &counters)
{
    return {
        {"adverts_sent", counters.advertsSent},
        {"adverts_received", counters.advertsReceived},
        {"became_master", counters.becameMaster},
        {"released_master", counters.releasedMaster},
        {"priority_zero_sent", counters.priorityZeroSent},
        {"priority_zero_received", counters.priorityZeroReceived},
        {"announcements_sent", counters.announcementsSent},
        {"send_failed", counters.sendFailed},
        {"bad_ttl", counters.badTtl},
        {"bad_version", counters.badVersion},
        {"bad_length", counters.badLength},
        {"bad_auth_type", counters.badAuthType},
        {"auth_mismatch", counters.authMismatch},
        {"bad_interval", counters.badInterval},
        {"bad_type", counters.badType},
        {"bad_checksum", counters.badChecksum},
        {"bad_destination", counters.badDestination},
        {"replayed", counters.replayed},
        {"owner_ignores", counters.ownerIgnores},
        {"unknown_peer", counters.unknownPeer},
        {"peer_ttl", counters.peerTtl},
        {"conflicts", counters.conflicts},
        {"address_list_mismatch", counters.addressListMismatch},
        {"stalls", counters.stalls},
    };
}

void reportAddresses(wire::InstanceState &out, const vrrp::InstanceSettings &settings,
                     const std::vector<vrrp::VirtualAddress> &addresses, bool excluded, const ReportContext &context)
{
    for (const auto &one : addresses) {
        const std::string &device = one.device.empty() ? settings.addressDevice() : one.device;
        out.addresses.push_back(
            {one.prefix.toString(), device, context.hasAddress(device, vrrp::kernelPrefix(one)), excluded});
    }
}

void reportSettings(wire::InstanceState &out, const vrrp::InstanceSettings &settings, const ReportContext &context)
{
    out.interface = settings.interface;
    out.virtualRouterId = settings.virtualRouterId.value;
    out.version = static_cast<int>(settings.version);
    out.family = settings.family == Family::IPv4 ? "ipv4" : "ipv6";
    out.advertIntervalMs = milliseconds(settings.advertInterval);
    reportAddresses(out, settings, settings.addresses, false, context);
    reportAddresses(out, settings, settings.excludedAddresses, true, context);
}

std::int64_t microseconds(Duration duration)
{
    return std::chrono::duration_cast<std::chrono::microseconds>(duration).count();
}

std::optional<wire::AdvertIntervals> reportIntervals(const vrrp::InstanceStatus &status)
{
    const auto &seen = status.advertIntervals;
    if (seen.count() == 0)
        return std::nullopt;
    wire::AdvertIntervals out{seen.count(),
                              microseconds(seen.sum()),
                              microseconds(seen.longest()),
                              microseconds(status.masterDownInterval - seen.longest()),
                              {}};
    std::uint64_t below = 0;
    for (std::size_t i = 0; i < vrrp::IntervalHistogram::bounds.size(); ++i)
        out.buckets.push_back(below += seen.inBucket(i));
    return out;
}

wire::InstanceState reportInstance(const vrrp::InstanceStatus &status, const ReportContext &context)
{
    wire::InstanceState out;
    out.name = status.name;
    out.state = vrrp::stateName(status.state);
    out.since = wallOf(status.since, context);
    out.cause = status.cause;
    if (const auto &last = status.lastTransition)
        out.lastTransition = wire::TransitionState{wallOf(last->when, context), std::string(stateName(last->from)),
                                                   std::string(stateName(last->to)), reportCause(last->why)};
    out.basePriority = status.basePriority.value;
    out.effectivePriority = status.effectivePriority.value;
    for (const auto &part : status.priorityParts)
        out.priorityParts.push_back({part.source, part.value});
    out.masterDownIntervalMs = milliseconds(status.masterDownInterval);
    if (status.masterAddress)
        out.masterAddress = status.masterAddress->toString();
    if (status.masterPriority)
        out.masterPriority = status.masterPriority->value;
    if (status.lastAdvertHeard)
        out.lastAdvertAgeMs = milliseconds(context.now - *status.lastAdvertHeard);
    out.advertIntervals = reportIntervals(status);
    out.heldBack = status.heldBack;
    out.faults = status.faults;
    out.counters = countersOf(status.counters);
    return out;
}

wire::ScriptState reportScript(const vrrp::ScriptStatus &status, const ReportContext &context)
{
    wire::ScriptState out;
    out.name = status.name;
    out.ok = status.ok;
    out.decided = status.decided;
    out.lastExitCode = status.lastExitCode;
    out.lastResult = status.lastResult;
    if (status.lastFinished)
        out.lastFinishedAgeMs = milliseconds(context.now - *status.lastFinished);
    out.runs = status.runs;
    out.failures = status.failures;
    out.timeouts = status.timeouts;
    return out;
}

} // namespace

wire::NodeState reportStatus(const vrrp::NodeSettings &settings, const vrrp::NodeStatus &status,
                             const ReportContext &context)
{
    wire::NodeState out;
    out.routerId = settings.routerId;
    std::map<std::string_view, const vrrp::InstanceSettings *> byName;
    for (const auto &one : settings.instances)
        byName.emplace(one.name, &one);
    for (const auto &one : status.instances) {
        out.instances.push_back(reportInstance(one, context));
        if (const auto found = byName.find(one.name); found != byName.end())
            reportSettings(out.instances.back(), *found->second, context);
    }
    out.counters = {{"unknown_router", status.unknownRouter},
                    {"unreadable", status.unreadable + context.network.unreadable},
                    {"netlink_overruns", context.network.overruns}};
    for (const auto &one : status.groups)
        out.groups.push_back(
            {one.name, std::string(vrrp::stateName(one.state)), wallOf(one.since, context), one.members});
    for (const auto &one : status.scripts)
        out.scripts.push_back(reportScript(one, context));
    return out;
}

} // namespace twinhelm::agent
