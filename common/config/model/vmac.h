#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "common/base/ip_address.h"
#include "common/config/model/value.h"

namespace twinhelm::config::model
{

/// What may stand behind use_vmac.
struct Vmac {
    Value<std::string> name; ///< of the interface; not given: vrrp.VRID or vrrp6.VRID
    /// Not given: 00:00:5e:00:01|02:VRID. With five octets written, the VRID is the sixth.
    Value<std::array<std::uint8_t, 6>> address;
    bool endsInVrid = false;   ///< written with five octets
    Value<bool> netlinkNotify; ///< netlink_notify_msg
    Value<std::string> group;  ///< of interfaces
};

/// What may stand behind use_ipvlan.
struct Ipvlan {
    enum class Mode : std::uint8_t { Bridge, Private, Vepa };

    Value<Mode> mode;
    Value<std::string> name;
    Value<std::string> group;
    Value<Prefix> address; ///< source address of adverts
};

} // namespace twinhelm::config::model
