#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "common/vrrp/carried.h"
#include "common/vrrp/machine.h"
#include "common/vrrp/node_events.h"
#include "common/vrrp/settings.h"
#include "common/vrrp/status.h"

namespace twinhelm::vrrp
{

/// One vrrp_script: when it runs and what its results amount to (rise, fall, init_fail). Pure; the driver runs it.
class ScriptTracker
{
public:
    explicit ScriptTracker(ScriptSettings settings);

    [[nodiscard]] const ScriptSettings &settings() const { return settings_; }
    [[nodiscard]] bool ok() const { return status_.ok; }
    /// It could not be run, and never has been: as if nobody had written it (keepalived disables it).
    [[nodiscard]] bool ignored() const { return ignored_; }
    /// False until the first result; an undecided script neither adds nor takes weight.
    [[nodiscard]] bool decided() const { return status_.decided; }
    [[nodiscard]] const ScriptStatus &status() const { return status_; }
    /// "failed (exit 1): connection refused", "timed out", "ok": the last result, for sentences.
    [[nodiscard]] std::string resultText() const;
    /// The verdict as what an instance does because of it.
    [[nodiscard]] Reason verdict() const;

    /// First run at `now`, then every interval; a run that would overlap the one before is skipped.
    void begin(TimePoint now);
    [[nodiscard]] std::optional<TimePoint> nextRun() const { return nextRun_; }
    /// Whether to run now; counts as started when true.
    [[nodiscard]] bool runIfDue(TimePoint now);
    /// True when the verdict changed or was reached for the first time.
    [[nodiscard]] bool finished(TimePoint now, const ScriptFinished &how);
    /// Take the place of `old`, whose run may still be under way: that result is not ours.
    void replaces(const ScriptTracker &old);
    [[nodiscard]] CarriedScript carry() const { return {status_, streak_}; }
    /// The verdict of a predecessor in another process; before the first run.
    void resume(const CarriedScript &from);

private:
    ScriptSettings settings_;
    ScriptStatus status_;
    std::optional<TimePoint> nextRun_;
    bool running_ = false;
    bool discardNext_ = false;
    bool ignored_ = false;
    bool ran_ = false;
    int lastSignal_ = 0;
    std::string lastOutput_;
    unsigned streak_ = 0; ///< consecutive results against the verdict
};

enum class TrackKind : std::uint8_t { Script, Interface, File, Process };

struct TrackUse {
    TrackKind kind = TrackKind::Script;
    TrackWeight weight;
    friend bool operator==(const TrackUse &, const TrackUse &) = default;
};

/// What an instance tracks: its own and its sync group's. Without sync_group_tracking_weight a group's members
/// know no weights: what has one is left out, but weighted interfaces fault (keepalived).
[[nodiscard]] std::vector<TrackUse> trackUses(const InstanceSettings &instance, const SyncGroupSettings *group);

/// What is known about one tracked thing.
struct Verdict {
    bool ok = true;
    bool decided = true;
    std::string cause;    ///< script_failed, link_down, ...
    std::string text;     ///< "script check_web failed (exit 1)"
    bool ignored = false; ///< counts in no way
    int number = 0;       ///< of a file; `ok` and `decided` do not count then
    Cause facts{};
};

/// What all trackers mean for one instance.
struct Assessment {
    Priority effective{100};
    std::vector<PriorityPart> parts;
    std::vector<Reason> faults;
    bool undecided = false; ///< a tracker without weight has not spoken yet: too early to start
};

/// Base plus weights within 1..254; an owner (255) stays what it is, but a tracker without weight faults it too.
[[nodiscard]] Assessment assess(Priority base, const std::vector<TrackUse> &uses,
                                const std::function<Verdict(const TrackUse &)> &verdictOf);

} // namespace twinhelm::vrrp
