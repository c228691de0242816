#pragma once

#include <string>

#include "common/config/model/command.h"

namespace twinhelm::config::model
{

/// A pipe that events are written to, and what reads it: notify_fifo, vrrp_notify_fifo, lvs_notify_fifo.
struct Fifo {
    Value<std::string> path;
    Value<std::string> user;
    Value<std::string> group;
    Value<Command> script; ///< gets the path as last argument
};

} // namespace twinhelm::config::model
