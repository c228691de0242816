#include "common/config/import/import_ldirectord.h"

#include <algorithm>
#include <array>
#include <set>

#include "common/config/import/ldirectord_check.h"
#include "common/config/import/ldirectord_file.h"
#include "common/config/model/node_config.h"
#include "common/config/model/read_value.h"
#include "common/config/write/normalised.h"

namespace twinhelm::config
{

using namespace model;
using namespace import;

namespace
{

/// Settings that only concern ldirectord itself: nothing is lost without them.
constexpr std::array housekeeping{"autoreload", "logfile",        "supervised",       "fork",
                                  "execute",    "emailalertfreq", "emailalertstatus", "readdquiescent"};

constexpr std::array<std::pair<std::string_view, Forwarding::Method>, 3> methods{
    {{"gate", Forwarding::Method::Direct}, {"masq", Forwarding::Method::Nat}, {"ipip", Forwarding::Method::Tunnel}}};

std::optional<Forwarding> readMethod(std::string_view word)
{
    for (const auto &[name, method] : methods) {
        if (word == name)
            return Forwarding{.method = method};
    }
    return std::nullopt;
}

/// "a", "b" behind the weight: the words without the comma.
std::string_view withoutComma(std::string_view word)
{
    while (word.ends_with(','))
        word.remove_suffix(1);
    return word;
}

class LdirectordImporter
{
public:
    ImportResult run(std::string_view text)
    {
        file_ = readLdirectord(text);
        for (const auto &line : file_.strange)
            refuse(line.range, "This line has no form that ldirectord.cf knows.");
        readGlobal();
        for (const auto &service : file_.services)
            readService(service);
        result_.config = normalisedText(config_);
        return std::move(result_);
    }

private:
    void refuse(SourceRange range, std::string why)
    {
        report(result_, importcodes::notUnderstood, Severity::Error, range, std::move(why) + " It is left out.");
    }

    void lost(SourceRange range, std::string what)
    {
        report(result_, importcodes::notCarriedOver, Severity::Warning, range, std::move(what));
    }

    void readGlobal()
    {
        auto &mail = config_.global.mail;
        static const std::set<std::string_view> perService{
            "checktimeout", "negotiatetimeout", "checkinterval", "checkcount", "failurecount",
            "fallback",     "fallbackcommand",  "quiescent",     "cleanstop",  "callback"};
        for (const auto &setting : file_.global) {
            const auto name = setting.name.text;
            if (name == "emailalert") {
                for (const auto &word : splitAtBlanks(setting.value))
                    mail.recipients.emplace_back(std::string(withoutComma(word.text)), word.range);
            } else if (name == "emailalertfrom") {
                mail.from = given(std::string(setting.value.text), setting.value);
            } else if (name == "smtp") {
                mail.server = given(std::string(setting.value.text), setting.value);
            } else if (name == "callback" || name == "maintenancedir") {
                lost(setting.line.range, "keepalived has nothing like " + std::string(name) + ".");
            } else if (std::find(housekeeping.begin(), housekeeping.end(), name) != housekeeping.end()) {
                report(result_, importcodes::differs, Severity::Hint, setting.line.range,
                       std::string(name) + " concerns ldirectord itself and is not needed.");
            } else if (!perService.contains(name)) {
                lost(setting.line.range, "The setting " + std::string(name) + " is not known.");
            }
        }
        if (!mail.recipients.empty() && !mail.server.given)
            mail.server = Value<std::string>("127.0.0.1", file_.global.front().line.range);
    }

    /// The service's own setting, else the file's.
    [[nodiscard]] const Setting *setting(const LdirectordService &service, std::string_view name) const
    {
        const auto *own = find(service.settings, name);
        return own ? own : find(file_.global, name);
    }

    bool readHeader(VirtualServer &server, const Piece &value)
    {
        if (const auto mark = readUnsigned(value.text); mark && *mark <= 0xffffffffU) {
            server.kind = VirtualServer::Kind::Fwmark;
            server.fwmark = given(static_cast<unsigned>(*mark), value);
            return true;
        }
        const auto endpoint = readEndpoint(value.text);
        if (!endpoint)
            return false;
        server.address = given(endpoint->address, value);
        if (endpoint->port.value_or(0) != 0)
            server.port = given(*endpoint->port, value);
        return true;
    }

