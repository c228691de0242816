#include "agent/checker/table_keeper.h"

#include <QtTest>

#include "common/ipvs/desired.h"
#include "tests/fakes/fake_table.h"
#include "tests/support/health/balancer_bench.h"

using namespace twinhelm;
using namespace twinhelm::agent;
using namespace std::chrono_literals;
using test::BalancerBench;
using test::FakeTable;

namespace
{

ipvs::ServiceKey key(int last)
{
    ipvs::ServiceKey out;
    out.address = BalancerBench::address(last);
    out.port = 80;
    return out;
}

/// A service with 10.0.0.11 at this weight, and 10.0.0.12 at 1.
ipvs::TableService service(int weight = 1)
{
    ipvs::TableService out;
    out.destinations[{BalancerBench::address(11), 80}].weight = weight;
    out.destinations[{BalancerBench::address(12), 80}].weight = 1;
    return out;
}

health::Program program(ipvs::Table services, std::vector<ipvs::ServiceKey> removed = {})
{
    return {std::move(services), std::move(removed)};
}

struct Bench {
    FakeTable kernel;
    QStringList news; ///< causes
    TableKeeper keeper{[this](const TableKeeper::News &one) { news << QString::fromStdString(one.cause); }};
    TimePoint now{100s};
};

} // namespace

class TestTableKeeper : public QObject
{
    Q_OBJECT

private slots:
    void onlyDifferencesAreWritten()
    {
        Bench bench;
        bench.keeper.attach(bench.now, bench.kernel);
        bench.keeper.program(bench.now, program({{key(3), service()}, {key(4), service()}}));
        QCOMPARE(bench.kernel.changes.size(), 6U);
        bench.kernel.changes.clear();
        bench.keeper.program(bench.now, program({{key(3), service(0)}, {key(4), service()}}));
        QCOMPARE(bench.kernel.changes.size(), 1U);
        QVERIFY(bench.kernel.changes.front().find("10.0.0.11") != std::string::npos);
        bench.keeper.program(bench.now, program({}, {key(4)}));
        QVERIFY(!bench.kernel.table.contains(key(4)));
        QVERIFY(bench.keeper.complete());
        QVERIFY(bench.news.isEmpty());
    }

    void whatAPredecessorLeftIsNotAddedAgain()
    {
        Bench bench;
        bench.kernel.table = {{key(3), service()}, {key(99), service()}};
        bench.keeper.attach(bench.now, bench.kernel);
        QCOMPARE(*bench.keeper.found(), bench.kernel.table);
        bench.keeper.program(bench.now, program({{key(3), service()}}));
        QVERIFY(bench.kernel.changes.empty());
        bench.keeper.look(bench.now + 60s);
        QVERIFY(bench.kernel.table.contains(key(99))); // somebody else's
        QVERIFY(bench.news.isEmpty());
    }

    void whatOthersChangeIsMended()
    {
        Bench bench;
        bench.keeper.attach(bench.now, bench.kernel);
        bench.keeper.program(bench.now, program({{key(3), service()}}));
        QCOMPARE(bench.keeper.nextLook(), bench.now + 60s);
        bench.kernel.table.clear(); // ipvsadm -C
        bench.keeper.look(bench.now + 60s);
        QCOMPARE(bench.kernel.table.at(key(3)), service());
        QCOMPARE(bench.news, QStringList{"mended"});
        QCOMPARE(bench.keeper.mended(), 3U);
    }

    /// A change that does not fit what somebody else made of the table: read again at once, and nobody notices.
    void aFailureReadsTheTableAgain()
    {
        Bench bench;
        bench.keeper.attach(bench.now, bench.kernel);
        bench.keeper.program(bench.now, program({{key(3), service()}}));
        bench.kernel.table.clear();
        bench.keeper.program(bench.now, program({{key(3), service(0)}}));
        QCOMPARE(bench.kernel.table.at(key(3)), service(0));
        QVERIFY(bench.keeper.complete());
    }

    void whatTheKernelRefusesIsToldOnceAndTriedAgain()
    {
        Bench bench;
        bench.keeper.attach(bench.now, bench.kernel);
        bench.kernel.refuses = "10.0.0.11";
        bench.keeper.program(bench.now, program({{key(3), service()}}));
        QVERIFY(!bench.keeper.complete());
        QCOMPARE(bench.kernel.table.at(key(3)).destinations.size(), 1U); // the other one is served
        QCOMPARE(bench.keeper.nextLook(), bench.now + 1s);
        bench.now += 1s;
        bench.keeper.look(bench.now);
        QCOMPARE(bench.keeper.nextLook(), bench.now + 2s);
        QCOMPARE(bench.news, QStringList{"refused"});
        bench.kernel.refuses.clear();
        bench.keeper.look(bench.now + 2s);
        QVERIFY(bench.keeper.complete());
        QCOMPARE(bench.kernel.table.at(key(3)), service());
        QCOMPARE(bench.news, (QStringList{"refused", "ipvs"}));
    }

    void aTableThatCannotBeReadIsTriedAgain()
    {
        Bench bench;
        bench.keeper.attach(bench.now, bench.kernel);
        bench.keeper.program(bench.now, program({{key(3), service()}}));
        bench.kernel.unreadable = true;
        bench.keeper.look(bench.now);
        QVERIFY(!bench.keeper.complete());
        bench.kernel.unreadable = false;
        bench.keeper.look(bench.now + 1s);
        QVERIFY(bench.keeper.complete());
    }

    void withoutIpvsItRemembers()
    {
        Bench bench;
        bench.keeper.detach({"A0380", "the kernel has no IPVS", "load ip_vs"});
        bench.keeper.detach({"A0380", "the kernel has no IPVS", "load ip_vs"});
        QCOMPARE(bench.news, QStringList{"no_ipvs"});
        QCOMPARE(bench.keeper.missing(), std::string("the kernel has no IPVS; load ip_vs"));
        bench.keeper.program(bench.now, program({{key(3), service()}, {key(4), service()}}));
        bench.keeper.program(bench.now, program({}, {key(4)}));
        QVERIFY(!bench.keeper.found() && !bench.keeper.nextLook());
        bench.keeper.attach(bench.now, bench.kernel);
        QCOMPARE(bench.kernel.table, (ipvs::Table{{key(3), service()}}));
        QCOMPARE(bench.news, (QStringList{"no_ipvs", "ipvs"}));
        QVERIFY(bench.keeper.missing().empty());
    }
};

QTEST_GUILESS_MAIN(TestTableKeeper)
#include "tst_table_keeper.moc"
