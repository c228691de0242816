#include "common/config/import/import_ipvsadm.h"

#include <algorithm>

#include "common/config/import/import_text.h"
#include "common/config/model/node_config.h"
#include "common/config/model/read_value.h"
#include "common/config/write/normalised.h"

namespace twinhelm::config
{

using namespace model;
using import::Piece;

namespace
{

/// Which service a line is about: -t, -u, --sctp-service, -f.
struct ServiceKey {
    VirtualServer::Kind kind = VirtualServer::Kind::Address;
    Protocol protocol = Protocol::Tcp;
    import::Endpoint endpoint;
    unsigned mark = 0;
    Family family = Family::IPv4; ///< of a mark

    [[nodiscard]] bool is(const VirtualServer &server) const
    {
        if (server.kind != kind)
            return false;
        if (kind == VirtualServer::Kind::Fwmark)
            return *server.fwmark == mark && *server.family == family;
        return *server.protocol == protocol && *server.address == endpoint.address &&
               *server.port == endpoint.port.value_or(0);
    }
};

class IpvsadmImporter
{
public:
    ImportResult run(std::string_view text)
    {
        for (const auto &line : import::splitLines(text)) {
            const auto words = import::splitAtBlanks(line);
            if (!words.empty() && !words.front().text.starts_with('#'))
                readLine(line, words);
        }
        for (const auto &server : config_.virtualServers) {
            if (server.realServers.empty()) {
                report(importcodes::differs, Severity::Hint, server.range,
                       "This service has no server; keepalived drops a virtual_server without real_server.");
            } else {
                report(importcodes::unchecked, Severity::Warning, server.range,
                       "IPVS does not say how this service's servers are checked. Add a checker (TCP_CHECK, HTTP_GET, "
                       "...) to each real_server, or a dead one stays in the table.");
            }
        }
        result_.config = normalisedText(config_);
        return std::move(result_);
    }

private:
    void report(std::string_view code, Severity severity, SourceRange range, std::string message)
    {
        import::report(result_, code, severity, range, std::move(message));
    }

    void refuse(const Piece &line, std::string why)
    {
        report(importcodes::notUnderstood, Severity::Error, line.range, std::move(why) + " The line is left out.");
        bad_ = true;
    }

    [[nodiscard]] bool skip(std::string_view brief, std::string_view whole)
    {
        if (at_ >= words_.size() || (words_[at_].text != brief && words_[at_].text != whole))
            return false;
        ++at_;
        return true;
    }

    /// The word in front, which is passed; an empty one at the end.
    Piece next() { return at_ < words_.size() ? words_[at_++] : Piece{{}, words_.back().range}; }

    [[nodiscard]] bool optionFollows() const { return at_ >= words_.size() || words_[at_].text.starts_with('-'); }

    void readLine(const Piece &line, const std::vector<Piece> &words)
    {
        words_ = words;
        at_ = words.front().text == "ipvsadm" ? 1 : 0;
        bad_ = false;
        key_.reset();
        if (skip("-A", "--add-service"))
            readService(line);
        else if (skip("-a", "--add-server"))
            readServer(line);
        else if (skip("-C", "--clear"))
            return;
        else
            refuse(line, "This is neither -A (a service) nor -a (a server).");
    }

    bool readKey()
    {
        ServiceKey key;
        if (skip("-t", "--tcp-service"))
            key.protocol = Protocol::Tcp;
        else if (skip("-u", "--udp-service"))
            key.protocol = Protocol::Udp;
        else if (skip("", "--sctp-service"))
            key.protocol = Protocol::Sctp;
        else if (skip("-f", "--fwmark-service"))
            key.kind = VirtualServer::Kind::Fwmark;
        else if (skip("-6", "--ipv6")) {
            if (!key_)
                key_.emplace();
            key_->family = Family::IPv6;
            return true;
        } else
            return false;
        const auto word = next();
        if (key.kind == VirtualServer::Kind::Fwmark) {
            const auto mark = readAnyBase(word.text);
            bad_ = !mark || *mark > 0xffffffffU;
            key.mark = static_cast<unsigned>(mark.value_or(0));
            key.family = key_ ? key_->family : Family::IPv4;
        } else {
            const auto endpoint = import::readEndpoint(word.text);
            bad_ = !endpoint;
            key.endpoint = endpoint.value_or(import::Endpoint{});
        }
        key_ = key;
        return true;
    }

