#include "agent/linux/process_treatment.h"

#include <algorithm>
#include <cerrno>
#include <chrono>

#include <sched.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include "agent/linux/system_error.h"

namespace twinhelm::agent
{

namespace
{

rlim_t microseconds(Duration duration)
{
    return static_cast<rlim_t>(std::chrono::duration_cast<std::chrono::microseconds>(duration).count());
}

std::string inMilliseconds(Duration duration)
{
    return std::to_string(std::chrono::duration_cast<std::chrono::milliseconds>(duration).count()) + " ms";
}

std::string refusal(const std::string &what)
{
    return what + ": " + errorText(errno);
}

} // namespace

std::vector<std::string> ProcessTreatment::apply(const vrrp::ProcessTreatment &wanted)
{
    std::vector<std::string> refusals;
    // What was raised because it was late stays so over a reload.
    const bool raised = priority_ > wanted_.realtimePriority;
    wanted_ = wanted;
    const int priority = raised ? std::max(wanted.realtimePriority, std::min(priority_, wanted.mostAutoPriority))
                                : wanted.realtimePriority;
    if (touched_ || priority > 0 || wanted.niceness != 0)
        schedule(priority, refusals);
    keepInMemory(refusals);
    chooseProcessors(refusals);
    return refusals;
}

void ProcessTreatment::schedule(int realtimePriority, std::vector<std::string> &refusals)
{
    touched_ = true;
    sched_param parameter{};
    parameter.sched_priority = realtimePriority;
    const int policy = (realtimePriority > 0 ? SCHED_RR : SCHED_OTHER) | SCHED_RESET_ON_FORK;
    if (::sched_setscheduler(0, policy, &parameter) != 0) {
        refusals.push_back(refusal("real-time priority " + std::to_string(realtimePriority) + " (vrrp_rt_priority)"));
    } else {
        priority_ = realtimePriority;
        if (limited_ && realtimePriority > 0) {
            const rlimit limit{microseconds(wanted_.realtimeLimit),
                               std::max(microseconds(wanted_.realtimeLimit), microseconds(killAfter))};
            if (::setrlimit(RLIMIT_RTTIME, &limit) != 0)
                refusals.push_back(refusal("limit of real-time running (vrrp_rlimit_rttime)"));
        }
    }
    // keepalived: nice only without real-time priority, where it means nothing.
    if (realtimePriority == 0 && ::setpriority(PRIO_PROCESS, 0, wanted_.niceness) != 0)
        refusals.push_back(refusal("nice value " + std::to_string(wanted_.niceness) + " (vrrp_priority)"));
}

void ProcessTreatment::keepInMemory(std::vector<std::string> &refusals)
{
    if (wanted_.noSwap == locked_)
        return;
    const int done = wanted_.noSwap ? ::mlockall(MCL_CURRENT | MCL_FUTURE | MCL_ONFAULT) : ::munlockall();
    if (done != 0)
        refusals.push_back(refusal("locking of memory (vrrp_no_swap)"));
    else
        locked_ = wanted_.noSwap;
}

void ProcessTreatment::chooseProcessors(std::vector<std::string> &refusals)
{
    if (wanted_.processors.empty() && !bound_)
        return;
    cpu_set_t set;
    CPU_ZERO(&set);
    for (const auto processor : wanted_.processors) {
        if (processor < CPU_SETSIZE)
            CPU_SET(processor, &set);
    }
    for (unsigned processor = 0; wanted_.processors.empty() && processor < CPU_SETSIZE; ++processor)
        CPU_SET(processor, &set);
    if (::sched_setaffinity(0, sizeof set, &set) != 0)
        refusals.push_back(refusal("choice of processors (vrrp_cpu_affinity)"));
    else
        bound_ = !wanted_.processors.empty();
}

std::string ProcessTreatment::servedLate(Duration late)
{
    if (late < wanted_.autoPriorityDelay)
        return {};
    const auto what = "a timer was served " + inMilliseconds(late) + " late";
    if (wanted_.mostAutoPriority < 0)
        return {};
    if (wanted_.mostAutoPriority == 0)
        return what + "; is the machine overloaded? vrrp_rt_priority or max_auto_priority would protect the addresses";
    if (priority_ >= wanted_.mostAutoPriority)
        return what + " though the process runs with real-time priority " + std::to_string(priority_);
    std::vector<std::string> refusals;
    schedule(priority_ + 1, refusals);
    return refusals.empty() ? what + "; real-time priority is now " + std::to_string(priority_)
                            : what + "; " + refusals.front();
}

} // namespace twinhelm::agent
