#pragma once

#include <chrono>
#include <vector>

#include <sys/types.h>

namespace twinhelm::bench
{

/// What processes have cost so far: the scheduler's own count (/proc/PID/task/*/schedstat), so also what is shorter
/// than a tick. Processes that are gone count nothing.
[[nodiscard]] std::chrono::nanoseconds processorTime(const std::vector<pid_t> &processes);

/// Their memory, each page shared out among those who map it (Pss of /proc/PID/smaps_rollup), in bytes.
[[nodiscard]] double memory(const std::vector<pid_t> &processes);

} // namespace twinhelm::bench
