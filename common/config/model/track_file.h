#pragma once

#include <string>

#include "common/config/model/value.h"

namespace twinhelm::config::model
{

/// track_file, or vrrp_track_file as it was called before 2.1.
struct TrackFile {
    SourceRange range; ///< of the block's header
    Value<std::string> name;
    Value<std::string> path;
    Value<int> weight{1};
    Value<bool> reverse;
    Value<bool> create;    ///< init_file: make it at start
    Value<int> firstValue; ///< what then stands in it
    Value<bool> overwrite; ///< also when it is there already
};

} // namespace twinhelm::config::model
