#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "common/base/ip_address.h"
#include "common/config/model/value.h"

namespace twinhelm::config::model
{

/// One line of virtual_ipaddress or virtual_ipaddress_excluded (language.md section 2).
struct VirtualAddress {
    SourceRange range; ///< the whole entry
    Value<Prefix> prefix;
    Value<std::string> device;
    Value<std::string> label;
    Value<std::optional<IpAddress>> broadcast;
    bool broadcastDerived = false; ///< "brd +" or "brd -"
    Value<std::optional<Prefix>> peer;
    Value<std::uint8_t> scope;
    bool noDad = true;
    bool noPrefixRoute = false;
    bool noTrack = false;
    Value<std::optional<std::uint32_t>> preferredLifetime; ///< seconds; nothing: forever
};

} // namespace twinhelm::config::model
