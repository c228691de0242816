#pragma once

#include <optional>
#include <string>

#include "agent/linux/identity.h"
#include "common/base/result.h"

namespace twinhelm::agent
{

/// The user of the api process where the package has created it.
inline constexpr const char *apiUser = "twinhelm";

/// Gives away every capability for good, also for programs executed later, and takes on another identity when one
/// is given. A caller who is not root keeps what little it has. Call before the first thread starts.
[[nodiscard]] Result<void> dropPrivileges(const std::optional<Identity> &identity);
/// SIGTERM when the parent's thread ends; a change of identity forgets it, so call this afterwards.
void dieWithParent();

} // namespace twinhelm::agent