    void readBalancing(VirtualServer &server, const LdirectordService &service)
    {
        const auto *scheduler = find(service.settings, "scheduler");
        server.scheduler = scheduler ? given(std::string(scheduler->value.text), scheduler->value)
                                     : Value<std::string>(std::string("wrr"), server.range);
        if (server.kind == VirtualServer::Kind::Address) {
            const auto *protocol = find(service.settings, "protocol");
            const bool udp = protocol ? protocol->value.text == "udp" : *server.port == 53;
            server.protocol = Value<Protocol>(udp ? Protocol::Udp : Protocol::Tcp, server.range);
        }
        if (const auto *persistent = find(service.settings, "persistent")) {
            const auto seconds = readUnsigned(persistent->value.text);
            if (seconds && *seconds >= 1 && *seconds <= 2678400)
                server.persistenceTimeout = given(static_cast<unsigned>(*seconds), persistent->value);
            else
                refuse(persistent->line.range, "The seconds of persistent are a number from 1 to 2678400.");
        }
        if (const auto *netmask = find(service.settings, "netmask"))
            readNetmask(server, *netmask);
        if (const auto *ops = find(service.settings, "ops"); ops && ops->value.text == "yes")
            server.onePacket.set(true, ops->value.range);
    }

    void readNetmask(VirtualServer &server, const Setting &setting)
    {
        const auto mask = IpAddress::parse(setting.value.text);
        auto length = readUnsigned(setting.value.text);
        if (mask && mask->isV4()) {
            length = 0;
            while (*length < 32 && (mask->bytes()[*length / 8] & (0x80U >> (*length % 8))) != 0)
                ++*length;
        }
        if (length && *length >= 1 && *length <= 128)
            server.persistenceGranularity = given(static_cast<unsigned>(*length), setting.value);
        else
            refuse(setting.line.range, "netmask is neither a mask nor a prefix length.");
    }

    void readFallback(VirtualServer &server, const LdirectordService &service)
    {
        if (const auto *fallback = setting(service, "fallback")) {
            const auto words = splitAtBlanks(fallback->value);
            const auto endpoint = words.empty() ? std::nullopt : readEndpoint(words.front().text);
            if (!endpoint) {
                refuse(fallback->line.range, "fallback needs an address: keepalived does not look up host names.");
            } else {
                auto &sorry = server.sorryServer.edit();
                sorry.address = given(endpoint->address, fallback->value);
                if (endpoint->port)
                    sorry.port = given(*endpoint->port, fallback->value);
                const auto method = words.size() > 1 ? readMethod(words[1].text) : std::nullopt;
                if (method && !(*method == *server.forwarding))
                    sorry.forwarding = given(*method, words[1]);
            }
        }
        if (const auto *command = setting(service, "fallbackcommand")) {
            Command down;
            for (const auto &word : splitAtBlanks(command->value))
                down.argv.emplace_back(word.text);
            auto up = down;
            down.argv.emplace_back("start");
            up.argv.emplace_back("stop");
            server.quorumDown = given(down, command->value);
            server.quorumUp = given(up, command->value);
        }
    }

    void readService(const LdirectordService &service)
    {
        VirtualServer server;
        server.range = service.header.line.range;
        if (!readHeader(server, service.header.value)) {
            refuse(service.header.line.range,
                   "virtual needs an address and a port, or a firewall mark: keepalived does not look up host names.");
            return;
        }
        readBalancing(server, service);
        const auto *quiescent = setting(service, "quiescent");
        const bool inhibit = !quiescent || quiescent->value.text != "no";
        server.inhibitOnFailure = Value<bool>(inhibit, quiescent ? quiescent->value.range : server.range);
        if (!inhibit)
            server.inhibitOnFailure = {};
        readInterval(server, service);
        LdirectordCheck check(service, file_.global, server, result_);
        for (const auto &one : service.settings) {
            if (one.name.text == "real")
                readReal(server, one, check);
        }
        if (!server.realServers.empty() && !server.forwarding.given)
            server.forwarding = Value<Forwarding>({.method = Forwarding::Method::Direct}, server.range);
        readFallback(server, service);
        for (const auto &one : service.settings) {
            if (!known(one.name.text) && !LdirectordCheck::knows(one.name.text))
                lost(one.line.range, "keepalived has nothing like " + std::string(one.name.text) + ".");
        }
        config_.virtualServers.push_back(std::move(server));
    }

