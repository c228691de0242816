#pragma once

#include <span>
#include <string>
#include <vector>

#include "common/ipvs/settings.h"

/// The other end of DR and TUN: what a real server needs so that it takes packets for a virtual address and does not
/// answer for it on the wire. Pure; a real server needs nothing of ours, only ip, sysctl and systemd.
namespace twinhelm::ipvs
{

/// A virtual address that this real server serves.
struct ServedAddress {
    IpAddress address;
    Forwarding forwarding;       ///< DR or TUN
    Family outer = Family::IPv4; ///< TUN: of the packets that carry the others
    friend bool operator==(const ServedAddress &, const ServedAddress &) = default;
};

struct RealServerSettings {
    std::vector<ServedAddress> addresses; ///< each once for each way it comes
    std::string device = "lo";            ///< where those of DR stand; another name than lo: a dummy device
    friend bool operator==(const RealServerSettings &, const RealServerSettings &) = default;
};

/// What the director's settings say about the real server with these addresses.
struct RealServerPart {
    RealServerSettings settings;
    std::vector<std::string> notes; ///< what cannot be known from there, or is to be set elsewhere; a sentence each
};
[[nodiscard]] RealServerPart realServerPart(const NodeSettings &director, std::span<const IpAddress> own);

/// The device through which the packets of a tunnel come in, and the module that makes it.
struct TunnelDevice {
    std::string name;
    std::string module;
    friend bool operator==(const TunnelDevice &, const TunnelDevice &) = default;
};
[[nodiscard]] TunnelDevice tunnelDevice(const ServedAddress &address);
/// Where the address is to stand.
[[nodiscard]] std::string deviceOf(const RealServerSettings &settings, const ServedAddress &address);

inline constexpr auto realServerSysctlFile = "/etc/sysctl.d/90-twinhelm-realserver.conf";
inline constexpr auto realServerUnit = "twinhelm-realserver.service";
inline constexpr auto realServerUnitFile = "/etc/systemd/system/twinhelm-realserver.service";

/// The content of realServerSysctlFile, of realServerUnitFile, and the shell script that writes both and puts them
/// into force, now and after every boot; it may run any number of times, here or through SSH.
[[nodiscard]] std::string realServerSysctls(const RealServerSettings &settings);
[[nodiscard]] std::string realServerUnitText(const RealServerSettings &settings);
[[nodiscard]] std::string realServerScript(const RealServerSettings &settings);

} // namespace twinhelm::ipvs
