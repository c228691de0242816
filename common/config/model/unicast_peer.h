#pragma once

#include "common/base/ip_address.h"
#include "common/config/model/value.h"

namespace twinhelm::config::model
{

/// One line of unicast_peer: ADDR [min_ttl N] [max_ttl N].
struct UnicastPeer : Value<IpAddress> {
    using Value<IpAddress>::Value;

    Value<unsigned> leastTtl;
    Value<unsigned> mostTtl{255};
};

} // namespace twinhelm::config::model
