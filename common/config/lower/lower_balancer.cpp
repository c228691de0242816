#include "common/config/lower/lower_balancer.h"

#include <algorithm>
#include <array>
#include <limits>
#include <set>

#include "common/config/lower/lower_probe.h"
#include "common/config/model/effective.h"

namespace twinhelm::config
{

using namespace model;

namespace
{

/// Seconds of persistence that keepalived gives a service for every port.
constexpr std::uint32_t everyPortPersistence = 360;

std::optional<health::Command> lowerCommand(const Value<Command> &command)
{
    return command.given ? std::optional(lowerProbeCommand(*command)) : std::nullopt;
}

ipvs::Forwarding lowerForwarding(const Forwarding &forwarding)
{
    return {static_cast<ipvs::Method>(forwarding.method), static_cast<ipvs::TunnelType>(forwarding.tunnel),
            static_cast<ipvs::TunnelChecksum>(forwarding.checksum), forwarding.port};
}

/// An address as a number, the last 32 bits of it.
std::uint32_t lowBits(const IpAddress &address)
{
    std::uint32_t out = 0;
    for (std::size_t i = address.size() - 4; i < address.size(); ++i)
        out = out << 8U | address.bytes()[i];
    return out;
}

std::uint32_t countOf(const VirtualServerGroupEntry &entry)
{
    if (entry.last.given)
        return lowBits(*entry.last) - lowBits(*entry.first) + 1;
    if (!entry.length.given)
        return 1;
    const auto bits = entry.first->size() * 8 - *entry.length;
    return bits >= 32 ? std::numeric_limits<std::uint32_t>::max() : std::uint32_t{1} << bits;
}

class BalancerLowering
{
public:
    explicit BalancerLowering(const NodeConfig &config) : config_(config) {}

    BalancerSettings run()
    {
        lowerGlobal();
        out_.ipvs.services.reserve(config_.virtualServers.size());
        out_.health.services.reserve(config_.virtualServers.size());
        for (const auto &server : config_.virtualServers)
            lowerService(server);
        return std::move(out_);
    }

private:
    void lowerGlobal()
    {
        const auto &global = config_.global.ipvs;
        const auto timeout = [](const Value<Duration> &time) {
            return *time > Duration::zero() ? std::optional(*time) : std::nullopt;
        };
        out_.ipvs.tcpTimeout = timeout(global.tcpTimeout);
        out_.ipvs.tcpFinTimeout = timeout(global.tcpFinTimeout);
        out_.ipvs.udpTimeout = timeout(global.udpTimeout);
        out_.ipvs.flushAtStart = *global.flush;
        out_.ipvs.flushOnStop = static_cast<ipvs::FlushOnStop>(*global.flushOnStop);
        if (global.syncDaemon.given)
            lowerSyncDaemon(*global.syncDaemon);
        out_.health.initNotifies = *global.realServerInitNotifies;
        out_.health.noCheckerMails = *config_.global.mail.noCheckerMails;
        if (!config_.ssl.empty()) {
            const auto &ssl = config_.ssl.back();
            out_.health.tls =
                health::Tls{*ssl.authorities, *ssl.certificate, *ssl.key, std::string(ssl.password->reveal())};
        }
    }

    void lowerSyncDaemon(const SyncDaemon &daemon)
    {
        const auto instance = std::find_if(config_.instances.begin(), config_.instances.end(),
                                           [&](const auto &one) { return *one.name == *daemon.instance; });
        if (instance == config_.instances.end())
            return;
        ipvs::SyncDaemon out;
        out.interface = *daemon.interface;
        out.instance = *daemon.instance;
        out.id =
            static_cast<std::uint8_t>(daemon.id.given ? *daemon.id : static_cast<unsigned>(*instance->virtualRouterId));
        out.mostLength = static_cast<std::uint16_t>(*daemon.mostLength);
        out.port = static_cast<std::uint16_t>(*daemon.port);
        out.timeToLive = static_cast<std::uint8_t>(*daemon.timeToLive);
        if (daemon.group.given)
            out.group = *daemon.group;
        out_.ipvs.syncDaemon = std::move(out);
    }

    static ipvs::Protocol protocolOf(const VirtualServer &server)
    {
        return static_cast<ipvs::Protocol>(*server.protocol);
    }

    /// The family of a mark is that of its real servers, unless ip_family says it.
    static Family familyOf(const VirtualServer &server)
    {
        if (server.family.given)
            return *server.family;
        return server.realServers.empty() ? Family::IPv4 : server.realServers.front().address->family();
    }

    void addGroup(ipvs::Service &service, const VirtualServer &server) const
    {
        const auto &groups = config_.virtualServerGroups;
        const auto group =
            std::find_if(groups.begin(), groups.end(), [&](const auto &one) { return *one.name == *server.group; });
        if (group == groups.end())
            return;
        for (const auto &entry : group->entries) {
            ipvs::Listener listener;
            if (entry.fwmark.given) {
                listener.byMark = true;
                listener.mark = *entry.fwmark;
                listener.family = entry.family.given ? *entry.family : familyOf(server);
            } else {
                listener.family = entry.first->family();
                listener.address = *entry.first;
                listener.count = countOf(entry);
                listener.port = *entry.port;
                listener.protocol = protocolOf(server);
            }
            service.listeners.push_back(listener);
        }
    }

