#pragma once

#include "common/base/result.h"

namespace twinhelm::agent
{

/// Gives away every capability for good, also for programs executed later; user id 0 then means nothing by itself.
/// A caller who is not root keeps what little it has. Call before the first thread starts. A0350: the kernel refuses.
[[nodiscard]] Result<void> dropPrivileges();

} // namespace twinhelm::agent
