#include "common/config/lower/lower_probe.h"

#include <algorithm>

#include "common/config/model/effective.h"

namespace twinhelm::config
{

using namespace model;

namespace
{

health::Endpoint lowerEndpoint(const CheckConnection &connection, const IpAddress &address, std::uint16_t port)
{
    health::Endpoint out;
    out.address = connection.address.given ? *connection.address : address;
    out.port = connection.port.given ? *connection.port : port;
    if (connection.bindAddress.given)
        out.bindAddress = *connection.bindAddress;
    out.bindPort = *connection.bindPort;
    out.bindInterface = *connection.bindInterface;
    out.fwmark = *connection.fwmark;
    return out;
}

std::optional<health::Regex> lowerRegex(const Rare<HttpRegex> &regex)
{
    if (!regex->pattern.given)
        return std::nullopt;
    health::Regex out;
    out.pattern = *regex->pattern;
    out.noMatch = *regex->noMatch;
    for (const auto &option : regex->options)
        out.options.push_back(*option);
    if (regex->leastOffset.given)
        out.leastOffset = *regex->leastOffset;
    if (regex->mostOffset.given)
        out.mostOffset = *regex->mostOffset;
    return out;
}

std::optional<health::HttpProbe> lowerHttp(const Check &check, const EffectiveCheck &values)
{
    const auto &http = *check.as<HttpCheck>();
    health::HttpProbe out;
    using P = HttpCheck::Protocol;
    out.secure = check.kind == Check::Kind::Ssl;
    out.minorVersion = *http.protocol == P::Http11 || *http.protocol == P::Http11Close ? 1 : 0;
    out.closeHeader = *http.protocol == P::Http10Close || *http.protocol == P::Http11Close;
    out.sni = *http.enableSni || http.sniName.given;
    out.sniName = *http.sniName;
    out.fastRecovery = *http.fastRecovery;
    for (const auto &url : http.urls) {
        if (!url.path.given)
            continue;
        auto &one = out.urls.emplace_back();
        one.path = *url.path;
        one.virtualHost = url.virtualHost.given ? *url.virtualHost : *values.virtualHost;
        one.digest = *url.digest;
        one.tlsCompliant = url.tlsCompliant.given ? *url.tlsCompliant : *http.tlsCompliant;
        for (const auto &codes : url.statusCodes)
            one.statusCodes.push_back({codes->first, codes->last});
        if (one.statusCodes.empty())
            one.statusCodes.emplace_back();
        one.regex = lowerRegex(url.regex);
    }
    return out.urls.empty() ? std::nullopt : std::optional(std::move(out));
}

health::SmtpProbe lowerSmtp(const SmtpCheck &check, const health::Endpoint &endpoint)
{
    health::SmtpProbe out;
    if (check.heloName.given)
        out.heloName = *check.heloName;
    for (const auto &host : check.hosts)
        out.hosts.push_back(lowerEndpoint(host.connection, endpoint.address, endpoint.port));
    return out;
}

std::optional<health::MiscProbe> lowerMisc(const MiscCheck &check, const VirtualServer &service)
{
    if (!check.command.given)
        return std::nullopt;
    health::MiscProbe out;
    out.command = lowerProbeCommand(*check.command);
    if (check.user.given)
        out.command.user = *check.user;
    if (check.group.given)
        out.command.group = *check.group;
    out.timeout = *check.timeout > Duration::zero() ? *check.timeout : *service.timing.delayLoop;
    out.dynamic = *check.dynamic;
    return out;
}

int digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

/// Hexadecimal digits as bytes; X is any digit: zeros in `mask`.
void bytesOf(const std::string &hex, std::string &bytes, std::string *mask)
{
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
        int value = 0;
        int bits = 0;
        for (const char c : {hex[i], hex[i + 1]}) {
            const int number = digit(c);
            value = value * 16 + std::max(number, 0);
            bits = bits * 16 + (number < 0 ? 0 : 15);
        }
        bytes += static_cast<char>(value);
        if (mask)
            *mask += static_cast<char>(bits);
    }
}

health::UdpProbe lowerUdp(const UdpCheck &check)
{
    health::UdpProbe out;
    bytesOf(*check.payload, out.payload, nullptr);
    out.requireReply = *check.requireReply;
    bytesOf(*check.reply, out.reply, &out.replyMask);
    out.leastReply = static_cast<std::uint16_t>(std::min(*check.leastReply, 65535U));
    out.mostReply = static_cast<std::uint16_t>(std::min(*check.mostReply, 65535U));
    return out;
}

std::optional<health::FileProbe> lowerFile(const FileCheck &check, const NodeConfig &config)
{
    const auto file = std::find_if(config.files.begin(), config.files.end(),
                                   [&](const auto &one) { return *one.name == *check.file; });
    if (!check.file.given || file == config.files.end() || !file->path.given)
        return std::nullopt;
    health::FileProbe out;
    out.path = *file->path;
    out.weight = check.weight.given ? *check.weight : *file->weight;
    out.reverse = check.reverse.given ? *check.reverse : *file->reverse;
    return out;
}

std::optional<health::BfdProbe> lowerBfd(const BfdCheck &check, const NodeConfig &config)
{
    const bool known =
        std::any_of(config.bfds.begin(), config.bfds.end(), [&](const auto &one) { return *one.name == *check.name; });
    return check.name.given && known ? std::optional(health::BfdProbe{*check.name}) : std::nullopt;
}

/// False when the checker cannot be.
template<typename T>
bool put(health::Probe &probe, std::optional<T> kind)
{
    if (kind)
        probe.kind = std::move(*kind);
    return kind.has_value();
}

bool lowerKind(health::Probe &probe, const NodeConfig &config, const VirtualServer &service, const Check &check,
               const EffectiveCheck &values)
{
    switch (check.kind) {
    case Check::Kind::Tcp: probe.kind = health::TcpProbe{}; return true;
    case Check::Kind::Ping: probe.kind = health::PingProbe{}; return true;
    case Check::Kind::Http:
    case Check::Kind::Ssl: return put(probe, lowerHttp(check, values));
    case Check::Kind::Smtp: probe.kind = lowerSmtp(*check.as<SmtpCheck>(), probe.endpoint); return true;
    case Check::Kind::Dns: {
        const auto &dns = *check.as<DnsCheck>();
        probe.kind = health::DnsProbe{*dns.type, *dns.name};
        return true;
    }
    case Check::Kind::Misc: return put(probe, lowerMisc(*check.as<MiscCheck>(), service));
    case Check::Kind::Udp: probe.kind = lowerUdp(*check.as<UdpCheck>()); return true;
    case Check::Kind::File: return put(probe, lowerFile(*check.as<FileCheck>(), config));
    case Check::Kind::Bfd: return put(probe, lowerBfd(*check.as<BfdCheck>(), config));
    }
    return false;
}

} // namespace

health::Command lowerProbeCommand(const Command &command)
{
    return {command.argv, *command.user, *command.group};
}

std::optional<health::Probe> lowerProbe(const NodeConfig &config, const VirtualServer &service,
                                        const RealServer &server, const Check &check)
{
    const auto values = effective(service, server, check);
    health::Probe out;
    out.timing = {*values.delayLoop, *values.warmup, *values.retry, *values.delayBeforeRetry, *values.connectTimeout};
    out.endpoint = lowerEndpoint(*check.connection, *values.address, *values.port);
    out.startsFailed = *values.alpha;
    const auto &log = check.options->logAllFailures;
    out.logAllFailures = log.given ? *log : *config.global.ipvs.logAllFailures;
    return lowerKind(out, config, service, check, values) ? std::optional(std::move(out)) : std::nullopt;
}

} // namespace twinhelm::config
