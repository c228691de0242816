#include "common/config/lower/lower_tracking.h"

#include <algorithm>

#include "common/config/lower/lower_notify.h"

namespace twinhelm::config
{

namespace
{

constexpr int mostWeight = 253;
constexpr int mostFileWeight = 254;

template<typename Tracks>
bool has(const Tracks &tracks, const std::string &name)
{
    return std::ranges::any_of(tracks, [&](const auto &one) { return one.name == name; });
}

bool isWhole(const model::VrrpScript &script)
{
    return script.command.given;
}
bool isWhole(const model::TrackFile &file)
{
    return file.path.given;
}
bool isWhole(const model::TrackProcess &process)
{
    return process.process.given && !process.process->empty();
}

template<typename Definition>
std::vector<vrrp::TrackWeight> lowerTracks(const std::vector<model::TrackEntry> &entries,
                                           const std::vector<Definition> &definitions, int most)
{
    std::vector<vrrp::TrackWeight> out;
    for (const auto &entry : entries) {
        const auto found = std::ranges::find_if(definitions, [&](const auto &one) { return *one.name == *entry.name; });
        if (found == definitions.end() || !isWhole(*found) || has(out, *entry.name))
            continue;
        const int weight = entry.weight.given ? *entry.weight : *found->weight;
        out.push_back(
            {*entry.name, std::clamp(weight, -most, most), entry.reverse.given ? *entry.reverse : *found->reverse});
    }
    return out;
}

std::vector<vrrp::TrackWeight> lowerInterfaces(const std::vector<model::TrackEntry> &entries)
{
    std::vector<vrrp::TrackWeight> out;
    for (const auto &entry : entries) {
        if (!has(out, *entry.name))
            out.push_back({*entry.name, std::clamp(*entry.weight, -mostWeight, mostWeight), *entry.reverse});
    }
    return out;
}

vrrp::ParameterMatch matchOf(const model::TrackProcess &process)
{
    using Match = model::TrackProcess::ParameterMatch;
    switch (*process.parameterMatch) {
    case Match::Exact: return vrrp::ParameterMatch::Exact;
    case Match::Initial: return vrrp::ParameterMatch::Initial;
    case Match::Partial: return vrrp::ParameterMatch::Partial;
    case Match::None: break;
    }
    return process.process->size() > 1 ? vrrp::ParameterMatch::Exact : vrrp::ParameterMatch::None;
}

} // namespace

template<typename Block, typename Settings>
void lowerTracking(const Block &block, const model::NodeConfig &config, Settings &out)
{
    out.trackScripts = lowerTracks(block.trackScripts, config.scripts, mostWeight);
    out.trackInterfaces = lowerInterfaces(block.trackInterfaces);
    out.trackFiles = lowerTracks(block.trackFiles, config.files, mostFileWeight);
    out.trackProcesses = lowerTracks(block.trackProcesses, config.processes, mostWeight);
}

template void lowerTracking(const model::VrrpInstance &, const model::NodeConfig &, vrrp::InstanceSettings &);
template void lowerTracking(const model::VrrpSyncGroup &, const model::NodeConfig &, vrrp::SyncGroupSettings &);

vrrp::ScriptSettings lowerScript(const model::VrrpScript &script)
{
    vrrp::ScriptSettings out;
    out.name = *script.name;
    out.command = lowerCommand(*script.command);
    if (script.user.given) {
        out.command.user = *script.user;
        out.command.group = *script.group;
    }
    out.interval = *script.interval > Duration::zero() ? *script.interval : Duration(std::chrono::seconds(1));
    out.timeout = script.timeout.given && *script.timeout > Duration::zero() ? *script.timeout : out.interval;
    out.weight = std::clamp(*script.weight, -mostWeight, mostWeight);
    out.reverse = *script.reverse;
    out.rise = *script.rise;
    out.fall = *script.fall;
    out.startFailed = *script.startFailed;
    return out;
}

std::vector<vrrp::FileSettings> lowerFiles(const model::NodeConfig &config)
{
    std::vector<vrrp::FileSettings> out;
    for (const auto &file : config.files) {
        if (!isWhole(file) || has(out, *file.name))
            continue;
        vrrp::FileSettings settings{*file.name, *file.path, std::nullopt, *file.overwrite};
        if (*file.create)
            settings.firstValue = *file.firstValue;
        out.push_back(std::move(settings));
    }
    return out;
}

std::vector<vrrp::ProcessSettings> lowerProcesses(const model::NodeConfig &config)
{
    std::vector<vrrp::ProcessSettings> out;
    for (const auto &process : config.processes) {
        if (!isWhole(process) || has(out, *process.name))
            continue;
        const auto &words = *process.process;
        vrrp::ProcessSettings settings;
        settings.name = *process.name;
        settings.pattern = {words.front(), *process.fullCommand, matchOf(process), {words.begin() + 1, words.end()}};
        settings.quorum = *process.quorum;
        if (process.quorumMax.given)
            settings.most = *process.quorumMax;
        settings.forkDelay = *process.forkDelay;
        settings.terminateDelay = *process.terminateDelay;
        out.push_back(std::move(settings));
    }
    return out;
}

std::vector<vrrp::LinkDelay> lowerLinkDelays(const model::NodeConfig &config)
{
    std::vector<vrrp::LinkDelay> out;
    for (const auto &delay : config.interfaceDelays) {
        const bool again = std::ranges::any_of(out, [&](const auto &one) { return one.interface == *delay.interface; });
        if (!again)
            out.push_back({*delay.interface, *delay.down, delay.up.given ? *delay.up : *delay.down});
    }
    return out;
}

} // namespace twinhelm::config
