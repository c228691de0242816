#pragma once

#include <optional>
#include <string>

#include "common/vrrp/node_events.h"
#include "common/vrrp/settings.h"
#include "common/vrrp/state.h"

namespace twinhelm::vrrp
{

/// Who enters a state, as notify scripts are told (keepalived: INSTANCE|GROUP NAME STATE PRIORITY).
struct NotifySubject {
    std::string name;
    int priority = 0; ///< a group's is 0
    bool group = false;
};

/// Tells of the states of one instance or sync group: notify_<state>, notify, the pipes, then mail, as keepalived.
class Notifier
{
public:
    /// INIT is not told. `removed`: a reload takes the instance away; told as DELETED when there is notify_deleted,
    /// else as FAULT.
    void entered(const NotifyCommands &commands, const NotifySubject &subject, State state, bool removed,
                 NodeActions &out);

private:
    std::optional<State> mailed_; ///< the same state is not mailed twice in a row
};

/// A master heard somebody of lower priority: notify_master_rx_lower_pri and a line.
void notifyLowerPriority(const NotifyCommands &commands, const std::string &instance, int priority, NodeActions &out);

/// notify_priority_changes: a line, but only of a master or backup.
void notifyPriority(const NotifyCommands &commands, const std::string &instance, State state, int priority,
                    NodeActions &out);

/// One line of a pipe: INSTANCE "VI_1" MASTER 100
[[nodiscard]] std::string fifoLine(const NotifySubject &subject, std::string_view word);

} // namespace twinhelm::vrrp
