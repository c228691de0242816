#include "common/health/probe_verdict.h"

namespace twinhelm::health
{

ProbeVerdict::Judgement ProbeVerdict::judge(bool passed, const Timing &timing)
{
    const bool first = !decided_;
    if (!passed)
        ++failures_;
    if (!passed && !first && up_ && failures_ <= timing.retries)
        return {News::None, timing.delayBeforeRetry, true};
    if (passed)
        failures_ = 0;
    decided_ = true;
    const bool changed = up_ != passed;
    up_ = passed;
    if (changed)
        return {passed ? News::Up : News::Down, timing.delayLoop, false};
    return {first ? News::First : News::None, timing.delayLoop, false};
}

void ProbeVerdict::remember(bool up)
{
    up_ = up;
    decided_ = true;
    failures_ = 0;
}

} // namespace twinhelm::health
