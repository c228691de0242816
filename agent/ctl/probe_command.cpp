#include "agent/ctl/probe_command.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

#include <boost/json.hpp>

#include "agent/checks/run_once.h"
#include "agent/ctl/exit_code.h"
#include "agent/ctl/probed_servers.h"
#include "agent/ctl/text.h"
#include "agent/ctl/text_source.h"
#include "common/config/lower/lower_balancer.h"
#include "common/health/dns_message.h"
#include "common/health/names.h"
#include "common/health/pattern.h"
#include "common/health/words.h"
#include "common/simulate/duration_text.h"

namespace twinhelm::ctl
{

namespace
{

constexpr auto code = "A0497";
constexpr auto kinds = "tcp, http, https, smtp, dns, udp and ping";

template<typename Number>
std::optional<Number> numberIn(std::string_view text, Number least, Number most)
{
    Number out{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (text.empty() || error != std::errc() || end != text.data() + text.size() || out < least || out > most)
        return std::nullopt;
    return out;
}

Result<std::vector<health::Codes>> codesOf(std::string_view text)
{
    std::vector<health::Codes> out;
    while (!text.empty()) {
        const auto one = text.substr(0, text.find(','));
        const auto first = numberIn<std::uint16_t>(one.substr(0, one.find('-')), 100, 599);
        const auto dash = one.find('-');
        const auto last =
            dash == std::string_view::npos ? first : numberIn<std::uint16_t>(one.substr(dash + 1), 100, 599);
        if (!first || !last || *last < *first)
            return fail(code, std::string(one) + " is no range of status codes.", "Write --code 200-299,404.");
        out.push_back({*first, *last});
        text.remove_prefix(std::min(text.size(), one.size() + 1));
    }
    return out;
}

Result<health::HttpProbe> httpOf(const ProbeWanted &wanted, bool secure)
{
    health::HttpProbe out;
    out.secure = secure;
    out.minorVersion = wanted.version == "1.1" ? 1 : 0;
    out.sni = !wanted.serverName.empty() || (secure && !wanted.host.empty());
    out.sniName = wanted.serverName;
    auto &url = out.urls.emplace_back();
    url.path = wanted.path;
    url.virtualHost = wanted.host;
    url.digest = wanted.digest;
    auto codes = codesOf(wanted.codes);
    if (!codes)
        return tl::unexpected(codes.error());
    url.statusCodes = std::move(*codes);
    if (!wanted.regex.empty()) {
        url.regex.emplace().pattern = wanted.regex;
        if (const auto pattern = health::Pattern::compile(*url.regex); !pattern)
            return fail(code, "The regex is wrong at byte " + std::to_string(pattern.error().offset) + ": " +
                                  pattern.error().text + '.');
    }
    return out;
}

std::optional<std::uint16_t> usualPort(const std::string &kind)
{
    if (kind == "http")
        return 80;
    if (kind == "https")
        return 443;
    if (kind == "smtp")
        return 25;
    if (kind == "dns")
        return 53;
    if (kind == "ping")
        return 0;
    return std::nullopt;
}

Result<void> takeKind(health::Probe &probe, const ProbeWanted &wanted)
{
    const auto &kind = wanted.words.front();
    if (kind == "tcp") {
        probe.kind = health::TcpProbe{};
    } else if (kind == "ping") {
        probe.kind = health::PingProbe{};
    } else if (kind == "smtp") {
        health::SmtpProbe smtp;
        if (!wanted.helo.empty())
            smtp.heloName = wanted.helo;
        probe.kind = smtp;
    } else if (kind == "udp") {
        probe.kind =
            health::UdpProbe{wanted.payload, wanted.requireReply || !wanted.reply.empty(), wanted.reply, {}, 0, 65535};
    } else if (kind == "dns") {
        if (!health::dnsType(wanted.type))
            return fail(code, "There is no record type " + wanted.type + '.',
                        "DNS_CHECK knows A, NS, CNAME, SOA, MX, TXT, AAAA, RRSIG and DNSKEY.");
        probe.kind = health::DnsProbe{wanted.type, wanted.name};
    } else {
        auto http = httpOf(wanted, kind == "https");
        if (!http)
            return tl::unexpected(http.error());
        probe.kind = std::move(*http);
    }
    return {};
}

std::string milliseconds(Duration time)
{
    std::array<char, 32> out{};
    (void)std::snprintf(out.data(), out.size(), "%9.1f ms", std::chrono::duration<double, std::milli>(time).count());
    return out.data();
}

void print(const NamedProbe &probe, const health::Outcome &outcome, const Streams &io)
{
    io.out << (outcome.passed() ? "passed  " : "FAILED  ") << probe.name << '\n';
    for (const auto &step : outcome.steps)
        io.out << "  " << milliseconds(step.at) << "  " << printable(step.text) << '\n';
    io.out << "  " << milliseconds(outcome.took) << "  " << printable(outcome.text) << '\n';
    if (outcome.certificateDays)
        io.out << "                the certificate expires in " << *outcome.certificateDays << " days\n";
    if (outcome.weight)
        io.out << "                asks for weight " << *outcome.weight << '\n';
}

boost::json::object jsonOf(const NamedProbe &probe, const health::Outcome &outcome)
{
    const auto inMilliseconds = [](Duration time) { return std::chrono::duration<double, std::milli>(time).count(); };
    boost::json::object out{{"probe", probe.name},
                            {"passed", outcome.passed()},
                            {"reason", std::string(health::reasonName(outcome.reason))},
                            {"text", outcome.text},
                            {"took_ms", inMilliseconds(outcome.took)}};
    if (outcome.weight)
        out["weight"] = *outcome.weight;
    if (outcome.certificateDays)
        out["certificate_days"] = *outcome.certificateDays;
    auto &steps = out["steps"].emplace_array();
    for (const auto &step : outcome.steps)
        steps.push_back({{"at_ms", inMilliseconds(step.at)}, {"text", step.text}});
    return out;
}

int runAll(const std::vector<NamedProbe> &probes, const checks::ProbeContext &context, const ProbeWanted &wanted,
           const Streams &io)
{
    bool passed = true;
    boost::json::array all;
    for (const auto &one : probes) {
        const auto outcome = checks::runOnce(one.probe, context, {.keepSteps = true, .verifyPeer = wanted.verify});
        passed = passed && outcome.passed();
        if (wanted.json)
            all.push_back(jsonOf(one, outcome));
        else
            print(one, outcome, io);
    }
    if (wanted.json)
        io.out << boost::json::serialize(all) << '\n';
    return passed ? exit_code::ok : exit_code::refused;
}

int probeConfigured(const ProbeWanted &wanted, const Streams &io)
{
    const auto source = readText(wanted.words[0], io);
    if (!source)
        return io.complain(source.error(), exit_code::unreadable);
    const auto loaded = loadSource(*source, wanted.node);
    const auto probes = probesAt(loaded.model, wanted.words[1]);
    if (!probes)
        return io.complain(probes.error(), exit_code::usage);
    checks::ProbeContext context;
    context.scriptUser = loaded.settings.defaultScriptUser;
    context.scriptGroup = loaded.settings.defaultScriptGroup;
    context.scriptSecurity = loaded.settings.scriptSecurity;
    context.tls = config::lowerBalancer(loaded.model).health.tls;
    return runAll(*probes, context, wanted, io);
}

} // namespace

Result<health::Probe> adHocProbe(const ProbeWanted &wanted)
{
    const auto &kind = wanted.words.front();
    const auto usual = usualPort(kind);
    if (!usual && kind != "tcp" && kind != "udp")
        return fail(code, "There is no probe " + kind + '.', std::string("There are ") + kinds + '.');
    const auto address = wanted.words.size() > 1 ? IpAddress::parse(wanted.words[1]) : std::nullopt;
    if (!address)
        return fail(code, "A probe needs an address.", "Write twinhelmctl probe " + kind + " 10.0.0.7.");
    if (wanted.words.size() < 3 && !usual)
        return fail(code, "A " + kind + " probe needs a port.", "Write it after the address.");
    health::Probe out;
    out.endpoint.address = *address;
    out.endpoint.port = usual.value_or(0);
    if (wanted.words.size() > 2) {
        const auto port = numberIn<std::uint16_t>(wanted.words[2], 1, 65535);
        if (!port)
            return fail(code, wanted.words[2] + " is no port.", "Ports are 1 to 65535.");
        out.endpoint.port = *port;
    }
    const auto timeout = simulate::parseDuration(wanted.timeout);
    if (!timeout || *timeout <= Duration::zero())
        return fail(code, wanted.timeout + " is no duration.", "Write --timeout 5s or 500ms.");
    out.timing.connectTimeout = *timeout;
    out.timing.delayLoop = *timeout;
    out.endpoint.bindInterface = wanted.bindInterface;
    out.endpoint.fwmark = wanted.fwmark;
    if (!wanted.bindAddress.empty()) {
        out.endpoint.bindAddress = IpAddress::parse(wanted.bindAddress);
        if (!out.endpoint.bindAddress)
            return fail(code, wanted.bindAddress + " is no address.", "Write --bindto 10.0.0.5.");
    }
    if (auto taken = takeKind(out, wanted); !taken)
        return tl::unexpected(taken.error());
    return out;
}

int probe(const ProbeWanted &wanted, const Streams &io)
{
    const bool configured =
        wanted.words.size() == 2 && !usualPort(wanted.words[0]) && wanted.words[0] != "tcp" && wanted.words[0] != "udp";
    if (configured)
        return probeConfigured(wanted, io);
    auto probe = adHocProbe(wanted);
    if (!probe)
        return io.complain(probe.error(), exit_code::usage);
    auto name = wanted.words[0];
    name += ' ' + (wanted.words[0] == "ping" ? probe->endpoint.address.toString() : health::toString(probe->endpoint));
    return runAll({{name, std::move(*probe)}}, {}, wanted, io);
}

} // namespace twinhelm::ctl
