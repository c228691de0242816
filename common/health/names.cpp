#include "common/health/names.h"

#include <array>

namespace twinhelm::health
{

namespace
{

std::string inBrackets(const IpAddress &address)
{
    return '[' + address.toString() + ']';
}

} // namespace

std::string serverName(const ipvs::Service &service, const ipvs::Destination &destination)
{
    static constexpr std::array<std::string_view, 3> protocols{"tcp", "udp", "sctp"};
    const bool marked = service.listeners.empty() || service.listeners.front().byMark;
    const auto protocol =
        marked ? std::string_view("none") : protocols.at(static_cast<std::size_t>(service.listeners.front().protocol));
    return inBrackets(destination.address) + ':' + std::string(protocol) + ':' + std::to_string(destination.port);
}

std::string addressAndPort(const IpAddress &address, std::uint16_t port)
{
    return (address.isV4() ? address.toString() : inBrackets(address)) + ':' + std::to_string(port);
}

bool isCalled(const ipvs::Service &service, const ipvs::Destination &destination, std::string_view words)
{
    return words == serverName(service, destination) ||
           words == addressAndPort(destination.address, destination.port) || words == destination.address.toString();
}

std::string_view kindName(const Probe &probe)
{
    struct Namer {
        std::string_view operator()(const TcpProbe &) const { return "TCP_CHECK"; }
        std::string_view operator()(const PingProbe &) const { return "PING_CHECK"; }
        std::string_view operator()(const HttpProbe &http) const { return http.secure ? "SSL_GET" : "HTTP_GET"; }
        std::string_view operator()(const SmtpProbe &) const { return "SMTP_CHECK"; }
        std::string_view operator()(const DnsProbe &) const { return "DNS_CHECK"; }
        std::string_view operator()(const MiscProbe &) const { return "MISC_CHECK"; }
        std::string_view operator()(const UdpProbe &) const { return "UDP_CHECK"; }
        std::string_view operator()(const FileProbe &) const { return "FILE_CHECK"; }
        std::string_view operator()(const BfdProbe &) const { return "BFD_CHECK"; }
    };
    return std::visit(Namer{}, probe.kind);
}

std::string probeName(const Probe &probe)
{
    const std::string kind(kindName(probe));
    if (const auto *const script = std::get_if<MiscProbe>(&probe.kind))
        return kind + ' ' + (script->command.argv.empty() ? std::string() : script->command.argv.front());
    if (const auto *const file = std::get_if<FileProbe>(&probe.kind))
        return kind + " of " + file->path;
    if (const auto *const bfd = std::get_if<BfdProbe>(&probe.kind))
        return kind + ' ' + bfd->session;
    if (std::holds_alternative<PingProbe>(probe.kind))
        return kind + " of " + probe.endpoint.address.toString();
    return kind + " of " + addressAndPort(probe.endpoint.address, probe.endpoint.port);
}

std::string_view reasonName(Reason reason)
{
    switch (reason) {
    case Reason::Answered: return "answered";
    case Reason::ConnectRefused: return "connect_refused";
    case Reason::ConnectTimedOut: return "connect_timed_out";
    case Reason::Unreachable: return "unreachable";
    case Reason::ReplyTimedOut: return "reply_timed_out";
    case Reason::ClosedEarly: return "closed_early";
    case Reason::TlsFailed: return "tls_failed";
    case Reason::BadStatus: return "bad_status";
    case Reason::BadDigest: return "bad_digest";
    case Reason::BadPattern: return "bad_pattern";
    case Reason::NotUnderstood: return "not_understood";
    case Reason::TooMuch: return "too_much";
    case Reason::ScriptFailed: return "script_failed";
    case Reason::ScriptTimedOut: return "script_timed_out";
    case Reason::CannotRun: return "cannot_run";
    case Reason::Cancelled: return "cancelled";
    }
    return "?";
}

} // namespace twinhelm::health
