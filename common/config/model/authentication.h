#pragma once

#include <string>

#include "common/base/secret.h"
#include "common/config/model/value.h"

namespace twinhelm::config::model
{

struct Authentication {
    SourceRange range;       ///< of the block's header; empty without a block
    Value<std::string> type; ///< as written: PASS, AH
    Value<Secret> password;  ///< as written, not cut
};

} // namespace twinhelm::config::model
