#include "common/health/balancer.h"

#include <QtTest>

#include "tests/support/health/balancer_bench.h"

using namespace twinhelm;
using namespace std::chrono_literals;
using twinhelm::test::BalancerBench;

namespace
{

const QString vs = "[10.0.0.3]:tcp:80";
const QString a = "[10.0.0.11]:tcp:80";
const QString bothUp = "table 10.0.0.3:80: 10.0.0.11:80=1 10.0.0.12:80=1";
const QString onlyB = "table 10.0.0.3:80: 10.0.0.12:80=1";

health::ProbeFinished refused(health::ProbeId probe)
{
    health::Outcome outcome;
    outcome.reason = health::Reason::ConnectRefused;
    return {probe, outcome};
}

} // namespace

/// keepalived's rules, one after the other (check_api.c, ipwrapper.c).
class TestBalancer : public QObject
{
    Q_OBJECT

private slots:
    // ---- when probes run -----------------------------------------------------------------------

    void nothingHappensBeforeTheStart()
    {
        BalancerBench bench;
        health::Balancer balancer(bench.ipvs, bench.health, 1);
        QVERIFY(!balancer.nextDeadline());
        QVERIFY(balancer.step(TimePoint(1s), health::DeadlineReached{}).empty());
    }

    /// Between 1 s and 1 s + warmup, each at another time.
    void firstProbesAreSpread()
    {
        BalancerBench bench(50);
        for (auto &server : bench.checks().servers)
            server.probes.front().timing.warmup = 60s;
        std::ignore = bench.start();
        QVERIFY(bench.pass(999ms).isEmpty());
        const auto early = bench.pass(30s).size();
        QVERIFY2(early > 10 && early < 40, qPrintable(QString::number(early)));
        QCOMPARE(early + bench.pass(30s + 1ms).size(), 50);
    }

    void aProbeIsRunEachDelayLoop()
    {
        BalancerBench bench(1);
        std::ignore = bench.start();
        QCOMPARE(bench.pass(1s), QStringList{"probe 1"});
        // The answer takes 4 s, which are part of the 10.
        std::ignore = bench.pass(4s);
        std::ignore = bench.passes(0);
        QVERIFY(bench.pass(6s - 1ms).isEmpty());
        QCOMPARE(bench.pass(1ms), QStringList{"probe 1"});
        QVERIFY(bench.pass(60s).isEmpty()); // never twice at once
        std::ignore = bench.passes(0);
        QCOMPARE(bench.pass(0s), QStringList{"probe 1"});
    }

    void aFailureIsTriedAgainSooner()
    {
        BalancerBench bench;
        bench.checks().servers[0].probes = {BalancerBench::tcp(11, 10s, 2)};
        std::ignore = bench.start();
        std::ignore = bench.passes(0);
        for (int i = 0; i < 2; ++i) {
            QVERIFY(bench.fails(0).isEmpty());
            QCOMPARE(bench.statusOf(0).probes.front().next, bench.now() + 2s);
        }
        QVERIFY(bench.fails(0).contains(onlyB));
        QCOMPARE(bench.statusOf(0).probes.front().next, bench.now() + 10s);
    }

    void aProbeThatCannotBeRunSaysNothing()
    {
        BalancerBench bench;
        bench.sentences = true;
        std::ignore = bench.start();
        health::Outcome outcome;
        outcome.reason = health::Reason::CannotRun;
        outcome.text = "no descriptor";
        const auto told = bench.answer(0, outcome);
        QCOMPARE(told.size(), 1);
        QVERIFY2(told.front().contains("cannot be run"), qPrintable(told.front()));
        QVERIFY(bench.answer(0, outcome).isEmpty()); // once
        QVERIFY(bench.statusOf(0).up);
        QVERIFY(bench.passes(0).join(' ').contains("can be run again"));
    }

    void anAnswerThatNobodyWaitsForIsNoAnswer()
    {
        BalancerBench bench;
        std::ignore = bench.start();
        QVERIFY(bench.step(refused(1)).isEmpty());
        QVERIFY(bench.step(refused(4711)).isEmpty());
        QVERIFY(bench.statusOf(0).up);
    }

    // ---- servers -------------------------------------------------------------------------------

    void withoutAlphaServersAreUpAtOnce()
    {
        BalancerBench bench;
        bench.notifyAll();
        QCOMPARE(bench.start(), (QStringList{bothUp, "run quorum-up", "> VS " + vs + " UP"}));
    }

