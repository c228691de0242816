#pragma once

#include "common/config/model/virtual_server.h"

namespace twinhelm::config::model
{

/// The values that count for one checker: its own, else its real server's, else its virtual server's, else
/// keepalived's default for this kind of checker (language.md section 4).
struct EffectiveCheck {
    Value<unsigned> retry;
    Value<Duration> delayBeforeRetry;
    Value<Duration> warmup;
    Value<Duration> delayLoop;
    Value<Duration> connectTimeout;
    Value<bool> alpha;
    Value<IpAddress> address;
    Value<std::uint16_t> port;
    Value<std::string> virtualHost;
};
[[nodiscard]] EffectiveCheck effective(const VirtualServer &service, const RealServer &server, const Check &check);

/// The same for a real server.
struct EffectiveServer {
    Value<std::uint16_t> port;
    Value<int> weight;
    Value<Forwarding> forwarding;
    Value<bool> inhibitOnFailure;
    Value<bool> alpha;
    Value<bool> smtpAlert; ///< not given: as global_defs says
    Value<std::string> virtualHost;
};
[[nodiscard]] EffectiveServer effective(const VirtualServer &service, const RealServer &server);

} // namespace twinhelm::config::model
