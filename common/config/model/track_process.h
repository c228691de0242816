#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/base/time.h"
#include "common/config/model/value.h"

namespace twinhelm::config::model
{

/// vrrp_track_process.
struct TrackProcess {
    enum class ParameterMatch : std::uint8_t { None, Exact, Initial, Partial };

    SourceRange range; ///< of the block's header
    Value<std::string> name;
    Value<std::vector<std::string>> process; ///< the program and, when they count, its parameters
    Value<ParameterMatch> parameterMatch;
    Value<int> weight;
    Value<bool> reverse;
    Value<unsigned> quorum{1};
    Value<unsigned> quorumMax; ///< not given: any number
    Value<Duration> terminateDelay;
    Value<Duration> forkDelay;
    Value<bool> fullCommand;
};

} // namespace twinhelm::config::model
