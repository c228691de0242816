#pragma once

#include <string>

#include "common/config/model/value.h"

namespace twinhelm::config::model
{

/// One line of a track_* block: NAME [weight N [reverse|noreverse]].
struct TrackEntry {
    SourceRange range;
    Value<std::string> name;
    Value<int> weight;   ///< not given: the weight of the definition
    Value<bool> reverse; ///< not given: as in the definition
};

} // namespace twinhelm::config::model
