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
    std::map<std::string, std::uint64_t> out;
    for (const auto &field : vrrp::counterFields)
        out.emplace(field.name, counters.*field.value);
    return out;
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

/// Instances and groups in their order.
std::vector<wire::TrackedByState> trackedBy(const vrrp::NodeSettings &settings, const std::string &name,
                                            std::vector<vrrp::TrackWeight> vrrp::InstanceSettings::*ofInstance,
                                            std::vector<vrrp::TrackWeight> vrrp::SyncGroupSettings::*ofGroup)
{
    std::vector<wire::TrackedByState> out;
    const auto look = [&](const std::string &who, bool group, const std::vector<vrrp::TrackWeight> &uses) {
        for (const auto &use : uses) {
            if (use.name == name)
                out.push_back({who, group, use.weight, use.reverse});
        }
    };
    for (const auto &one : settings.instances)
        look(one.name, false, one.*ofInstance);
    for (const auto &one : settings.syncGroups)
        look(one.name, true, one.*ofGroup);
    return out;
}

/// The settings are in the order of the status, or the status is older than they are.
void reportTracked(wire::NodeState &out, const vrrp::NodeSettings &settings, const vrrp::NodeStatus &status)
{
    for (const auto &file : settings.files) {
        const auto known = std::ranges::find(status.files, file.name, &vrrp::FileStatus::name);
        wire::TrackedFileState one{
            file.name, file.path, std::nullopt,
            trackedBy(settings, file.name, &vrrp::InstanceSettings::trackFiles, &vrrp::SyncGroupSettings::trackFiles)};
        if (known != status.files.end() && known->value)
            one.value = *known->value;
        out.trackFiles.push_back(std::move(one));
    }
    for (const auto &process : settings.processes) {
        const auto known = std::ranges::find(status.processes, process.name, &vrrp::ProcessStatus::name);
        if (known == status.processes.end())
            continue; // nothing tracks it, so that nobody counts
        wire::TrackedProcessState one{process.name,
                                      known->ok,
                                      std::nullopt,
                                      process.quorum,
                                      std::nullopt,
                                      trackedBy(settings, process.name, &vrrp::InstanceSettings::trackProcesses,
                                                &vrrp::SyncGroupSettings::trackProcesses)};
        if (known->count)
            one.count = *known->count;
        if (process.most)
            one.most = *process.most;
        out.trackProcesses.push_back(std::move(one));
    }
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
    out.counters = {
        {"unknown_router", status.unknownRouter},       {"unreadable", status.unreadable + context.network.unreadable},
        {"netlink_overruns", context.network.overruns}, {"fifo_lines_lost", context.notices.fifoLinesLost},
        {"mails_lost", context.notices.mailsLost},      {"mails_waiting", context.notices.mailsWaiting}};
    reportTracked(out, settings, status);
    for (const auto &one : status.groups)
        out.groups.push_back(
            {one.name, std::string(vrrp::stateName(one.state)), wallOf(one.since, context), one.members});
    for (const auto &one : status.scripts)
        out.scripts.push_back(reportScript(one, context));
    return out;
}

} // namespace twinhelm::agent
