#pragma once

#include <chrono>
#include <string>

#include "common/base/time.h"
#include "common/config/model/command.h"

namespace twinhelm::config::model
{

struct VrrpScript {
    SourceRange range; ///< of the block's header
    Value<std::string> name;
    Value<Command> command;
    Value<Duration> interval{std::chrono::seconds(1)};
    Value<Duration> timeout; ///< not given: the interval
    Value<int> weight;
    Value<bool> reverse;
    Value<unsigned> rise{1};
    Value<unsigned> fall{1};
    Value<std::string> user;
    Value<std::string> group;
    Value<bool> startFailed;
};

} // namespace twinhelm::config::model
