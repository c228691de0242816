#include <QtTest>

#include "tests/support/health/balancer_bench.h"

using namespace twinhelm;
using namespace std::chrono_literals;
using twinhelm::test::BalancerBench;

namespace
{

health::Override drain(bool takeOut = false, std::uint32_t few = 0)
{
    health::Override out;
    out.kind = health::Override::Kind::Drain;
    out.by = "alice";
    out.reason = "kernel update";
    out.takeOut = takeOut;
    out.fewConnections = few;
    return out;
}

health::Override weight(int value)
{
    health::Override out;
    out.weight = value;
    return out;
}

const QString both = "table 10.0.0.3:80: 10.0.0.11:80=1 10.0.0.12:80=1";
const QString drained = "table 10.0.0.3:80: 10.0.0.11:80=0 10.0.0.12:80=1";

} // namespace

/// What operators want of servers, whatever the configuration says.
class TestBalancerOverrides : public QObject
{
    Q_OBJECT

private slots:
    void drainAndUndrain()
    {
        BalancerBench bench;
        bench.sentences = true;
        std::ignore = bench.start();
        const auto told = bench.step(health::SetOverride{bench.name(0), drain()});
        QCOMPARE(told.front(), drained);
        QVERIFY(told.contains("! [10.0.0.11]:tcp:80 is drained, asked for by alice: kernel update"));
        QVERIFY(told.contains("keep"));
        QVERIFY(bench.statusOf(0).up);
        QCOMPARE(bench.serviceStatus().liveWeight, 1U);
        QVERIFY(bench.step(health::ClearOverride{bench.name(0), "bob"}).contains(both));
        QVERIFY(bench.step(health::ClearOverride{bench.name(0), "bob"}).isEmpty());
        QVERIFY(bench.balancer().overrides().empty());
    }

    void emptyWhenFewConnectionsAreLeft()
    {
        BalancerBench bench;
        std::ignore = bench.start();
        std::ignore = bench.step(health::SetOverride{bench.name(0), drain(true, 2)});
        QVERIFY(bench.step(health::ConnectionsCounted{bench.name(0), 3}).isEmpty());
        QVERIFY(bench.step(health::ConnectionsCounted{bench.name(1), 0}).isEmpty()); // not drained
        QVERIFY(bench.step(health::ConnectionsCounted{bench.name(0), 2}).contains("table 10.0.0.3:80: 10.0.0.12:80=1"));
        QVERIFY(bench.statusOf(0).overridden->empty);
        QVERIFY(bench.step(health::ConnectionsCounted{bench.name(0), 1}).isEmpty()); // once
    }

    void emptyWhenItsTimeIsOver()
    {
        BalancerBench bench;
        std::ignore = bench.start();
        auto wanted = drain(true);
        wanted.expires = bench.now() + 500ms;
        std::ignore = bench.step(health::SetOverride{bench.name(0), wanted});
        QVERIFY(bench.pass(500ms).contains("table 10.0.0.3:80: 10.0.0.12:80=1"));
    }

    void aWeightWithAnEnd()
    {
        BalancerBench bench;
        std::ignore = bench.start();
        auto wanted = weight(50);
        wanted.expires = bench.now() + 500ms;
        QVERIFY(bench.step(health::SetOverride{bench.name(0), wanted})
                    .contains("table 10.0.0.3:80: 10.0.0.11:80=50 10.0.0.12:80=1"));
        QVERIFY(bench.pass(499ms).isEmpty());
        QVERIFY(bench.pass(1ms).contains(both));
        QVERIFY(bench.balancer().overrides().empty());
    }

    void aDrainedServerThatDiesAndComesBackStaysDrained()
    {
        BalancerBench bench;
        std::ignore = bench.start();
        std::ignore = bench.step(health::SetOverride{bench.name(0), drain()});
        QVERIFY(bench.fails(0).contains("table 10.0.0.3:80: 10.0.0.12:80=1"));
        QVERIFY(bench.passes(0).contains(drained));
    }

    void theyLiveThroughReloads()
    {
        BalancerBench bench;
        std::ignore = bench.start();
        std::ignore = bench.step(health::SetOverride{bench.name(0), drain()});
        QVERIFY(bench.reconfigure().contains(drained));
    }

    void andThroughRestarts()
    {
        BalancerBench bench;
        QVERIFY(bench.start({.overrides = {{bench.name(0), drain()}, {{"x", "y"}, drain()}}}).contains(drained));
        QCOMPARE(bench.balancer().overrides().size(), 1U);
    }

    void whoHasAWeightOfItsOwnIsNotChangedByScripts()
    {
        BalancerBench bench;
        health::Probe script;
        script.kind = health::MiscProbe{BalancerBench::command("look"), 1s, true};
        bench.checks().servers[0].probes = {script};
        std::ignore = bench.start();
        std::ignore = bench.step(health::SetOverride{bench.name(0), weight(3)});
        health::Outcome says;
        says.weight = 30;
        QVERIFY(bench.answer(0, says).isEmpty());
        QCOMPARE(bench.statusOf(0).dynamicWeight, 28);
        QCOMPARE(bench.statusOf(0).weight, 3);
    }

    void whatIsLeftWithoutAServer()
    {
        BalancerBench bench(3);
        bench.checks().quorum = 2;
        std::ignore = bench.start();
        const auto left = bench.balancer().capacityWithout(bench.name(0));
        QVERIFY(left && left->without == 2 && left->needed == 2);
        std::ignore = bench.fails(1);
        QCOMPARE(bench.balancer().capacityWithout(bench.name(0))->without, 1U);
        QCOMPARE(bench.balancer().capacityWithout(bench.name(1))->without, 2U); // it is down anyway
        QVERIFY(!bench.balancer().capacityWithout({"x", "y"}));
    }

    void namesThatPeopleUse()
    {
        BalancerBench bench;
        std::ignore = bench.start();
        const std::string service = "[10.0.0.3]:tcp:80";
        QCOMPARE(bench.balancer().find(service, "10.0.0.12"), std::optional(bench.name(1)));
        QCOMPARE(bench.balancer().find(service, "10.0.0.12:80"), std::optional(bench.name(1)));
        QVERIFY(!bench.balancer().find(service, "10.0.0.1"));
        QVERIFY(!bench.balancer().find("nobody", "10.0.0.12"));
        bench.service().destinations.push_back(bench.service().destinations[1]);
        bench.service().destinations.back().port = 81;
        bench.checks().servers.push_back(bench.checks().servers[1]);
        std::ignore = bench.reconfigure();
        QVERIFY(!bench.balancer().find(service, "10.0.0.12")); // which one?
        QVERIFY(bench.balancer().find(service, "10.0.0.12:81"));
    }

    void probeNowRunsWhatIsNotRunning()
    {
        BalancerBench bench;
        std::ignore = bench.start();
        QCOMPARE(bench.step(health::ProbeNow{bench.name(1)}), QStringList{"probe 2"});
        QVERIFY(bench.step(health::ProbeNow{bench.name(1)}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestBalancerOverrides)
#include "tst_balancer_overrides.moc"
