#pragma once

#include <QStringList>

#include <optional>
#include <utility>

#include "common/health/balancer.h"
#include "common/health/names.h"
#include "common/ipvs/describe.h"

/// A health::Balancer in virtual time, and everything it wants done as lines that people can read:
///   table 10.0.0.3:80: 10.0.0.11:80=1 10.0.0.12:80=1     what one service is to be
///   gone 10.0.0.3:80      run up-a      > RS ... UP       @ subject / body      sync master
///   probe 1    cancel 1   keep          ! sentence        (of events; only when asked for)
namespace twinhelm::test
{

using namespace std::chrono_literals;

class BalancerBench
{
public:
    static health::Probe tcp(int last, Duration delayLoop = 10s, unsigned retries = 0)
    {
        health::Probe out;
        out.timing = {delayLoop, Duration::zero(), retries, 2s, 5s};
        out.endpoint.address = address(last);
        out.endpoint.port = 80;
        return out;
    }
    static IpAddress address(int last) { return IpAddress::v4(0x0a000000U + static_cast<std::uint32_t>(last)); }
    static health::Command command(const std::string &name) { return {{name}, {}, {}}; }

    /// TCP service 10.0.0.3:80 with so many servers 10.0.0.11, ..., each with one TCP_CHECK.
    explicit BalancerBench(int servers = 2)
    {
        ipvs::Service service;
        service.name = "[10.0.0.3]:tcp:80";
        service.listeners = {{false, Family::IPv4, ipvs::Protocol::Tcp, address(3), 1, 80, 0}};
        health::Service checks;
        for (int i = 0; i < servers; ++i) {
            ipvs::Destination destination;
            destination.address = address(11 + i);
            destination.port = 80;
            service.destinations.push_back(destination);
            health::Server server;
            server.smtpAlert = false;
            server.probes = {tcp(11 + i)};
            checks.servers.push_back(server);
        }
        ipvs.services = {service};
        health.services = {checks};
    }

    [[nodiscard]] health::Service &checks() { return health.services.front(); }
    [[nodiscard]] ipvs::Service &service() { return ipvs.services.front(); }
    void notifyAll()
    {
        for (std::size_t i = 0; i < checks().servers.size(); ++i) {
            const std::string letter(1, static_cast<char>('a' + i));
            checks().servers[i].notifyUp = command("up-" + letter);
            checks().servers[i].notifyDown = command("down-" + letter);
        }
        checks().quorumUp = command("quorum-up");
        checks().quorumDown = command("quorum-down");
    }
    void sorry()
    {
        ipvs::Destination out;
        out.address = address(99);
        out.port = 80;
        service().sorryServer = out;
    }

    QStringList start(health::Start how = {})
    {
        balancer_.emplace(ipvs, health, 1);
        return step(std::move(how));
    }
    QStringList step(const health::Event &event)
    {
        QStringList out;
        for (const auto &action : balancer_->step(now_, event))
            tell(action, out);
        return out;
    }
    /// Lets time pass, all deadlines included; probes that start are left running.
    QStringList pass(Duration time)
    {
        QStringList out;
        const auto end = now_ + time;
        while (balancer_->nextDeadline() && *balancer_->nextDeadline() <= end) {
            now_ = std::max(now_, *balancer_->nextDeadline());
            out += step(health::DeadlineReached{});
        }
        now_ = end;
        return out;
    }
    /// Runs the probe of a server now and answers it.
    QStringList answer(std::size_t server, bool passed, std::size_t probe = 0, std::size_t service = 0)
    {
        health::Outcome outcome;
        outcome.reason = passed ? health::Reason::Answered : health::Reason::ConnectRefused;
        outcome.text = passed ? "connected" : "connection refused";
        return answer(server, outcome, probe, service);
    }
    QStringList answer(std::size_t server, const health::Outcome &outcome, std::size_t probe = 0,
                       std::size_t service = 0)
    {
        const auto &status = statusOf(server, service);
        const auto id = status.probes.at(probe).id;
        if (!status.probes.at(probe).running)
            std::ignore = step(health::ProbeNow{{ipvs.services.at(service).name, status.name}});
        return step(health::ProbeFinished{id, outcome});
    }
    QStringList fails(std::size_t server) { return answer(server, false); }
    QStringList passes(std::size_t server) { return answer(server, true); }
    QStringList reconfigure() { return step(health::Reconfigure{ipvs, health}); }

    [[nodiscard]] health::ServerName name(std::size_t server) const
    {
        return {ipvs.services.front().name,
                health::serverName(ipvs.services.front(), ipvs.services.front().destinations.at(server))};
    }
    [[nodiscard]] health::ServerStatus statusOf(std::size_t server, std::size_t service = 0) const
    {
        return balancer_->status().services.at(service).servers.at(server);
    }
    [[nodiscard]] health::ServiceStatus serviceStatus() const { return balancer_->status().services.front(); }
    /// The whole table in a line for each service.
    [[nodiscard]] QStringList table() const { return lines(balancer_->table()); }
    [[nodiscard]] const health::Balancer &balancer() const { return *balancer_; }
    [[nodiscard]] TimePoint now() const { return now_; }

    ipvs::NodeSettings ipvs;
    health::NodeSettings health;
    bool sentences = false; ///< events are told, too

private:
    static QStringList lines(const ipvs::Table &table)
    {
        QStringList out;
        for (const auto &[key, value] : table) {
            QString line = "table " + QString::fromStdString(health::addressAndPort(key.address, key.port)) + ":";
            for (const auto &[destination, how] : value.destinations)
                line += " " + QString::fromStdString(health::addressAndPort(destination.address, destination.port)) +
                        "=" + QString::number(how.weight);
            out << line;
        }
        return out;
    }

    void tell(const health::Action &action, QStringList &out) const
    {
        using namespace health;
        if (const auto *program = std::get_if<Program>(&action)) {
            out += lines(program->services);
            for (const auto &key : program->removed)
                out << "gone " + QString::fromStdString(addressAndPort(key.address, key.port));
        } else if (const auto *run = std::get_if<RunCommand>(&action)) {
            out << "run " + QString::fromStdString(run->command.argv.front());
        } else if (const auto *line = std::get_if<FifoLine>(&action)) {
            out << "> " + QString::fromStdString(line->line).trimmed();
        } else if (const auto *mail = std::get_if<SmtpAlert>(&action)) {
            out << "@ " + QString::fromStdString(mail->subject) + " / " + QString::fromStdString(mail->body);
        } else if (const auto *sync = std::get_if<RunSync>(&action)) {
            out << (!sync->role ? "sync none" : *sync->role == ipvs::SyncRole::Master ? "sync master" : "sync backup");
        } else if (const auto *started = std::get_if<StartProbe>(&action)) {
            out << "probe " + QString::number(started->id);
        } else if (const auto *cancelled = std::get_if<CancelProbe>(&action)) {
            out << "cancel " + QString::number(cancelled->id);
        } else if (std::holds_alternative<KeepOverrides>(action)) {
            out << "keep";
        } else if (const auto *news = std::get_if<Publish>(&action); news != nullptr && sentences) {
            out << "! " + QString::fromStdString(news->text);
        }
    }

    std::optional<health::Balancer> balancer_;
    TimePoint now_{100s};
};

} // namespace twinhelm::test
