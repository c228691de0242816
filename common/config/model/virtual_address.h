#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "common/base/ip_address.h"
#include "common/config/model/value.h"

namespace twinhelm::config::model
{

/// One line of virtual_ipaddress, virtual_ipaddress_excluded or static_ipaddress (language.md section 2).
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
    bool home = false;            ///< IPv6: the home address flag
    bool manageTemporary = false; ///< IPv6: mngtmpaddr
    bool autojoin = false;
    bool useVmac = false;                                  ///< on a VMAC of its device; not for static ones
    Value<std::optional<std::uint32_t>> preferredLifetime; ///< seconds; nothing: forever
    Value<std::string> trackGroup;                         ///< static ones only
};

} // namespace twinhelm::config::model
