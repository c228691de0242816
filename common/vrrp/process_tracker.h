#pragma once

#include <optional>
#include <string>

#include "common/base/time.h"
#include "common/vrrp/settings.h"
#include "common/vrrp/status.h"

namespace twinhelm::vrrp
{

/// One vrrp_track_process: what the number of its processes amounts to (quorum, delays). Pure.
/// Before the first count all is assumed to be well, so that a simulation needs none.
class ProcessTracker
{
public:
    explicit ProcessTracker(ProcessSettings settings) : settings_(std::move(settings)) {}

    [[nodiscard]] const ProcessSettings &settings() const { return settings_; }
    [[nodiscard]] bool ok() const { return ok_; }
    [[nodiscard]] bool counted() const { return count_.has_value(); }
    [[nodiscard]] unsigned count() const { return count_.value_or(0); }
    [[nodiscard]] ProcessStatus status() const { return {settings_.name, ok_, count_}; }
    /// "2 run, at least 1 wanted"
    [[nodiscard]] std::string text() const;

    /// True when the verdict changed. The first count decides at once; later ones after fork_delay or terminate_delay,
    /// unless the old number is back by then (keepalived).
    [[nodiscard]] bool count(TimePoint now, unsigned count);
    [[nodiscard]] std::optional<TimePoint> nextDeadline() const { return changeAt_; }
    /// True when a delayed change counts from now on.
    [[nodiscard]] bool due(TimePoint now);

private:
    [[nodiscard]] bool fits(unsigned count) const;

    ProcessSettings settings_;
    std::optional<unsigned> count_;
    bool ok_ = true;
    std::optional<TimePoint> changeAt_;
};

} // namespace twinhelm::vrrp
