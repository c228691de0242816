#include "common/vrrp/tracking.h"

#include <algorithm>

#include "common/vrrp/file_value.h"
#include "common/vrrp/sentences.h"

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
    std::string text = status_.lastResult;
    if (text == "failed")
        text += lastSignal_ != 0 ? " (killed by signal " + std::to_string(lastSignal_) + ")"
                                 : " (exit " + std::to_string(status_.lastExitCode) + ")";
    return lastOutput_.empty() ? text : text + ": " + lastOutput_;
}

Reason ScriptTracker::verdict() const
{
    const cause::Script facts{settings_.name, ok(), status_.lastResult, status_.lastExitCode, lastOutput_};
    const auto script = "script " + settings_.name + " ";
    if (ignored())
        return {"script_ignored", script + resultText() + "; it does not count", facts};
    return {ok() ? "script_ok" : "script_failed", script + (ok() ? "is ok" : resultText()), facts};
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

bool ScriptTracker::finished(TimePoint now, const ScriptFinished &how)
{
    running_ = false;
    if (std::exchange(discardNext_, false)) {
        nextRun_ = now;
        return false;
    }
    const bool success = how.result == ScriptResult::Ok;
    status_.lastExitCode = how.exitCode;
    status_.lastFinished = now;
    lastSignal_ = how.signal;
    lastOutput_ = success ? std::string() : how.output;
    switch (how.result) {
    case ScriptResult::Ok: status_.lastResult = "ok"; break;
    case ScriptResult::Failed: status_.lastResult = "failed"; break;
    case ScriptResult::TimedOut: status_.lastResult = "timed out"; break;
    case ScriptResult::NotRun: status_.lastResult = "could not be run"; break;
    }
    status_.failures += success ? 0 : 1;
    ran_ = ran_ || how.result != ScriptResult::NotRun;
    if (!ran_)
        return !std::exchange(ignored_, true);
    ignored_ = false;
    status_.timeouts += how.result == ScriptResult::TimedOut ? 1 : 0;
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

void ScriptTracker::resume(const CarriedScript &from)
{
    status_ = from.status;
    status_.name = settings_.name;
    streak_ = from.streak;
    ran_ = status_.decided;
}

std::vector<TrackUse> trackUses(const InstanceSettings &instance, const SyncGroupSettings *group)
{
    std::vector<TrackUse> uses;
    const bool weights = !group || group->trackingWeight;
    const auto take = [&](TrackKind kind, const std::vector<TrackWeight> &list) {
        for (TrackWeight one : list) {
            if (one.weight != 0 && !weights) {
                if (kind != TrackKind::Interface)
                    continue;
                one.weight = 0;
            }
            uses.push_back({kind, std::move(one)});
        }
    };
    take(TrackKind::Script, instance.trackScripts);
    take(TrackKind::Interface, instance.trackInterfaces);
    take(TrackKind::File, instance.trackFiles);
    take(TrackKind::Process, instance.trackProcesses);
    if (group) {
        take(TrackKind::Script, group->trackScripts);
        take(TrackKind::Interface, group->trackInterfaces);
        take(TrackKind::File, group->trackFiles);
        take(TrackKind::Process, group->trackProcesses);
    }
    return uses;
}

namespace
{

const char *kindName(TrackKind kind)
{
    switch (kind) {
    case TrackKind::Script: return "script ";
    case TrackKind::Interface: return "interface ";
    case TrackKind::File: return "file ";
    case TrackKind::Process: return "process ";
    }
    return "";
}

} // namespace

Assessment assess(Priority base, const std::vector<TrackUse> &uses,
                  const std::function<Verdict(const TrackUse &)> &verdictOf)
{
    Assessment result;
    int sum = base.value;
    result.parts.push_back({"base", base.value});
    for (const auto &use : uses) {
        const Verdict verdict = verdictOf(use);
        if (verdict.ignored)
            continue;
        const int weight = use.weight.weight;
        const auto fault = [&] {
            const char *const why = use.weight.reverse ? " (its sense is reversed)" : "";
            result.faults.push_back({verdict.cause, verdict.text + why, verdict.facts});
        };
        int points = 0;
        if (use.kind == TrackKind::File) {
            points = fileContribution(verdict.number, weight, use.weight.reverse);
            if (points == faultContribution)
                fault();
            if (weight == 0 || points == faultContribution)
                continue;
        } else {
            if (weight == 0) {
                result.undecided = result.undecided || !verdict.decided;
                if (verdict.decided && verdict.ok == use.weight.reverse)
                    fault();
                continue;
            }
            // keepalived 2.2.7: reverse turns the sign of what counts, not when it counts.
            const bool counts = verdict.decided && verdict.ok == (weight > 0);
            points = counts ? (use.weight.reverse ? -weight : weight) : 0;
        }
        if (base == priorityOwner)
            continue;
        result.parts.push_back({kindName(use.kind) + use.weight.name, points});
        sum += points;
    }
    result.effective = base == priorityOwner ? base : Priority{static_cast<std::uint8_t>(std::clamp(sum, 1, 254))};
    return result;
}

} // namespace twinhelm::vrrp