    void initNotifies()
    {
        BalancerBench bench(1);
        bench.notifyAll();
        bench.health.initNotifies = true;
        QCOMPARE(bench.start(), (QStringList{"table 10.0.0.3:80: 10.0.0.11:80=1", "run up-a",
                                             "> RS " + a + " " + vs + " UP", "run quorum-up", "> VS " + vs + " UP"}));
    }

    void withAlphaTheyHaveToPassFirst()
    {
        BalancerBench bench(1);
        bench.notifyAll();
        bench.checks().servers[0].probes[0].startsFailed = true;
        QCOMPARE(bench.start(), QStringList{"table 10.0.0.3:80:"});
        // The first failure is told, although nothing changes.
        QCOMPARE(bench.fails(0), (QStringList{"run down-a", "> RS " + a + " " + vs + " DOWN"}));
        QVERIFY(bench.fails(0).isEmpty());
        QCOMPARE(bench.passes(0), (QStringList{"table 10.0.0.3:80: 10.0.0.11:80=1", "run up-a",
                                               "> RS " + a + " " + vs + " UP", "run quorum-up", "> VS " + vs + " UP"}));
    }

    void aServerWithoutProbesIsUpAlsoWithAlpha()
    {
        BalancerBench bench(1);
        bench.checks().servers[0].probes.clear();
        bench.checks().servers[0].startsDown = true;
        QCOMPARE(bench.start().front(), QString("table 10.0.0.3:80: 10.0.0.11:80=1"));
    }

    /// Table, script, pipe, quorum, mail.
    void theOrderOfADeath()
    {
        BalancerBench bench(1);
        bench.notifyAll();
        bench.sorry();
        bench.checks().servers[0].smtpAlert = bench.checks().smtpAlert = true;
        std::ignore = bench.start();
        QCOMPARE(
            bench.fails(0),
            (QStringList{
                "table 10.0.0.3:80: 10.0.0.99:80=1", "run down-a", "> RS " + a + " " + vs + " DOWN", "run quorum-down",
                "> VS " + vs + " DOWN", "@ Virtualserver " + vs + " - DOWN / => Lost quorum 1-0=1 > 0 <=",
                "@ Realserver " + a + " of virtual server " + vs + " - DOWN / => TCP CHECK failed on service <="}));
        QCOMPARE(bench.passes(0),
                 (QStringList{
                     "table 10.0.0.3:80: 10.0.0.11:80=1", "run up-a", "> RS " + a + " " + vs + " UP", "run quorum-up",
                     "> VS " + vs + " UP", "@ Virtualserver " + vs + " - UP / => Gained quorum 1+0=1 <= 1 <=",
                     "@ Realserver " + a + " of virtual server " + vs + " - UP / => TCP CHECK succeed on service <="}));
    }

    void upOnlyWhenAllProbesPass()
    {
        BalancerBench bench;
        bench.checks().servers[0].probes.push_back(BalancerBench::tcp(11));
        std::ignore = bench.start();
        QVERIFY(bench.answer(0, false, 0).contains(onlyB));
        QVERIFY(bench.answer(0, false, 1).isEmpty());
        QVERIFY(bench.answer(0, true, 0).isEmpty());
        QVERIFY(!bench.statusOf(0).up);
        QVERIFY(bench.answer(0, true, 1).contains(bothUp));
    }

    /// Each probe mails, unless no_checker_emails leaves those that change nothing.
    void mailsOfProbesThatChangeNothing_data()
    {
        QTest::addColumn<bool>("fewer");
        QTest::addColumn<int>("mails");
        QTest::newRow("usually") << false << 1;
        QTest::newRow("no_checker_emails") << true << 0;
    }
    void mailsOfProbesThatChangeNothing()
    {
        QFETCH(bool, fewer);
        BalancerBench bench;
        bench.health.noCheckerMails = fewer;
        bench.checks().servers[0].smtpAlert = true;
        bench.checks().servers[0].probes.push_back(BalancerBench::tcp(11));
        std::ignore = bench.start();
        QCOMPARE(bench.answer(0, false, 0).filter("@").size(), 1);
        QTEST(static_cast<int>(bench.answer(0, false, 1).filter("@").size()), "mails");
    }

    void inhibitOnFailureKeepsItWithWeightZero()
    {
        BalancerBench bench;
        bench.checks().servers[0].inhibitOnFailure = true;
        std::ignore = bench.start();
        QVERIFY(bench.fails(0).contains("table 10.0.0.3:80: 10.0.0.11:80=0 10.0.0.12:80=1"));
        QVERIFY(bench.passes(0).contains(bothUp));
    }

