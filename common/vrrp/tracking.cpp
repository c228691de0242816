#include "common/vrrp/tracking.h"

#include <algorithm>

namespace twinhelm::vrrp
{

ScriptTracker::ScriptTracker(ScriptSettings settings) : settings_(std::move(settings))
{
    status_.name = settings_.name;
    status_.ok = !settings_.startFailed;
    status_.decided = settings_.startFailed;
    status_.lastResult = "not run";
}

std::string ScriptTracker::resultText() const
{
    if (status_.lastResult == "failed")
        return "failed (exit " + std::to_string(status_.lastExitCode) + ")";
    return status_.lastResult;
}

void ScriptTracker::begin(TimePoint now)
{
    if (!nextRun_)
        nextRun_ = now;
}

bool ScriptTracker::runIfDue(TimePoint now)
{
    if (!nextRun_ || now < *nextRun_)
        return false;
    *nextRun_ += settings_.interval;
    if (*nextRun_ <= now)
        nextRun_ = now + settings_.interval;
    if (running_)
        return false;
    running_ = true;
    ++status_.runs;
    return true;
}

bool ScriptTracker::finished(TimePoint now, ScriptResult result, int exitCode)
{
    running_ = false;
    if (std::exchange(discardNext_, false)) {
        nextRun_ = now;
        return false;
    }
    const bool success = result == ScriptResult::Ok;
    status_.lastExitCode = exitCode;
    status_.lastFinished = now;
    switch (result) {
    case ScriptResult::Ok: status_.lastResult = "ok"; break;
    case ScriptResult::Failed: status_.lastResult = "failed"; break;
    case ScriptResult::TimedOut: status_.lastResult = "timed out"; break;
    case ScriptResult::NotRun: status_.lastResult = "could not be run"; break;
    }
    status_.failures += success ? 0 : 1;
    status_.timeouts += result == ScriptResult::TimedOut ? 1 : 0;
    if (!status_.decided) {
        status_.decided = true;
        status_.ok = success;
        return true;
    }
    if (success == status_.ok) {
        streak_ = 0;
        return false;
    }
    if (++streak_ < std::max(1U, success ? settings_.rise : settings_.fall))
        return false;
    streak_ = 0;
    status_.ok = success;
    return true;
}

void ScriptTracker::replaces(const ScriptTracker &old)
{
    running_ = discardNext_ = old.running_;
}

std::vector<TrackUse> trackUses(const InstanceSettings &instance, const SyncGroupSettings *group)
{
    std::vector<TrackUse> uses;
    const bool weights = !group || group->trackingWeight;
    const auto take = [&](TrackKind kind, const std::vector<TrackWeight> &list) {
        for (TrackWeight one : list) {
            if (one.weight != 0 && !weights) {
                if (kind == TrackKind::Script)
                    continue;
                one.weight = 0;
            }
            uses.push_back({kind, std::move(one)});
        }
    };
    take(TrackKind::Script, instance.trackScripts);
    take(TrackKind::Interface, instance.trackInterfaces);
    if (group) {
        take(TrackKind::Script, group->trackScripts);
        take(TrackKind::Interface, group->trackInterfaces);
    }
    return uses;
}

Assessment assess(Priority base, const std::vector<TrackUse> &uses,
                  const std::function<Verdict(const TrackUse &)> &verdictOf)
{
    Assessment result;
    int sum = base.value;
    result.parts.push_back({"base", base.value});
    for (const auto &use : uses) {
        const Verdict verdict = verdictOf(use);
        const bool good = verdict.ok != use.weight.reverse;
        const int weight = use.weight.weight;
        if (weight == 0) {
            result.undecided = result.undecided || !verdict.decided;
            if (verdict.decided && !good)
                result.faults.push_back({verdict.cause, verdict.text});
            continue;
        }
        if (base == priorityOwner)
            continue;
        const bool counts = verdict.decided && (weight > 0 ? good : !good);
        const char *const kind = use.kind == TrackKind::Script ? "script " : "interface ";
        result.parts.push_back({kind + use.weight.name, counts ? weight : 0});
        sum += counts ? weight : 0;
    }
    result.effective = base == priorityOwner ? base : Priority{static_cast<std::uint8_t>(std::clamp(sum, 1, 254))};
    return result;
}

} // namespace twinhelm::vrrp
