#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/base/ip_address.h"
#include "common/config/model/real_server.h"

namespace twinhelm::config::model
{

enum class Protocol : std::uint8_t { Tcp, Udp, Sctp };

struct SorryServer {
    Value<IpAddress> address;
    Value<std::uint16_t> port; ///< not given: the virtual server's
    Value<bool> inhibit;
    Value<Forwarding> forwarding; ///< not given: the virtual server's
};

/// What a checker of a real server refers to.
struct NamedCheck {
    bool bfd = false; ///< a bfd_instance; else a track_file
    Value<std::string> name;
};

struct VirtualServer {
    /// What follows the keyword: ADDRESS [PORT], fwmark N, group NAME.
    enum class Kind : std::uint8_t { Address, Fwmark, Group };

    SourceRange range; ///< of the block's header
    Kind kind = Kind::Address;
    Value<IpAddress> address;
    Value<std::uint16_t> port;
    Value<unsigned> fwmark;
    Value<std::string> group;

    Value<Family> family;                             ///< ip_family
    Value<Protocol> protocol{Protocol::Udp};          ///< not given: UDP, with an error
    Value<std::string> scheduler{std::string("wlc")}; ///< as written: rr, wlc, ...
    Value<bool> schedulerFlag1;                       ///< sh-fallback, mh-fallback
    Value<bool> schedulerFlag2;                       ///< sh-port, mh-port
    Value<bool> schedulerFlag3;
    std::vector<Value<std::string>> misplacedFlags; ///< sh-... and mh-... that their scheduler does not stand above
    Value<bool> hashed;                             ///< historic, without effect
    Value<bool> onePacket;
    Value<Forwarding> forwarding;
    Value<std::string> persistenceEngine;
    Value<unsigned> persistenceTimeout;     ///< seconds; 0: no persistence
    Value<unsigned> persistenceGranularity; ///< prefix length
    Value<bool> haSuspend;
    Value<bool> alpha;
    Value<bool> omega;
    Value<bool> inhibitOnFailure;
    Value<bool> smtpAlert;
    Value<unsigned> quorum{1};
    Value<unsigned> hysteresis;
    Value<Command> quorumUp;
    Value<Command> quorumDown;
    Value<int> weight{1};
    CheckTiming timing;
    Value<Duration> connectTimeout{std::chrono::seconds(5)};
    Value<std::string> virtualHost;
    Value<std::string> snmpName;
    Rare<SorryServer> sorryServer;
    std::vector<NamedCheck> namedChecks; ///< of its real servers, so that nobody must look through all of them
    std::vector<RealServer> realServers;
};

} // namespace twinhelm::config::model
