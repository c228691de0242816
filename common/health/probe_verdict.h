#pragma once

#include "common/health/settings.h"

namespace twinhelm::health
{

/// What one probe says of its server, retries counted (keepalived: a checker's is_up, has_run and retry_it).
/// Pure; one owner.
class ProbeVerdict
{
public:
    enum class News : std::uint8_t {
        None,
        First, ///< the first outcome agrees with what was assumed
        Up,
        Down,
    };
    struct Judgement {
        News news = News::None;
        Duration wait{}; ///< until the next run
        bool retries = false;
    };

    /// `startsFailed`: alpha.
    explicit ProbeVerdict(bool startsFailed = false) : up_(!startsFailed) {}

    /// The first failure after the start is enough; later ones are, when `retries` more have failed as well. A probe
    /// that is down is run each delay_loop.
    [[nodiscard]] Judgement judge(bool passed, const Timing &timing);
    /// As if it had been judged: a predecessor knew.
    void remember(bool up);

    [[nodiscard]] bool up() const { return up_; }
    [[nodiscard]] bool decided() const { return decided_; }
    /// Failed runs in a row.
    [[nodiscard]] unsigned failures() const { return failures_; }

private:
    bool up_ = true;
    bool decided_ = false;
    unsigned failures_ = 0;
};

} // namespace twinhelm::health
