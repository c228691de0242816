#include "common/health/notices.h"

#include "common/health/names.h"

namespace twinhelm::health
{

namespace
{

const char *word(bool up)
{
    return up ? "UP" : "DOWN";
}

Mail serverMail(const std::string &server, const std::string &service, bool up, const std::string &text)
{
    return {"Realserver " + server + " of virtual server " + service + " - " + word(up), "=> " + text + " <="};
}

/// Each of keepalived's checkers has its own way to say it.
std::string probeText(const Probe &probe, bool passed, const std::string &why)
{
    const auto because = [&](const char *before) { return passed || why.empty() ? std::string() : before + why; };
    const std::string result = passed ? "succeed" : "failed";
    if (std::holds_alternative<MiscProbe>(probe.kind))
        return passed ? "MISC CHECK succeeded on service" : "MISC CHECK failed on service";
    if (std::holds_alternative<DnsProbe>(probe.kind))
        return "DNS_CHECK: " + result + " on service" + because(" : ");
    if (std::holds_alternative<HttpProbe>(probe.kind) || std::holds_alternative<SmtpProbe>(probe.kind))
        return "CHECK " + result + " on service" + because(" : ");
    std::string kind(kindName(probe));
    kind.resize(kind.find('_'));
    return kind + " CHECK " + result + " on service";
}

} // namespace

std::string serverLine(const std::string &server, const std::string &service, bool up)
{
    return "RS " + server + ' ' + service + ' ' + word(up) + '\n';
}

std::string serviceLine(const std::string &service, bool up)
{
    return "VS " + service + ' ' + word(up) + '\n';
}

Mail probeMail(const std::string &server, const std::string &service, const Probe &probe, bool passed, bool up,
               const std::string &why)
{
    return serverMail(server, service, up, probeText(probe, passed, why));
}

Mail farewellMail(const std::string &server, const std::string &service, Farewell farewell)
{
    return serverMail(server, service, false, farewell == Farewell::Removing ? "Removing" : "Shutting down");
}

Mail quorumMail(const std::string &service, const QuorumTelling &telling)
{
    Mail out{"Virtualserver " + service + " - " + word(telling.up), "=> Shutting down <="};
    if (telling.stopping)
        return out;
    const auto threshold = telling.up ? std::uint64_t{telling.quorum} + telling.hysteresis
                                      : std::uint64_t{telling.quorum} - telling.hysteresis;
    const std::string what = telling.atStart ? (telling.up ? "Starting with quorum up" : "Starting with quorum down")
                                             : (telling.up ? "Gained quorum" : "Lost quorum");
    out.body = "=> " + what + ' ' + std::to_string(telling.quorum) + (telling.up ? "+" : "-") +
               std::to_string(telling.hysteresis) + '=' + std::to_string(threshold) + (telling.up ? " <= " : " > ") +
               std::to_string(telling.liveWeight) + " <=";
    return out;
}

} // namespace twinhelm::health
