#pragma once

#include <string>

#include "common/base/secret.h"
#include "common/config/model/value.h"

namespace twinhelm::config::model
{

/// The SSL block: what SSL_GET shows to servers. A later block replaces an earlier one.
struct Ssl {
    SourceRange range; ///< of the block's header
    Value<Secret> password;
    Value<std::string> authorities; ///< ca
    Value<std::string> certificate;
    Value<std::string> key;
};

} // namespace twinhelm::config::model
