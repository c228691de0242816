#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/base/ip_address.h"
#include "common/base/time.h"

/// What the kernel's virtual servers are to be: plain values, lowered from the configuration model by
/// config::lowerBalancer(). Nothing here knows files, keywords or source ranges.
namespace twinhelm::ipvs
{

enum class Protocol : std::uint8_t { Tcp, Udp, Sctp };
enum class Method : std::uint8_t { Nat, Direct, Tunnel };
enum class TunnelType : std::uint8_t { Ipip, Gue, Gre };
enum class TunnelChecksum : std::uint8_t { None, Checksum, Remote };

struct Forwarding {
    Method method = Method::Nat;
    TunnelType tunnel = TunnelType::Ipip;
    TunnelChecksum checksum = TunnelChecksum::None;
    std::uint16_t port = 0; ///< gue
    friend bool operator==(const Forwarding &, const Forwarding &) = default;
};

/// What packets a service takes: those for some addresses and a port, or those with a firewall mark.
struct Listener {
    bool byMark = false;
    Family family = Family::IPv4;
    Protocol protocol = Protocol::Tcp; ///< not for marks
    IpAddress address;
    std::uint32_t count = 1; ///< addresses from `address` on
    std::uint16_t port = 0;  ///< 0: every port
    std::uint32_t mark = 0;
    friend bool operator==(const Listener &, const Listener &) = default;
};

struct Destination {
    IpAddress address;
    std::uint16_t port = 0;
    int weight = 1; ///< 0: no new connections
    Forwarding forwarding;
    std::uint32_t upperThreshold = 0; ///< connections; 0: no limit
    std::uint32_t lowerThreshold = 0;
    friend bool operator==(const Destination &, const Destination &) = default;
};

/// One virtual_server. With a group it is one service for each of its listeners, all with the same destinations.
struct Service {
    std::string name; ///< as keepalived says it: [10.0.0.3]:tcp:80, FWM 1, GROUP
    std::vector<Listener> listeners;
    std::string scheduler = "wlc";
    bool flag1 = false; ///< sh-fallback, mh-fallback
    bool flag2 = false; ///< sh-port, mh-port
    bool flag3 = false;
    bool onePacket = false;
    std::uint32_t persistenceSeconds = 0; ///< 0: none
    std::uint8_t persistenceLength = 32;  ///< bits of a client's address that count
    std::string persistenceEngine;
    std::vector<Destination> destinations;
    std::optional<Destination> sorryServer; ///< while the quorum is lost
    bool sorryServerInhibits = false;       ///< then it waits in the table with weight 0 instead of outside
    friend bool operator==(const Service &, const Service &) = default;
};

/// Connections are copied to the other director while `instance` is MASTER, and taken from it while BACKUP.
struct SyncDaemon {
    std::string interface;
    std::string instance; ///< name of a vrrp_instance
    std::uint8_t id = 0;
    std::uint16_t mostLength = 0; ///< 0: the kernel's choice, as below
    std::uint16_t port = 0;
    std::uint8_t timeToLive = 0;
    std::optional<IpAddress> group;
    friend bool operator==(const SyncDaemon &, const SyncDaemon &) = default;
};

enum class FlushOnStop : std::uint8_t { No, All, OwnServices };

struct NodeSettings {
    std::optional<Duration> tcpTimeout; ///< nothing: the kernel's
    std::optional<Duration> tcpFinTimeout;
    std::optional<Duration> udpTimeout;
    bool flushAtStart = false;
    FlushOnStop flushOnStop = FlushOnStop::No;
    std::optional<SyncDaemon> syncDaemon;
    std::vector<Service> services;
    friend bool operator==(const NodeSettings &, const NodeSettings &) = default;
};

} // namespace twinhelm::ipvs
