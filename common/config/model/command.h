#pragma once

#include <string>
#include <vector>

#include "common/config/model/value.h"

namespace twinhelm::config::model
{

/// A script with its arguments and, behind them, the user and group it runs as (empty: script_user).
struct Command {
    std::vector<std::string> argv;
    Value<std::string> user;
    Value<std::string> group;
};

/// The notify_* commands of an instance or a sync group.
struct Notify {
    Value<Command> backup;
    Value<Command> master;
    Value<Command> fault;
    Value<Command> stop;
    Value<Command> deleted;
    Value<Command> any;
    Value<Command> masterHearsLowerPriority;
    Value<bool> priorityChanges;
    Value<bool> smtpAlert;
    std::vector<SourceRange> repeated; ///< further commands for what has one already; keepalived ignores them
};

} // namespace twinhelm::config::model
