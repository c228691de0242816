#pragma once

#include <string>
#include <vector>

#include "common/config/model/value.h"

namespace twinhelm::config::model
{

/// Instances whose static addresses, routes and rules are put back together.
struct TrackGroup {
    SourceRange range; ///< of the block's header
    Value<std::string> name;
    std::vector<Value<std::string>> members;
};

} // namespace twinhelm::config::model