    /// Drained: no new connections, but there, and alive.
    void aConfiguredWeightOfZero()
    {
        BalancerBench bench;
        bench.checks().servers[0].weight = bench.service().destinations[0].weight = 0;
        QVERIFY(bench.start().contains("table 10.0.0.3:80: 10.0.0.11:80=0 10.0.0.12:80=1"));
        QCOMPARE(bench.serviceStatus().liveWeight, 1U);
        QVERIFY(bench.statusOf(0).up);
    }

    // ---- quorum and the sorry server -----------------------------------------------------------

    void withoutASorryServerALostQuorumLeavesTheServers()
    {
        BalancerBench bench(3);
        bench.notifyAll();
        bench.checks().quorum = 2;
        std::ignore = bench.start();
        std::ignore = bench.fails(0);
        const auto told = bench.fails(1);
        QVERIFY(told.contains("table 10.0.0.3:80: 10.0.0.13:80=1"));
        QVERIFY(told.contains("run quorum-down"));
    }

    void aSorryServerTakesTheirPlace()
    {
        BalancerBench bench(3);
        bench.checks().quorum = 2;
        bench.checks().servers[0].inhibitOnFailure = true;
        bench.sorry();
        std::ignore = bench.start();
        std::ignore = bench.fails(0);
        QVERIFY(bench.fails(1).contains("table 10.0.0.3:80: 10.0.0.11:80=0 10.0.0.99:80=1"));
        QVERIFY(bench.serviceStatus().sorryServes);
        // One that comes back alone is not enough; with the next one both serve.
        QVERIFY(bench.fails(2).contains("table 10.0.0.3:80: 10.0.0.11:80=0 10.0.0.99:80=1"));
        QCOMPARE(bench.passes(2).filter("table"), QStringList{"table 10.0.0.3:80: 10.0.0.11:80=0 10.0.0.99:80=1"});
        QVERIFY(bench.passes(0).contains("table 10.0.0.3:80: 10.0.0.11:80=1 10.0.0.13:80=1"));
        QVERIFY(!bench.serviceStatus().sorryServes);
    }

    void aSorryServerThatInhibitsWaitsInTheTable()
    {
        BalancerBench bench(1);
        bench.sorry();
        bench.service().sorryServerInhibits = true;
        QVERIFY(bench.start().contains("table 10.0.0.3:80: 10.0.0.11:80=1 10.0.0.99:80=0"));
        QVERIFY(bench.fails(0).contains("table 10.0.0.3:80: 10.0.0.99:80=1"));
        QVERIFY(bench.passes(0).contains("table 10.0.0.3:80: 10.0.0.11:80=1 10.0.0.99:80=0"));
    }

    void withAlphaTheSorryServerBegins()
    {
        BalancerBench bench(1);
        bench.notifyAll();
        bench.sorry();
        bench.checks().servers[0].probes[0].startsFailed = true;
        QCOMPARE(bench.start(),
                 (QStringList{"table 10.0.0.3:80: 10.0.0.99:80=1", "run quorum-down", "> VS " + vs + " DOWN"}));
    }

    void hysteresis()
    {
        BalancerBench bench(4);
        bench.notifyAll();
        bench.checks().quorum = 2;
        bench.checks().hysteresis = 1;
        std::ignore = bench.start(); // 4 >= 3
        QVERIFY(!bench.fails(0).contains("run quorum-down"));
        QVERIFY(!bench.fails(1).contains("run quorum-down"));
        QVERIFY(!bench.fails(2).contains("run quorum-down")); // 1 >= 1
        QVERIFY(bench.fails(3).contains("run quorum-down"));
        QVERIFY(!bench.passes(0).contains("run quorum-up"));
        QVERIFY(!bench.passes(1).contains("run quorum-up")); // 2 < 3
        QVERIFY(bench.passes(2).contains("run quorum-up"));
    }

    // ---- weights -------------------------------------------------------------------------------

    void dynamicWeightsAddUp()
    {
        BalancerBench bench;
        auto &server = bench.checks().servers[0];
        server.weight = bench.service().destinations[0].weight = 10;
        health::Probe script;
        script.kind = health::MiscProbe{BalancerBench::command("look"), 1s, true};
        server.probes = {script, script};
        std::ignore = bench.start();
        health::Outcome says;
        says.weight = 22; // 20, 10 more than configured
        QVERIFY(bench.answer(0, says, 0).contains("table 10.0.0.3:80: 10.0.0.11:80=20 10.0.0.12:80=1"));
        says.weight = 7; // 5, 5 less
        QVERIFY(bench.answer(0, says, 1).contains("table 10.0.0.3:80: 10.0.0.11:80=15 10.0.0.12:80=1"));
        says.weight = 0; // what it asked for is taken back
        QVERIFY(bench.answer(0, says, 0).contains("table 10.0.0.3:80: 10.0.0.11:80=5 10.0.0.12:80=1"));
        QCOMPARE(bench.serviceStatus().liveWeight, 6U);
    }