    static bool known(std::string_view name)
    {
        static constexpr std::array names{"real",          "fallback", "fallbackcommand", "scheduler",
                                          "persistent",    "netmask",  "protocol",        "quiescent",
                                          "checkinterval", "ops",      "emailalert"};
        return std::find(names.begin(), names.end(), name) != names.end();
    }

    void readInterval(VirtualServer &server, const LdirectordService &service)
    {
        constexpr auto usual = std::chrono::seconds(10);
        const auto *interval = setting(service, "checkinterval");
        const auto seconds = interval ? readSeconds(interval->value.text) : std::nullopt;
        server.timing.delayLoop =
            Value<Duration>(seconds && *seconds > Duration::zero() ? *seconds : Duration(usual), server.range);
    }

    /// ADDRESS[->ADDRESS][:PORT] METHOD [WEIGHT] ["REQUEST", "RECEIVE"]
    void readReal(VirtualServer &server, const Setting &line, LdirectordCheck &check)
    {
        const auto words = splitAtBlanks(line.value);
        if (words.empty())
            return refuse(line.line.range, "real needs an address.");
        const auto target = words.front();
        const auto arrow = target.text.find("->");
        const auto last = readEndpoint(arrow == std::string_view::npos ? target.text : target.text.substr(arrow + 2));
        const auto first = arrow == std::string_view::npos ? last : readEndpoint(target.text.substr(0, arrow));
        if (!first || !last || first->address.family() != last->address.family())
            return refuse(line.line.range, "real needs an address: keepalived does not look up host names.");
        RealServer real;
        real.range = line.line.range;
        if (last->port.value_or(0) != 0)
            real.port = given(*last->port, target);
        std::size_t at = 1;
        auto method = Forwarding{.method = Forwarding::Method::Direct};
        if (const auto written = at < words.size() ? readMethod(words[at].text) : std::nullopt) {
            method = *written;
            ++at;
        }
        if (!server.forwarding.given)
            server.forwarding = Value<Forwarding>(method, line.line.range);
        else if (!(*server.forwarding == method))
            real.options.edit().forwarding = Value<Forwarding>(method, line.line.range);
        if (const auto weight = at < words.size() ? readUnsigned(words[at].text) : std::nullopt;
            weight && *weight <= 65535)
            real.weight = given(static_cast<int>(*weight), words[at++]);
        std::vector<Piece> own(words.begin() + static_cast<std::ptrdiff_t>(at), words.end());
        std::erase_if(own, [](const auto &word) { return word.text == ","; });
        addRange(server, real, first->address, last->address, line, check, own);
    }

    void addRange(VirtualServer &server, const RealServer &real, const IpAddress &first, const IpAddress &last,
                  const Setting &line, LdirectordCheck &check, const std::vector<Piece> &own)
    {
        constexpr int mostServers = 4096;
        auto address = first;
        for (int count = 0; count < mostServers; ++count) {
            auto one = real;
            one.address = given(address, line.value);
            check.apply(one, own);
            server.realServers.push_back(std::move(one));
            if (address == last)
                return;
            auto bytes = address.bytes();
            for (std::size_t i = address.size(); i-- > 0 && ++bytes[i] == 0;) {
            }
            address = address.isV4() ? IpAddress::v4({bytes[0], bytes[1], bytes[2], bytes[3]}) : IpAddress::v6(bytes);
        }
        refuse(line.line.range, "The range of addresses ends before it begins, or is very long.");
    }

    LdirectordFile file_;
    NodeConfig config_;
    ImportResult result_;
};

} // namespace

ImportResult importLdirectord(std::string_view text)
{
    return LdirectordImporter().run(text);
}

} // namespace twinhelm::config
