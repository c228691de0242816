#include "agent/checker/server_commands.h"

#include <boost/json.hpp>

#include <QtTest>

#include "tests/support/health/balancer_bench.h"

using namespace twinhelm;
using namespace twinhelm::agent;
using namespace std::chrono_literals;
using test::BalancerBench;

namespace
{

Result<health::Event> commanded(const BalancerBench &bench, const char *body)
{
    return serverCommand(boost::json::parse(body), bench.balancer(), bench.now(), 77);
}

} // namespace

class TestServerCommands : public QObject
{
    Q_OBJECT

private slots:
    void drain()
    {
        BalancerBench bench;
        std::ignore = bench.start();
        const auto event =
            commanded(bench, R"({"command":"drain","service":"[10.0.0.3]:tcp:80","server":"10.0.0.11","by":"alice",
                       "reason":"update","for_ms":5000,"connections":3,"take_out":true})");
        QVERIFY(event);
        const auto &set = std::get<health::SetOverride>(*event);
        QCOMPARE(set.of, bench.name(0));
        QCOMPARE(set.what.kind, health::Override::Kind::Drain);
        QCOMPARE(set.what.reason, std::string("update"));
        QCOMPARE(set.what.by, std::string("alice"));
        QCOMPARE(set.what.since, 77);
        QCOMPARE(set.what.expires, std::optional(bench.now() + 5s));
        QVERIFY(set.what.fewConnections == 3 && set.what.takeOut);
    }

    void weightAndUndrain()
    {
        BalancerBench bench;
        std::ignore = bench.start();
        const auto weight = commanded(
            bench, R"({"command":"weight","service":"[10.0.0.3]:tcp:80","server":"10.0.0.12:80","weight":9})");
        QCOMPARE(std::get<health::SetOverride>(*weight).what.weight, 9);
        const auto undrain = commanded(
            bench, R"({"command":"undrain","service":"[10.0.0.3]:tcp:80","server":"10.0.0.12:80","by":"bob"})");
        QCOMPARE(std::get<health::ClearOverride>(*undrain).by, std::string("bob"));
    }

    /// N-1: what would be left has to be enough.
    void theQuorumIsLookedAt()
    {
        BalancerBench bench;
        bench.checks().quorum = 2;
        std::ignore = bench.start();
        for (const char *what : {R"("command":"drain")", R"("command":"weight","weight":0)"}) {
            const auto body = std::string("{") + what + R"(,"service":"[10.0.0.3]:tcp:80","server":"10.0.0.11")";
            const auto refused = commanded(bench, (body + "}").c_str());
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, std::string("A0393"));
            QVERIFY(commanded(bench, (body + R"(,"force":true})").c_str()));
        }
        QVERIFY(commanded(bench, R"({"command":"weight","weight":5,"service":"[10.0.0.3]:tcp:80",
                                     "server":"10.0.0.11"})"));
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("code");
        QTest::newRow("service") << QByteArray(R"({"command":"drain","service":"x","server":"10.0.0.11"})") << "A0391";
        QTest::newRow("server") << QByteArray(R"({"command":"drain","service":"[10.0.0.3]:tcp:80","server":"x"})")
                                << "A0392";
        QTest::newRow("no weight") << QByteArray(
                                          R"({"command":"weight","service":"[10.0.0.3]:tcp:80","server":"10.0.0.11"})")
                                   << "A0394";
        QTest::newRow("too much") << QByteArray(R"({"command":"weight","service":"[10.0.0.3]:tcp:80",
                                                    "server":"10.0.0.11","weight":65536})")
                                  << "A0394";
        QTest::newRow("nothing") << QByteArray("{}") << "A0391";
        QTest::newRow("no object") << QByteArray("[1]") << "A0391";
    }
    void refusals()
    {
        QFETCH(QByteArray, body);
        BalancerBench bench;
        std::ignore = bench.start();
        const auto refused = commanded(bench, body);
        QVERIFY(!refused);
        QTEST(QString::fromStdString(refused.error().code), "code");
        QVERIFY(!refused.error().mend.empty());
    }

    void anAddressOfTwoServers()
    {
        BalancerBench bench;
        bench.service().destinations.push_back(bench.service().destinations[0]);
        bench.service().destinations.back().port = 81;
        bench.checks().servers.push_back(bench.checks().servers[0]);
        std::ignore = bench.start();
        const auto refused =
            commanded(bench, R"({"command":"undrain","service":"[10.0.0.3]:tcp:80","server":"10.0.0.11"})");
        QVERIFY(!refused && refused.error().what.find("more than one") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestServerCommands)
#include "tst_server_commands.moc"
