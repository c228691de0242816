#include <QtTest>

#include "common/ipvs/desired.h"
#include "tests/support/health/balancer_bench.h"

using namespace twinhelm;
using namespace std::chrono_literals;
using twinhelm::test::BalancerBench;

namespace
{

const QString vs = "[10.0.0.3]:tcp:80";

/// The kernel's table with 10.0.0.11, ... at these weights; -1: not there.
ipvs::Table kernel(const BalancerBench &bench, const QList<int> &weights, int sorry = -1)
{
    ipvs::Table out;
    const auto key = ipvs::keysOf(bench.ipvs.services.front()).front();
    auto &service = out[key];
    for (qsizetype i = 0; i < weights.size(); ++i) {
        if (weights[i] >= 0)
            service.destinations[{BalancerBench::address(11 + static_cast<int>(i)), 80}].weight = weights[i];
    }
    if (sorry >= 0)
        service.destinations[{BalancerBench::address(99), 80}].weight = sorry;
    return out;
}

} // namespace

/// Reloads, and a checker that goes on for one that was killed.
class TestBalancerReconfigure : public QObject
{
    Q_OBJECT

private slots:
    void whatIsTheSameGoesOn()
    {
        BalancerBench bench;
        bench.notifyAll();
        std::ignore = bench.start();
        std::ignore = bench.fails(0);
        std::ignore = bench.pass(1s);
        const auto before = bench.statusOf(1).probes.front();
        QVERIFY(before.running);
        const auto next = bench.statusOf(0).probes.front().next;
        // The table is told once more; whoever programs it finds nothing to change.
        const auto told = bench.reconfigure();
        QCOMPARE(told, (QStringList{"table 10.0.0.3:80: 10.0.0.12:80=1", "keep"}));
        QVERIFY(!bench.statusOf(0).up);
        QCOMPARE(bench.statusOf(0).probes.front().next, next);
        QCOMPARE(bench.statusOf(1).probes.front().id, before.id);
        QVERIFY(bench.statusOf(1).probes.front().running);
        QVERIFY(bench.fails(1).contains("run down-b"));
    }

    void aShorterDelayLoopCountsFromNow()
    {
        BalancerBench bench(1);
        std::ignore = bench.start();
        std::ignore = bench.passes(0);
        bench.checks().servers[0].probes[0].timing.delayLoop = 3s;
        std::ignore = bench.reconfigure();
        QCOMPARE(bench.statusOf(0).probes.front().next, bench.now() + 3s);
    }

    void aRemovedServerIsSeenOff()
    {
        BalancerBench bench;
        bench.notifyAll();
        bench.checks().servers[1].smtpAlert = true;
        std::ignore = bench.start();
        std::ignore = bench.pass(1s); // its probe runs
        bench.checks().servers.pop_back();
        bench.service().destinations.pop_back();
        QCOMPARE(
            bench.reconfigure(),
            (QStringList{"table 10.0.0.3:80: 10.0.0.11:80=1", "run down-b", "> RS [10.0.0.12]:tcp:80 " + vs + " DOWN",
                         "@ Realserver [10.0.0.12]:tcp:80 of virtual server " + vs + " - DOWN / => Removing <=", "keep",
                         "cancel 2"}));
    }

    void aRemovedServiceIsSeenOff()
    {
        BalancerBench bench(1);
        bench.notifyAll();
        std::ignore = bench.start();
        bench.ipvs.services.clear();
        bench.health.services.clear();
        QCOMPARE(bench.reconfigure(),
                 (QStringList{"gone 10.0.0.3:80", "run down-a", "> RS [10.0.0.11]:tcp:80 " + vs + " DOWN",
                              "run quorum-down", "> VS " + vs + " DOWN", "keep"}));
        QVERIFY(!bench.balancer().nextDeadline());
    }

    void aNewServerJoins()
    {
        BalancerBench bench(1);
        std::ignore = bench.start();
        std::ignore = bench.fails(0);
        const BalancerBench larger(2);
        bench.ipvs = larger.ipvs;
        bench.health = larger.health;
        QCOMPARE(bench.reconfigure().filter("table"), QStringList{"table 10.0.0.3:80: 10.0.0.12:80=1"});
        QVERIFY(!bench.statusOf(0).up);
        QVERIFY(bench.serviceStatus().up);
    }

    /// Two servers stay while one goes: nobody may see a lost quorum in between.
    void theQuorumIsCountedWhenAllAreKnown()
    {
        BalancerBench bench(3);
        bench.notifyAll();
        bench.sorry();
        bench.checks().quorum = 2;
        std::ignore = bench.start();
        bench.checks().servers.pop_back();
        bench.service().destinations.pop_back();
        // The first one loses the probe that held it down.
        QVERIFY(!bench.reconfigure().contains("run quorum-down"));
    }

