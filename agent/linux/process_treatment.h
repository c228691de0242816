#pragma once

#include <string>
#include <vector>

#include "common/vrrp/settings.h"

namespace twinhelm::agent
{

/// Asks the kernel to treat the calling thread and its memory as vrrp_priority, vrrp_rt_priority, vrrp_no_swap,
/// vrrp_cpu_affinity, vrrp_rlimit_rttime and max_auto_priority say.
///
/// What it starts afterwards, threads and scripts, runs with ordinary priority (SCHED_RESET_ON_FORK), for a script may
/// take as long as it likes. Memory is locked as it is touched (MCL_ONFAULT): keepalived locks what it never uses, too.
/// SIGXCPU comes when `realtimeLimit` is passed without a pause; keepalived is killed there, we only after `killAfter`.
/// Threading: the thread that is to be treated.
class ProcessTreatment
{
public:
    /// A process that computes for so long without looking at its sockets is out of its mind.
    static constexpr Duration killAfter = std::chrono::seconds(5);

    /// `limited`: whether realtimeLimit holds for this process.
    explicit ProcessTreatment(bool limited) : limited_(limited) {}

    /// A line for each thing that the kernel refused. Safe to repeat, also with what was given up again.
    [[nodiscard]] std::vector<std::string> apply(const vrrp::ProcessTreatment &wanted);
    /// A timer was served late: raises the priority by one where the settings allow it. What was done or advised, in
    /// words; empty: it was not late enough to speak of.
    [[nodiscard]] std::string servedLate(Duration late);
    /// SCHED_RR priority in force; 0: ordinary scheduling.
    [[nodiscard]] int realtimePriority() const { return priority_; }

private:
    void schedule(int realtimePriority, std::vector<std::string> &refusals);
    void keepInMemory(std::vector<std::string> &refusals);
    void chooseProcessors(std::vector<std::string> &refusals);

    bool limited_;
    vrrp::ProcessTreatment wanted_;
    int priority_ = 0;
    bool locked_ = false;
    bool bound_ = false;
    bool touched_ = false; ///< scheduling differs, or once did, from what was inherited
};

} // namespace twinhelm::agent
