#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <sys/types.h>

#include "common/vrrp/process_table.h"

namespace twinhelm::agent
{

/// From /proc/PID; nothing: it is gone, or a zombie.
[[nodiscard]] std::optional<vrrp::ProcessNames> readProcess(pid_t pid, bool arguments);

/// Every process there is.
[[nodiscard]] std::vector<std::pair<pid_t, vrrp::ProcessNames>> listProcesses(bool arguments);

/// The name in the text of /proc/PID/stat; nothing: a zombie, or not such a text. Pure.
[[nodiscard]] std::optional<std::string> nameInStat(std::string_view stat);

} // namespace twinhelm::agent
