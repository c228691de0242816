#include "agent/checker/balancer_driver.h"

#include <QtTest>

#include "tests/fakes/fake_table.h"
#include "tests/support/health/balancer_bench.h"

using namespace twinhelm;
using namespace twinhelm::agent;
using namespace std::chrono_literals;
using test::BalancerBench;

namespace
{

/// Everything but the table, as lines.
class FakeWorld final : public ProbePort, public TellPort
{
public:
    QStringList calls;
    std::vector<health::ProbeId> running;

    void start(const health::StartProbe &probe) override
    {
        calls << "probe";
        running.push_back(probe.id);
    }
    void cancel(health::ProbeId) override { calls << "cancel"; }
    void run(const health::RunCommand &command) override
    {
        calls << "run " + QString::fromStdString(command.command.argv.front());
    }
    void write(const health::FifoLine &line) override { calls << QString::fromStdString(line.line).trimmed(); }
    void mail(const health::SmtpAlert &) override { calls << "mail"; }
    void publish(const health::Publish &) override { calls << "publish"; }
    void keep(const std::vector<health::StoredOverride> &overrides) override
    {
        calls << "keep " + QString::number(overrides.size());
    }
};

struct Bench {
    explicit Bench(BalancerBench &settings)
        : driver(health::Balancer(settings.ipvs, settings.health, 1),
                 {keeper, world, world,
                  [this](std::optional<ipvs::SyncRole> role) { world.calls << (role ? "sync" : "no sync"); }},
                 [this] { return now; })
    {
        keeper.attach(now, kernel);
    }
    test::FakeTable kernel;
    TableKeeper keeper{[](const TableKeeper::News &) {}};
    FakeWorld world;
    TimePoint now{100s};
    BalancerDriver driver;
};

} // namespace

class TestBalancerDriver : public QObject
{
    Q_OBJECT

private slots:
    void everyActionReachesItsPort()
    {
        BalancerBench settings(1);
        settings.notifyAll();
        settings.checks().servers[0].smtpAlert = true;
        settings.ipvs.syncDaemon.emplace().instance = "VI_1";
        Bench bench(settings);
        bench.driver.handle(health::Start{});
        QCOMPARE(bench.kernel.table.size(), 1U);
        bench.now += 2s;
        bench.driver.handle(health::DeadlineReached{});
        QVERIFY(bench.world.calls.contains("probe"));
        bench.world.calls.clear();
        health::Outcome refused;
        refused.reason = health::Reason::ConnectRefused;
        bench.driver.handle(health::ProbeFinished{bench.world.running.front(), refused});
        QVERIFY(bench.kernel.table.begin()->second.destinations.empty());
        for (const char *one : {"run down-a", "run quorum-down", "mail", "publish", "VS [10.0.0.3]:tcp:80 DOWN"})
            QVERIFY2(bench.world.calls.contains(one), one);
        bench.driver.handle(health::InstanceChanged{"VI_1", true});
        health::Override drained;
        drained.kind = health::Override::Kind::Drain;
        bench.driver.handle(health::SetOverride{settings.name(0), drained});
        bench.driver.handle(health::ProbeNow{settings.name(0)});
        bench.driver.handle(health::Stop{});
        for (const char *one : {"sync", "keep 1", "cancel", "no sync"})
            QVERIFY2(bench.world.calls.contains(one), one);
        QVERIFY(bench.kernel.table.empty());
    }
};

QTEST_GUILESS_MAIN(TestBalancerDriver)
#include "tst_balancer_driver.moc"