    void aDynamicWeightMovesTheQuorum()
    {
        BalancerBench bench(1);
        bench.notifyAll();
        health::Probe script;
        script.kind = health::MiscProbe{BalancerBench::command("look"), 1s, true};
        bench.checks().servers[0].probes = {script};
        std::ignore = bench.start();
        health::Outcome says;
        says.weight = 2;
        QCOMPARE(bench.answer(0, says),
                 (QStringList{"table 10.0.0.3:80: 10.0.0.11:80=0", "run quorum-down", "> VS " + vs + " DOWN"}));
        QVERIFY(bench.statusOf(0).up);
    }

    // ---- ha_suspend, sync daemon ---------------------------------------------------------------

    void suspendedWithoutItsAddress()
    {
        BalancerBench bench(1);
        bench.checks().haSuspend = true;
        std::ignore = bench.start();
        QVERIFY(bench.serviceStatus().suspended);
        QVERIFY(bench.pass(60s).isEmpty());
        std::ignore = bench.step(health::AddressesChanged{{BalancerBench::address(3)}});
        QCOMPARE(bench.pass(1s), QStringList{"probe 1"});
        QCOMPARE(bench.step(health::AddressesChanged{{}}), QStringList{"cancel 1"});
        QVERIFY(bench.step(refused(1)).isEmpty());
        QVERIFY(bench.pass(60s).isEmpty());
        QVERIFY(bench.statusOf(0).up); // the verdict stays
    }

    void theSyncDaemonFollowsItsInstance()
    {
        BalancerBench bench;
        ipvs::SyncDaemon daemon;
        daemon.interface = "eth0";
        daemon.instance = "VI_1";
        bench.ipvs.syncDaemon = daemon;
        std::ignore = bench.start();
        QCOMPARE(bench.step(health::InstanceChanged{"VI_1", false}), QStringList{"sync backup"});
        QVERIFY(bench.step(health::InstanceChanged{"VI_2", true}).isEmpty());
        QCOMPARE(bench.step(health::InstanceChanged{"VI_1", true}), QStringList{"sync master"});
        QVERIFY(bench.step(health::InstanceChanged{"VI_1", true}).isEmpty());
        QCOMPARE(bench.step(health::InstanceChanged{"VI_1", false, false}), QStringList{"sync none"});
    }

    // ---- the end -------------------------------------------------------------------------------

    void theEndIsQuietWithoutOmega()
    {
        BalancerBench bench(1);
        bench.notifyAll();
        std::ignore = bench.start();
        std::ignore = bench.pass(1s);
        QCOMPARE(bench.step(health::Stop{}), (QStringList{"gone 10.0.0.3:80", "cancel 1"}));
        QVERIFY(!bench.balancer().nextDeadline());
        QVERIFY(bench.step(health::DeadlineReached{}).isEmpty());
    }

    void omegaTellsTheEnd()
    {
        BalancerBench bench(2);
        bench.notifyAll();
        bench.checks().omega = true;
        bench.checks().servers[0].smtpAlert = true;
        std::ignore = bench.start();
        std::ignore = bench.fails(1);
        QCOMPARE(bench.step(health::Stop{}),
                 (QStringList{"gone 10.0.0.3:80", "run down-a", "> RS " + a + " " + vs + " DOWN",
                              "@ Realserver " + a + " of virtual server " + vs + " - DOWN / => Shutting down <=",
                              "run quorum-down", "> VS " + vs + " DOWN"}));
    }

    void omegaWithAFlushTellsOfTheServiceOnly()
    {
        BalancerBench bench(1);
        bench.notifyAll();
        bench.checks().omega = true;
        bench.ipvs.flushOnStop = ipvs::FlushOnStop::All;
        std::ignore = bench.start();
        QCOMPARE(bench.step(health::Stop{}),
                 (QStringList{"gone 10.0.0.3:80", "run quorum-down", "> VS " + vs + " DOWN"}));
    }
};

QTEST_GUILESS_MAIN(TestBalancer)
#include "tst_balancer.moc"
