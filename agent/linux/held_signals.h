#pragma once

#include <csignal>

namespace twinhelm::agent
{

/// Keeps SIGTERM, SIGINT and SIGHUP back until somebody is there to take them: before its handlers stand, a daemon
/// that is told to reload would die of it. What arrived meanwhile is delivered at release().
/// Make it before any other thread, so that all of them hold the signals back.
class HeldSignals
{
public:
    HeldSignals();
    ~HeldSignals() { release(); }
    HeldSignals(const HeldSignals &) = delete;
    HeldSignals &operator=(const HeldSignals &) = delete;

    /// For the calling thread; threads made since keep holding. Nothing the second time. Also when they were held back
    /// before: what a program before this one in the same process had left so.
    void release();

private:
    sigset_t held_{};
    bool holds_ = true;
};

} // namespace twinhelm::agent
