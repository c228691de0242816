#pragma once

#include <cstdint>
#include <vector>

#include "common/base/secret.h"
#include "common/base/time.h"
#include "common/config/model/value.h"

namespace twinhelm::config::model
{

/// auth_hmac of an instance (keepalived 2.4): authentication for version 3.
struct AuthHmac {
    struct Key {
        Value<unsigned> id;
        Value<Secret> text; ///< as written: plain, hex:..., file:...
    };
    enum class AntiReplay : std::uint8_t { Time, Monotonic };
    enum class Mode : std::uint8_t { Enforce, Permissive, ReceiveOnly };

    SourceRange range; ///< of the block's header
    std::vector<Key> keys;
    Value<unsigned> activeKey;
    Value<Duration> timeWindow; ///< not given: three adverts, at least 5 s
    Value<AntiReplay> antiReplay;
    Value<Mode> mode;
};

} // namespace twinhelm::config::model