    void addListeners(ipvs::Service &service, const VirtualServer &server) const
    {
        static constexpr std::array<std::string_view, 3> protocols{"tcp", "udp", "sctp"};
        ipvs::Listener listener;
        switch (server.kind) {
        case VirtualServer::Kind::Group:
            service.name = *server.group;
            addGroup(service, server);
            return;
        case VirtualServer::Kind::Fwmark:
            service.name = "FWM " + std::to_string(*server.fwmark);
            listener.byMark = true;
            listener.mark = *server.fwmark;
            listener.family = familyOf(server);
            if (server.fwmark.given)
                service.listeners.push_back(listener);
            return;
        case VirtualServer::Kind::Address: break;
        }
        if (!server.address.given)
            return;
        listener.family = server.address->family();
        listener.address = *server.address;
        listener.port = *server.port;
        listener.protocol = protocolOf(server);
        service.name = "[" + server.address->toString() +
                       "]:" + std::string(protocols.at(static_cast<std::size_t>(listener.protocol))) + ":" +
                       std::to_string(listener.port);
        service.listeners.push_back(listener);
    }

    static void addBalancing(ipvs::Service &service, const VirtualServer &server)
    {
        service.scheduler = *server.scheduler;
        service.flag1 = *server.schedulerFlag1;
        service.flag2 = *server.schedulerFlag2;
        service.flag3 = *server.schedulerFlag3;
        service.onePacket = *server.onePacket;
        service.persistenceSeconds = *server.persistenceTimeout;
        const bool everyPort = server.kind == VirtualServer::Kind::Address && *server.port == 0;
        if (everyPort && service.persistenceSeconds == 0)
            service.persistenceSeconds = everyPortPersistence;
        const bool v6 = service.listeners.front().family == Family::IPv6;
        service.persistenceLength = static_cast<std::uint8_t>(
            server.persistenceGranularity.given ? *server.persistenceGranularity : (v6 ? 128U : 32U));
        service.persistenceEngine = *server.persistenceEngine;
    }

    static void addSorryServer(ipvs::Service &service, const VirtualServer &server)
    {
        const auto &sorry = *server.sorryServer;
        if (!sorry.address.given)
            return;
        ipvs::Destination out;
        out.address = *sorry.address;
        out.port = sorry.port.given ? *sorry.port : *server.port;
        out.forwarding = lowerForwarding(sorry.forwarding.given ? *sorry.forwarding : *server.forwarding);
        service.sorryServer = out;
        service.sorryServerInhibits = *sorry.inhibit;
    }

    /// What says nothing itself: real servers alert, virtual servers do not, unless global_defs says otherwise.
    [[nodiscard]] bool alerts(const Value<bool> &own, bool usual) const
    {
        const auto &mail = config_.global.mail;
        if (own.given)
            return *own;
        if (mail.alertChecker.given)
            return *mail.alertChecker;
        return mail.alert.given ? *mail.alert : usual;
    }

    health::Server lowerServer(const VirtualServer &service, const RealServer &server) const
    {
        const auto values = effective(service, server);
        health::Server out;
        out.weight = *values.weight;
        out.startsDown = *values.alpha;
        out.inhibitOnFailure = *values.inhibitOnFailure;
        out.smtpAlert = alerts(values.smtpAlert, true);
        out.notifyUp = lowerCommand(server.options->notifyUp);
        out.notifyDown = lowerCommand(server.options->notifyDown);
        out.probes.reserve(server.checks.size());
        for (const auto &check : server.checks) {
            if (auto probe = lowerProbe(config_, service, server, check))
                out.probes.push_back(std::move(*probe));
        }
        return out;
    }

    static ipvs::Destination lowerDestination(const VirtualServer &service, const RealServer &server)
    {
        const auto values = effective(service, server);
        ipvs::Destination out;
        out.address = *server.address;
        out.port = *values.port;
        out.weight = *values.weight;
        out.forwarding = lowerForwarding(*values.forwarding);
        out.upperThreshold = *server.options->upperThreshold;
        out.lowerThreshold = *server.options->lowerThreshold;
        return out;
    }

    void lowerService(const VirtualServer &server)
    {
        ipvs::Service service;
        addListeners(service, server);
        if (service.listeners.empty())
            return;
        health::Service health;
        std::set<std::pair<IpAddress, std::uint16_t>> seen;
        std::uint64_t weights = 0;
        for (const auto &one : server.realServers) {
            auto destination = lowerDestination(server, one);
            if (!one.address.given || !seen.emplace(destination.address, destination.port).second)
                continue;
            weights += static_cast<std::uint64_t>(std::max(destination.weight, 0));
            service.destinations.push_back(std::move(destination));
            health.servers.push_back(lowerServer(server, one));
        }
        if (service.destinations.empty())
            return;
        addBalancing(service, server);
        addSorryServer(service, server);
        health.alpha = *server.alpha;
        health.omega = *server.omega;
        health.haSuspend = *server.haSuspend && server.kind == VirtualServer::Kind::Address;
        health.smtpAlert = alerts(server.smtpAlert, false);
        health.quorum =
            static_cast<std::uint32_t>(std::min<std::uint64_t>(*server.quorum, std::max<std::uint64_t>(weights, 1)));
        health.hysteresis = std::min(*server.hysteresis, health.quorum - 1);
        health.quorumUp = lowerCommand(server.quorumUp);
        health.quorumDown = lowerCommand(server.quorumDown);
        out_.ipvs.services.push_back(std::move(service));
        out_.health.services.push_back(std::move(health));
    }

    const NodeConfig &config_;
    BalancerSettings out_;
};

} // namespace

BalancerSettings lowerBalancer(const NodeConfig &config)
{
    return BalancerLowering(config).run();
}

} // namespace twinhelm::config
