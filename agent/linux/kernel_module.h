#pragma once

#include <string>

#include "common/base/result.h"

namespace twinhelm::agent
{

/// Loads a module of the kernel as the kernel itself would, by the program in /proc/sys/kernel/modprobe. A0385: it
/// failed, or took longer than 5 s. Blocks until then. Needs CAP_SYS_MODULE.
[[nodiscard]] Result<void> loadKernelModule(const std::string &name);

} // namespace twinhelm::agent
