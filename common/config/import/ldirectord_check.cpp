#include "common/config/import/ldirectord_check.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "common/config/model/read_value.h"

namespace twinhelm::config::import
{

using namespace model;

namespace
{

constexpr std::array known{"checktype",  "service",     "checkcommand", "checkport",    "request",
                           "receive",    "httpmethod",  "virtualhost",  "login",        "passwd",
                           "database",   "secret",      "load",         "checktimeout", "negotiatetimeout",
                           "checkcount", "failurecount"};

/// What ldirectord takes a port's service for.
constexpr std::array<std::pair<std::uint16_t, std::string_view>, 16> services{{{21, "ftp"},
                                                                               {25, "smtp"},
                                                                               {53, "dns"},
                                                                               {80, "http"},
                                                                               {110, "pop"},
                                                                               {119, "nntp"},
                                                                               {143, "imap"},
                                                                               {389, "ldap"},
                                                                               {443, "https"},
                                                                               {587, "submission"},
                                                                               {636, "ldaps"},
                                                                               {993, "imaps"},
                                                                               {995, "pops"},
                                                                               {3128, "http_proxy"},
                                                                               {3306, "mysql"},
                                                                               {5060, "sip"}}};

unsigned numberOr(const Setting *setting, unsigned otherwise)
{
    const auto number = setting ? readUnsigned(setting->value.text) : std::nullopt;
    return number && *number >= 1 && *number <= 1000000 ? static_cast<unsigned>(*number) : otherwise;
}

} // namespace

LdirectordCheck::LdirectordCheck(const LdirectordService &service, const std::vector<Setting> &global,
                                 const VirtualServer &server, ImportResult &result)
    : service_(service), server_(server), result_(result), range_(service.header.line.range)
{
    const auto setting = [&](std::string_view name) {
        const auto *own = find(service_.settings, name);
        return own ? own : find(global, name);
    };
    const bool negotiates = value("checktype").empty() || value("checktype") == "negotiate";
    timeout_ = std::chrono::seconds(numberOr(setting("checktimeout"), 5));
    if (negotiates) {
        constexpr unsigned usual = 30;
        const auto otherwise = setting("checktimeout") ? numberOr(setting("checktimeout"), usual) : usual;
        timeout_ = std::chrono::seconds(numberOr(setting("negotiatetimeout"), otherwise));
    }
    readTries(global);
}

bool LdirectordCheck::knows(std::string_view name)
{
    return std::find(known.begin(), known.end(), name) != known.end();
}

std::string_view LdirectordCheck::value(std::string_view name) const
{
    const auto *setting = find(service_.settings, name);
    return setting ? setting->value.text : std::string_view();
}

/// failurecount failures in a row take a server out; a ping is tried checkcount times.
void LdirectordCheck::readTries(const std::vector<Setting> &global)
{
    const auto *name = value("checktype") == "ping" ? "checkcount" : "failurecount";
    const auto *own = find(service_.settings, name);
    retries_ = numberOr(own ? own : find(global, name), 1) - 1;
}

std::string LdirectordCheck::serviceName() const
{
    if (!value("service").empty())
        return std::string(value("service"));
    for (const auto &[port, name] : services) {
        if (server_.port.given && *server_.port == port)
            return std::string(name);
    }
    return "none";
}

void LdirectordCheck::warnOnce(std::string_view code, Severity severity, std::string message)
{
    if (!warned_)
        report(result_, code, severity, range_, std::move(message));
    warned_ = true;
}

void LdirectordCheck::addCommon(Check &check) const
{
    check.range = range_;
    check.connectTimeout = Value<Duration>(timeout_, range_);
    check.options.edit().timing.retry = Value<unsigned>(retries_, range_);
    const auto port = readPort(value("checkport"));
    if (port.value_or(0) != 0)
        check.connection.edit().port = Value<std::uint16_t>(*port, range_);
}

Check LdirectordCheck::connectCheck() const
{
    Check check;
    addCommon(check);
    return check;
}

Check LdirectordCheck::httpCheck(bool secure, std::string_view request, std::string_view receive) const
{
    Check check;
    check.kind = secure ? Check::Kind::Ssl : Check::Kind::Http;
    addCommon(check);
    auto &http = check.edit<HttpCheck>();
    if (!value("virtualhost").empty())
        http.virtualHost = Value<std::string>(std::string(value("virtualhost")), range_);
    auto &url = http.urls.emplace_back();
    auto path = std::string(request.empty() ? "/" : request);
    if (const auto scheme = path.find("://"); scheme != std::string::npos) {
        const auto slash = path.find('/', scheme + 3);
        path = slash == std::string::npos ? "/" : path.substr(slash);
    }
    if (!path.starts_with('/'))
        path.insert(0, "/");
    url.path = Value<std::string>(path, range_);
    if (!receive.empty())
        url.regex.edit().pattern = Value<std::string>(std::string(receive), range_);
    return check;
}

/// ldirectord calls COMMAND VIP VPORT RIP RPORT.
Check LdirectordCheck::externalCheck(const RealServer &real) const
{
    Check check;
    check.kind = Check::Kind::Misc;
    check.range = range_;
    auto &misc = check.edit<MiscCheck>();
    Command command;
    const auto *setting = find(service_.settings, "checkcommand");
    for (const auto &word : setting ? splitAtBlanks(setting->value) : std::vector<Piece>{})
        command.argv.emplace_back(word.text);
    const auto port = [](const Value<std::uint16_t> &one) { return std::to_string(*one); };
    command.argv.push_back(server_.address.given ? server_.address->toString() : std::to_string(*server_.fwmark));
    command.argv.push_back(port(server_.port));
    command.argv.push_back(real.address->toString());
    command.argv.push_back(port(real.port.given ? real.port : server_.port));
    misc.command = Value<Command>(std::move(command), range_);
    misc.timeout = Value<Duration>(timeout_, range_);
    check.options.edit().timing.retry = Value<unsigned>(retries_, range_);
    return check;
}

Check LdirectordCheck::dnsCheck(std::string_view request) const
{
    Check check;
    check.kind = Check::Kind::Dns;
    addCommon(check);
    auto &dns = check.edit<DnsCheck>();
    dns.type = Value<std::string>(std::string("A"), range_);
    if (!request.empty())
        dns.name = Value<std::string>(std::string(request), range_);
    return check;
}

Check LdirectordCheck::negotiate(const std::vector<Piece> &own)
{
    const auto service = serviceName();
    const auto request = !own.empty() ? own[0].text : value("request");
    const auto receive = own.size() > 1 ? own[1].text : value("receive");
    if (service == "http" || service == "https") {
        if (value("httpmethod") == "HEAD") {
            warnOnce(importcodes::differs, Severity::Hint, "keepalived asks with GET, not with HEAD.");
        }
        return httpCheck(service == "https", request, receive);
    }
    if (service == "dns") {
        if (!receive.empty()) {
            warnOnce(importcodes::notCarriedOver, Severity::Warning,
                     "keepalived takes any answer to its DNS question; the address that ldirectord waits for is not "
                     "compared.");
        }
        return dnsCheck(request);
    }
    if (service == "smtp" || service == "submission") {
        Check check;
        check.kind = Check::Kind::Smtp;
        addCommon(check);
        static_cast<void>(check.edit<SmtpCheck>());
        return check;
    }
    if (service != "none") {
        warnOnce(importcodes::notCarriedOver, Severity::Warning,
                 "keepalived has no check for " + service +
                     ": only the connection is checked. A MISC_CHECK with a script can do more.");
    }
    return connectCheck();
}

void LdirectordCheck::apply(RealServer &real, const std::vector<Piece> &own)
{
    const auto type = value("checktype");
    if (type == "on" || type == "off") {
        if (type == "off")
            real.weight = Value<int>(0, range_);
        warnOnce(importcodes::unchecked, Severity::Warning,
                 type == "on" ? "checktype on: nobody checks these servers; a dead one stays in the table."
                              : "checktype off: these servers get no requests; they are carried over with weight 0.");
        return;
    }
    if (type == "external" || type == "external-perl") {
        real.checks.push_back(externalCheck(real));
        return;
    }
    if (type == "ping") {
        auto check = connectCheck();
        check.kind = Check::Kind::Ping;
        real.checks.push_back(std::move(check));
        return;
    }
    const bool udp = server_.protocol.given && *server_.protocol == Protocol::Udp;
    if (type == "connect" || udp) {
        if (type != "connect" && serviceName() == "dns") {
            real.checks.push_back(negotiate(own));
            return;
        }
        auto check = connectCheck();
        if (udp)
            check.kind = Check::Kind::Ping;
        real.checks.push_back(std::move(check));
        return;
    }
    if (!type.empty() && type != "negotiate" && readUnsigned(type)) {
        warnOnce(importcodes::differs, Severity::Hint, "Every check negotiates; ldirectord only connects in between.");
    }
    real.checks.push_back(negotiate(own));
}

} // namespace twinhelm::config::import