    /// Many rows of options: each with its own line.
    bool readServiceOption(VirtualServer &server)
    {
        if (skip("-s", "--scheduler")) {
            const auto word = next();
            server.scheduler = import::given(std::string(word.text), word);
        } else if (skip("-p", "--persistent"))
            readPersistence(server);
        else if (skip("-M", "--netmask"))
            readNetmask(server, next());
        else if (skip("-o", "--ops"))
            server.onePacket.set(true, words_[at_ - 1].range);
        else if (skip("-b", "--sched-flags"))
            readFlags(server, next());
        else if (skip("", "--pe")) {
            const auto word = next();
            server.persistenceEngine = import::given(std::string(word.text), word);
        } else
            return false;
        return true;
    }

    void readPersistence(VirtualServer &server)
    {
        constexpr unsigned usual = 300;
        const auto at = words_[at_ - 1];
        const auto number = optionFollows() ? std::optional<std::uint64_t>(usual) : readUnsigned(next().text);
        if (number && *number >= 1 && *number <= 2678400)
            server.persistenceTimeout = import::given(static_cast<unsigned>(*number), at);
        else
            bad_ = true;
    }

    void readNetmask(VirtualServer &server, const Piece &word)
    {
        const auto mask = IpAddress::parse(word.text);
        unsigned length = 0;
        if (mask && mask->isV4()) {
            while (length < 32 && (mask->bytes()[length / 8] & (0x80U >> (length % 8))) != 0)
                ++length;
        } else {
            length = static_cast<unsigned>(readUnsigned(word.text).value_or(0));
        }
        if (length >= 1 && length <= 128)
            server.persistenceGranularity = import::given(length, word);
        else
            bad_ = true;
    }

    void readFlags(VirtualServer &server, const Piece &word)
    {
        auto rest = word.text;
        while (!rest.empty()) {
            const auto comma = rest.find(',');
            const auto flag = rest.substr(0, comma);
            rest.remove_prefix(comma == std::string_view::npos ? rest.size() : comma + 1);
            if (flag == "flag-1" || flag == "sh-fallback" || flag == "mh-fallback")
                server.schedulerFlag1.set(true, word.range);
            else if (flag == "flag-2" || flag == "sh-port" || flag == "mh-port")
                server.schedulerFlag2.set(true, word.range);
            else if (flag == "flag-3")
                server.schedulerFlag3.set(true, word.range);
            else
                bad_ = true;
        }
    }

    void readService(const Piece &line)
    {
        VirtualServer server;
        server.range = line.range;
        while (at_ < words_.size() && !bad_) {
            if (readKey() || readServiceOption(server))
                continue;
            return refuse(line, "The option " + std::string(words_[at_].text) + " of a service is not known.");
        }
        if (bad_ || !key_)
            return refuse(line, "This service's address, mark or one of its values cannot be read.");
        const Piece &at = line;
        server.kind = key_->kind;
        if (server.kind == VirtualServer::Kind::Fwmark) {
            server.fwmark = import::given(key_->mark, at);
            server.family = import::given(key_->family, at);
        } else {
            server.address = import::given(key_->endpoint.address, at);
            if (key_->endpoint.port.value_or(0) != 0)
                server.port = import::given(*key_->endpoint.port, at);
            server.protocol = import::given(key_->protocol, at);
        }
        config_.virtualServers.push_back(std::move(server));
    }

