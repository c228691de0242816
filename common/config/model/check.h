#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "common/base/ip_address.h"
#include "common/config/model/check_timing.h"
#include "common/config/model/command.h"
#include "common/config/model/http_check.h"
#include "common/config/model/rare.h"

namespace twinhelm::config::model
{

/// Where a check connects to and from.
struct CheckConnection {
    Value<IpAddress> address;
    Value<std::uint16_t> port;
    Value<IpAddress> bindAddress;
    Value<std::uint16_t> bindPort;
    Value<std::string> bindInterface;
    Value<unsigned> fwmark;
};

/// What few checkers say themselves; not given: as the real server says.
struct CheckOptions {
    CheckTiming timing;
    Value<bool> alpha;
    Value<bool> logAllFailures; ///< not given: checker_log_all_failures
};

/// A host block of SMTP_CHECK, deprecated.
struct SmtpHost {
    SourceRange range; ///< of the block's header
    CheckConnection connection;
    Value<Duration> connectTimeout;
    CheckOptions options;
};

struct SmtpCheck {
    Value<std::string> heloName;
    std::vector<SmtpHost> hosts;
};

struct DnsCheck {
    Value<std::string> type{std::string("SOA")}; ///< as written
    Value<std::string> name{std::string(".")};
};

struct MiscCheck {
    Value<Command> command;
    Value<Duration> timeout; ///< not given or zero: the virtual server's delay_loop
    Value<bool> dynamic;
    Value<std::string> user;
    Value<std::string> group;
};

struct UdpCheck {
    Value<std::string> payload; ///< hex digits without blanks
    Value<bool> requireReply;
    Value<std::string> reply; ///< hex digits and XX; empty: any
    Value<unsigned> leastReply;
    Value<unsigned> mostReply{255};
};

struct FileCheck {
    Value<std::string> file; ///< name of a track_file
    Value<int> weight;       ///< not given: the file's
    Value<bool> reverse;
};

struct BfdCheck {
    Value<std::string> name; ///< of a bfd_instance
};

/// One checker of a real server.
struct Check {
    enum class Kind : std::uint8_t { Tcp, Http, Ssl, Smtp, Dns, Misc, Udp, Ping, File, Bfd };

    Kind kind = Kind::Tcp;
    SourceRange range; ///< of the block's header
    Value<Duration> connectTimeout;
    Rare<CheckOptions> options;
    Rare<CheckConnection> connection;
    /// What only this kind has; monostate for TCP_CHECK and PING_CHECK.
    std::variant<std::monostate, Rare<HttpCheck>, Rare<SmtpCheck>, Rare<DnsCheck>, Rare<MiscCheck>, Rare<UdpCheck>,
                 Rare<FileCheck>, Rare<BfdCheck>>
        own;

    /// check.as<HttpCheck>() for HTTP_GET and SSL_GET; nullptr for another kind.
    template<typename T>
    [[nodiscard]] const T *as() const
    {
        const auto *held = std::get_if<Rare<T>>(&own);
        return held ? &**held : nullptr;
    }
    template<typename T>
    [[nodiscard]] T &edit()
    {
        auto *held = std::get_if<Rare<T>>(&own);
        return (held ? *held : own.template emplace<Rare<T>>()).edit();
    }
};

} // namespace twinhelm::config::model
