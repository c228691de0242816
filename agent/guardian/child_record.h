#pragma once

#include <string>

#include "common/wire/messages.h"

namespace twinhelm::agent
{

/// A running child as one program of the guardian's process leaves it to the next.
struct ChildRecord {
    wire::ProcessState state; ///< role, pid, restarts, since
    int channel = -1;         ///< descriptor
    std::string unread;       ///< Channel::Detached
    std::string unsent;
};

} // namespace twinhelm::agent
