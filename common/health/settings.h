#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "common/base/ip_address.h"
#include "common/base/time.h"

/// How real servers are checked and what follows from it: plain values, lowered from the configuration model by
/// config::lowerBalancer(). Every value is the one that counts: a checker's own, else its real server's, else its
/// virtual server's, else keepalived's default (language.md section 4).
namespace twinhelm::health
{

/// A script to be run. argv[0] is the program; user and group empty: the default script user.
struct Command {
    std::vector<std::string> argv;
    std::string user;
    std::string group;
    friend bool operator==(const Command &, const Command &) = default;
};

struct Timing {
    Duration delayLoop = std::chrono::seconds(60);
    Duration warmup = std::chrono::seconds(60); ///< the first check comes at a random time up to this
    unsigned retries = 1;                       ///< further tries before the server is down
    Duration delayBeforeRetry = std::chrono::seconds(1);
    Duration connectTimeout = std::chrono::seconds(5);
    friend bool operator==(const Timing &, const Timing &) = default;
};

struct Endpoint {
    IpAddress address;
    std::uint16_t port = 0;
    std::optional<IpAddress> bindAddress;
    std::uint16_t bindPort = 0; ///< 0: any
    std::string bindInterface;
    std::uint32_t fwmark = 0;
    friend bool operator==(const Endpoint &, const Endpoint &) = default;
};

struct Codes {
    std::uint16_t first = 200;
    std::uint16_t last = 299;
    friend bool operator==(const Codes &, const Codes &) = default;
};

struct Regex {
    std::string pattern; ///< PCRE2
    bool noMatch = false;
    std::vector<std::string> options; ///< PCRE2 names in lower case
    std::optional<std::size_t> leastOffset;
    std::optional<std::size_t> mostOffset;
    friend bool operator==(const Regex &, const Regex &) = default;
};

struct Url {
    std::string path;
    std::string virtualHost; ///< empty: the server's address and port
    std::vector<Codes> statusCodes;
    std::string digest; ///< MD5 of the body in hexadecimal; empty: any
    std::optional<Regex> regex;
    bool tlsCompliant = false;
    friend bool operator==(const Url &, const Url &) = default;
};

struct TcpProbe {
    friend bool operator==(const TcpProbe &, const TcpProbe &) = default;
};
struct PingProbe {
    friend bool operator==(const PingProbe &, const PingProbe &) = default;
};
struct HttpProbe {
    bool secure = false;
    unsigned minorVersion = 0; ///< HTTP/1.0 or 1.1
    bool closeHeader = false;  ///< "Connection: close" is sent
    bool sni = false;
    std::string sniName; ///< empty: the virtual host
    bool fastRecovery = false;
    std::vector<Url> urls; ///< all must be answered well
    friend bool operator==(const HttpProbe &, const HttpProbe &) = default;
};
struct SmtpProbe {
    std::string heloName = "smtpchecker.keepalived.org";
    std::vector<Endpoint> hosts; ///< empty: the probe's endpoint
    friend bool operator==(const SmtpProbe &, const SmtpProbe &) = default;
};
struct DnsProbe {
    std::string type = "SOA";
    std::string name = ".";
    friend bool operator==(const DnsProbe &, const DnsProbe &) = default;
};
struct MiscProbe {
    Command command;
    Duration timeout = std::chrono::seconds(60);
    bool dynamic = false; ///< exit codes 2..255 set the weight
    friend bool operator==(const MiscProbe &, const MiscProbe &) = default;
};
struct UdpProbe {
    std::string payload; ///< bytes
    bool requireReply = false;
    std::string reply;     ///< bytes that must come; empty: any
    std::string replyMask; ///< as long as `reply`: bits that count
    std::uint16_t leastReply = 0;
    std::uint16_t mostReply = 255;
    friend bool operator==(const UdpProbe &, const UdpProbe &) = default;
};
struct FileProbe {
    std::string path;
    int weight = 1;
    bool reverse = false;
    friend bool operator==(const FileProbe &, const FileProbe &) = default;
};
struct BfdProbe {
    std::string session; ///< name of a bfd_instance
    friend bool operator==(const BfdProbe &, const BfdProbe &) = default;
};

struct Probe {
    Timing timing;
    Endpoint endpoint;
    bool startsFailed = false; ///< alpha
    bool logAllFailures = false;
    std::variant<TcpProbe, PingProbe, HttpProbe, SmtpProbe, DnsProbe, MiscProbe, UdpProbe, FileProbe, BfdProbe> kind;
    friend bool operator==(const Probe &, const Probe &) = default;
};

/// One real server; the destination with the same number in the ipvs::Service.
struct Server {
    int weight = 1;
    bool startsDown = false; ///< alpha
    bool inhibitOnFailure = false;
    bool smtpAlert = true;
    std::optional<Command> notifyUp;
    std::optional<Command> notifyDown;
    std::vector<Probe> probes; ///< empty: always up
    friend bool operator==(const Server &, const Server &) = default;
};

/// One virtual server; the ipvs::Service with the same number.
struct Service {
    bool alpha = false;
    bool omega = false;
    bool haSuspend = false;
    bool smtpAlert = false;
    std::uint32_t quorum = 1; ///< never above the sum of all weights
    std::uint32_t hysteresis = 0;
    std::optional<Command> quorumUp;
    std::optional<Command> quorumDown;
    std::vector<Server> servers;
    friend bool operator==(const Service &, const Service &) = default;
};

struct Tls {
    std::string authorities;
    std::string certificate;
    std::string key;
    std::string password; ///< never to be logged
    friend bool operator==(const Tls &, const Tls &) = default;
};

struct NodeSettings {
    bool initNotifies = false;   ///< rs_init_notifies
    bool noCheckerMails = false; ///< mails only when the server changes, not with each of its probes
    std::optional<Tls> tls;      ///< what HTTPS probes show
    std::vector<Service> services;
    friend bool operator==(const NodeSettings &, const NodeSettings &) = default;
};

} // namespace twinhelm::health
