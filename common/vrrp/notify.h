#pragma once

#include <string>

#include "common/vrrp/node_events.h"
#include "common/vrrp/settings.h"
#include "common/vrrp/state.h"

namespace twinhelm::vrrp
{

/// Who enters a state, as notify scripts are told (keepalived: INSTANCE|GROUP NAME STATE PRIORITY).
struct NotifySubject {
    std::string_view kind; ///< "INSTANCE" or "GROUP"
    std::string name;
    int priority = 0; ///< a group's is 0
};

/// Append the notify commands for entering `state`, in keepalived's order: notify_<state>, then notify.
/// INIT has none; a removed object tells FAULT (keepalived without notify_deleted).
void notify(const NotifyCommands &commands, const NotifySubject &subject, State state, NodeActions &out);

} // namespace twinhelm::vrrp
