#include "agent/checker/balancer_report.h"

#include <QtTest>

#include "agent/checker/health_event.h"
#include "common/ipvs/desired.h"
#include "tests/support/health/balancer_bench.h"

using namespace twinhelm;
using namespace twinhelm::agent;
using namespace std::chrono_literals;
using test::BalancerBench;

namespace
{

BalancerContext context(const BalancerBench &bench)
{
    BalancerContext out;
    out.now = bench.now();
    out.wallNow = 1'000'000;
    out.ipvs = out.complete = true;
    return out;
}

wire::NodeState reported(const BalancerBench &bench, const BalancerContext &context)
{
    return reportBalancer(bench.ipvs, bench.balancer().status(), context);
}

QStringList words(const std::vector<std::string> &list)
{
    QStringList out;
    for (const auto &one : list)
        out << QString::fromStdString(one);
    return out;
}

} // namespace

class TestBalancerReport : public QObject
{
    Q_OBJECT

private slots:
    void serversAndProbes()
    {
        BalancerBench bench;
        std::ignore = bench.start();
        std::ignore = bench.pass(3s);
        std::ignore = bench.fails(0);
        std::ignore = bench.pass(2s);
        const auto state = reported(bench, context(bench));
        QCOMPARE(state.services.size(), 1U);
        const auto &service = state.services.front();
        QCOMPARE(service.name, std::string("[10.0.0.3]:tcp:80"));
        QVERIFY(service.state == "UP" && service.liveWeight == 1 && service.scheduler == "wlc");
        const auto &server = service.servers.front();
        QCOMPARE(server.address, std::string("10.0.0.11:80"));
        QCOMPARE(server.state, std::string("DOWN"));
        QCOMPARE(server.cause, std::string("probe_failed"));
        QCOMPARE(server.since, 1'000'000 - 2'000);
        QVERIFY(!server.inTable && server.weight == 0 && server.configuredWeight == 1);
        const auto &check = server.checks.front();
        QVERIFY(!check.up && check.decided && check.runs == 1 && check.failures == 1);
        QCOMPARE(check.lastReason, std::string("connect_refused"));
        QCOMPARE(check.lastAgeMs, std::optional<std::int64_t>(2'000));
        QCOMPARE(check.nextInMs, std::optional<std::int64_t>(8'000));
    }

    /// One server under several keys of a group.
    void countersAreAddedUp()
    {
        BalancerBench bench;
        bench.service().listeners.front().count = 2;
        std::ignore = bench.start();
        auto with = context(bench);
        for (const auto &key : ipvs::keysOf(bench.service())) {
            auto &service = with.counters[key];
            service.traffic.connections = 7;
            auto &destination = service.destinations[{BalancerBench::address(11), 80}];
            destination.active = 2;
            destination.inactive = 3;
            destination.traffic.bytesIn = 10;
        }
        const auto state = reported(bench, with);
        const auto &server = state.services.front().servers.front();
        QCOMPARE(state.services.front().traffic->connections, 14U);
        QVERIFY(server.activeConnections == 4 && server.inactiveConnections == 6);
        QCOMPARE(server.traffic->bytesIn, 20U);
        QVERIFY(!reported(bench, context(bench)).services.front().traffic);
    }

    void anOverrideShows()
    {
        BalancerBench bench;
        std::ignore = bench.start();
        health::Override drained;
        drained.kind = health::Override::Kind::Drain;
        drained.by = "alice";
        drained.expires = bench.now() + 5s;
        std::ignore = bench.step(health::SetOverride{bench.name(0), drained});
        const auto state = reported(bench, context(bench));
        const auto &server = state.services.front().servers.front();
        QVERIFY(server.overridden && server.overridden->kind == "drain" && server.overridden->by == "alice");
        QCOMPARE(server.overridden->expiresInMs, std::optional<std::int64_t>(5'000));
        QCOMPARE(server.weight, 0);
    }

    void couldItTakeOver()
    {
        BalancerBench bench(1);
        std::ignore = bench.start();
        auto with = context(bench);
        QCOMPARE(words(reported(bench, with).balancer->notReady), QStringList{"1 probes have not been answered yet"});
        std::ignore = bench.passes(0);
        QVERIFY(reported(bench, with).balancer->ready);
        std::ignore = bench.fails(0);
        QCOMPARE(words(reported(bench, with).balancer->notReady), QStringList{"[10.0.0.3]:tcp:80 has no quorum"});
        std::ignore = bench.passes(0);
        with.ipvs = with.complete = false;
        with.trouble = "load ip_vs";
        const auto state = reported(bench, with);
        QCOMPARE(words(state.balancer->notReady), QStringList{"the kernel has no IPVS"});
        QCOMPARE(state.balancer->trouble, std::string("load ip_vs"));
    }

    void events()
    {
        health::Publish news;
        news.service = "VS";
        news.server = "RS";
        news.cause = health::cause::ProbeFailed{"TCP_CHECK of x", health::Reason::ConnectRefused, "no", 2};
        news.text = "RS is down";
        const auto event = reportHealthEvent(news);
        QCOMPARE(event.kind, std::string("health.server"));
        QCOMPARE(event.severity, std::string("warning"));
        QCOMPARE(event.cause, std::string("probe_failed"));
        const std::map<std::string, std::string> details{{"probe", "TCP_CHECK of x"},
                                                         {"reason", "connect_refused"},
                                                         {"server", "RS"},
                                                         {"to", "DOWN"},
                                                         {"tries", "2"}};
        QCOMPARE(event.details, details);
        news.kind = health::ChangeKind::QuorumState;
        QCOMPARE(reportHealthEvent(news).severity, std::string("error"));
    }
};

QTEST_GUILESS_MAIN(TestBalancerReport)
#include "tst_balancer_report.moc"