    bool readServerOption(RealServer &server, Forwarding &forwarding)
    {
        if (skip("-r", "--real-server")) {
            const auto word = next();
            const auto endpoint = import::readEndpoint(word.text);
            bad_ = !endpoint;
            if (endpoint) {
                server.address = import::given(endpoint->address, word);
                if (endpoint->port.value_or(0) != 0)
                    server.port = import::given(*endpoint->port, word);
            }
        } else if (skip("-g", "--gatewaying")) {
            forwarding.method = Forwarding::Method::Direct;
        } else if (skip("-i", "--ipip")) {
            forwarding.method = Forwarding::Method::Tunnel;
        } else if (skip("-m", "--masquerading")) {
            forwarding.method = Forwarding::Method::Nat;
        } else if (skip("-w", "--weight")) {
            const auto word = next();
            const auto weight = readUnsigned(word.text);
            bad_ = !weight || *weight > 65535;
            server.weight = import::given(static_cast<int>(weight.value_or(0)), word);
        } else if (skip("-x", "--u-threshold")) {
            readThreshold(server.options.edit().upperThreshold);
        } else if (skip("-y", "--l-threshold")) {
            readThreshold(server.options.edit().lowerThreshold);
        } else {
            return readTunnelOption(forwarding);
        }
        return true;
    }

    void readThreshold(Value<unsigned> &threshold)
    {
        const auto word = next();
        const auto number = readUnsigned(word.text);
        bad_ = !number || *number > 0xffffffffU;
        if (!bad_ && *number > 0)
            threshold = import::given(static_cast<unsigned>(*number), word);
    }

    bool readTunnelOption(Forwarding &forwarding)
    {
        if (skip("", "--tun-type")) {
            const auto word = next().text;
            bad_ = word != "ipip" && word != "gue" && word != "gre";
            forwarding.tunnel = word == "gue"   ? Forwarding::Tunnel::Gue
                                : word == "gre" ? Forwarding::Tunnel::Gre
                                                : Forwarding::Tunnel::Ipip;
        } else if (skip("", "--tun-port")) {
            const auto port = readUnsigned(next().text);
            bad_ = !port || *port > 0xffff;
            forwarding.port = static_cast<std::uint16_t>(port.value_or(0));
        } else if (skip("", "--tun-nocsum")) {
            forwarding.checksum = Forwarding::Checksum::None;
        } else if (skip("", "--tun-csum")) {
            forwarding.checksum = Forwarding::Checksum::Checksum;
        } else if (skip("", "--tun-remcsum")) {
            forwarding.checksum = Forwarding::Checksum::Remote;
        } else {
            return false;
        }
        return true;
    }

    void readServer(const Piece &line)
    {
        RealServer server;
        server.range = line.range;
        Forwarding forwarding;
        forwarding.method = Forwarding::Method::Direct; // ipvsadm's own default
        while (at_ < words_.size() && !bad_) {
            if (readKey() || readServerOption(server, forwarding))
                continue;
            return refuse(line, "The option " + std::string(words_[at_].text) + " of a server is not known.");
        }
        if (bad_ || !key_ || !server.address.given)
            return refuse(line, "This server's address or one of its values cannot be read.");
        auto &all = config_.virtualServers;
        const auto service = std::find_if(all.begin(), all.end(), [&](const auto &one) { return key_->is(one); });
        if (service == all.end())
            return refuse(line, "The service of this server was not added before it.");
        if (service->realServers.empty())
            service->forwarding = import::given(forwarding, line);
        else if (!(*service->forwarding == forwarding))
            server.options.edit().forwarding = import::given(forwarding, line);
        service->realServers.push_back(std::move(server));
    }

    ImportResult result_;
    NodeConfig config_;
    std::vector<Piece> words_;
    std::size_t at_ = 0;
    std::optional<ServiceKey> key_;
    bool bad_ = false;
};

} // namespace

ImportResult importIpvsadm(std::string_view text)
{
    return IpvsadmImporter().run(text);
}

} // namespace twinhelm::config
