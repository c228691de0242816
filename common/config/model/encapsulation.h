#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/base/ip_address.h"
#include "common/config/model/routing_name.h"
#include "common/config/model/value.h"

namespace twinhelm::config::model
{

/// "encap ..." of a route or next hop: the packet is wrapped on its way.
struct Encapsulation {
    enum class Kind : std::uint8_t { None, Ip, Ip6, Mpls, Ila };

    Value<Kind> kind;
    Value<std::uint64_t> id; ///< ip and ip6: tunnel id
    Value<IpAddress> destination;
    Value<IpAddress> source;
    Value<RoutingName> typeOfService; ///< ip: tos; ip6: tc
    Value<unsigned> timeToLive;       ///< ip: ttl; ip6: hoplimit
    Value<unsigned> flags;
    std::vector<std::uint32_t> labels; ///< mpls
    Value<std::string> locator;        ///< ila
};

} // namespace twinhelm::config::model