    void withoutTheProbeThatFailedAServerIsUp()
    {
        BalancerBench bench;
        bench.notifyAll();
        std::ignore = bench.start();
        std::ignore = bench.fails(0);
        bench.checks().servers[0].probes.clear();
        const auto told = bench.reconfigure();
        QVERIFY(told.contains("run up-a"));
        QVERIFY(told.contains("table 10.0.0.3:80: 10.0.0.11:80=1 10.0.0.12:80=1"));
    }

    /// A probe that is new, alpha or not, has no say about a server that works, and brings back none that does not.
    void aNewProbeOfAnOldServer()
    {
        BalancerBench bench;
        std::ignore = bench.start();
        std::ignore = bench.fails(0);
        for (std::size_t i = 0; i < 2; ++i) {
            auto probe = BalancerBench::tcp(11 + static_cast<int>(i));
            probe.endpoint.port = 8080;
            probe.startsFailed = true;
            bench.checks().servers[i].probes = {probe};
        }
        std::ignore = bench.reconfigure();
        QVERIFY(!bench.statusOf(0).up);
        QVERIFY(bench.statusOf(1).up);
    }

    void aSorryServerThatIsGoneLeavesTheServers()
    {
        BalancerBench bench(2);
        bench.checks().quorum = 2;
        bench.sorry();
        std::ignore = bench.start();
        QVERIFY(bench.fails(0).contains("table 10.0.0.3:80: 10.0.0.99:80=1"));
        bench.service().sorryServer.reset();
        QVERIFY(bench.reconfigure().contains("table 10.0.0.3:80: 10.0.0.12:80=1"));
    }

    void weights()
    {
        BalancerBench bench;
        std::ignore = bench.start();
        bench.checks().servers[0].weight = bench.service().destinations[0].weight = 7;
        QVERIFY(bench.reconfigure().contains("table 10.0.0.3:80: 10.0.0.11:80=7 10.0.0.12:80=1"));
    }

    void anotherSyncDaemonIsStartedAnew()
    {
        BalancerBench bench;
        ipvs::SyncDaemon daemon;
        daemon.instance = "VI_1";
        bench.ipvs.syncDaemon = daemon;
        std::ignore = bench.start();
        std::ignore = bench.step(health::InstanceChanged{"VI_1", true});
        QVERIFY(!bench.reconfigure().contains("sync master"));
        bench.ipvs.syncDaemon->id = 9;
        QVERIFY(bench.reconfigure().contains("sync master"));
        bench.ipvs.syncDaemon.reset();
        QVERIFY(bench.reconfigure().contains("sync none"));
    }

    // ---- adoption ------------------------------------------------------------------------------

    void aKilledPredecessorsVerdictsAreFound()
    {
        BalancerBench bench(3);
        bench.notifyAll();
        bench.checks().servers[1].inhibitOnFailure = true;
        bench.checks().servers[2].probes[0].startsFailed = true; // alpha, but it was up
        QCOMPARE(bench.start({.adopt = kernel(bench, {-1, 0, 1})}),
                 QStringList{"table 10.0.0.3:80: 10.0.0.12:80=0 10.0.0.13:80=1"}); // and nobody is told again
        QVERIFY(bench.passes(0).contains("run up-a"));
        QVERIFY(bench.passes(1).contains("run up-b"));
    }

    void withItsSorryServer()
    {
        BalancerBench bench(1);
        bench.notifyAll();
        bench.sorry();
        QCOMPARE(bench.start({.adopt = kernel(bench, {-1}, 1)}), QStringList{"table 10.0.0.3:80: 10.0.0.99:80=1"});
        QVERIFY(bench.passes(0).contains("run quorum-up"));
    }

    void withTheWeightAScriptAskedFor()
    {
        BalancerBench bench(1);
        health::Probe script;
        script.kind = health::MiscProbe{BalancerBench::command("look"), 1s, true};
        bench.checks().servers[0].probes = {script};
        QCOMPARE(bench.start({.adopt = kernel(bench, {9})}), QStringList{"table 10.0.0.3:80: 10.0.0.11:80=9"});
    }

    void aServiceThatIsNotThereBeginsAnew()
    {
        BalancerBench bench(1);
        bench.notifyAll();
        QVERIFY(bench.start({.adopt = ipvs::Table{}}).contains("run quorum-up"));
    }
};

QTEST_GUILESS_MAIN(TestBalancerReconfigure)
#include "tst_balancer_reconfigure.moc"
