#include "tests/lab/failover.h"
#include "tests/lab/lab_test.h"

using namespace twinhelm::lab;

Q_DECLARE_METATYPE(FailoverCase)

/// What a client notices when the master goes. TH_LAB_ENGINE=keepalived measures the stock engine instead.
class TestFailover : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { REQUIRE_LAB(); }

    void staysWithinTheProtocolsLimit_data()
    {
        QTest::addColumn<FailoverCase>("what");
        QTest::addColumn<double>("allowance");
        const auto engine = qgetenv("TH_LAB_ENGINE") == "keepalived" ? EngineKind::Keepalived : EngineKind::Twinhelm;
        QTest::newRow("host dies, v2, advert 1 s") << FailoverCase{engine, 2, Millis(1000), Loss::Crash} << 50.0;
        QTest::newRow("host dies, v3, advert 0.1 s") << FailoverCase{engine, 3, Millis(100), Loss::Crash} << 50.0;
        QTest::newRow("orderly stop, v2, advert 1 s") << FailoverCase{engine, 2, Millis(1000), Loss::Stop} << 20.0;
        QTest::newRow("orderly stop, v3, advert 0.1 s") << FailoverCase{engine, 3, Millis(100), Loss::Stop} << 20.0;
    }
    void staysWithinTheProtocolsLimit()
    {
        QFETCH(FailoverCase, what);
        QFETCH(double, allowance);
        // One after the other: three labs at once on two cores hold each other up.
        const auto results = measureFailovers(what, 3, 1);
        QCOMPARE(results.size(), 3U);
        for (const auto &result : results) {
            if (!result.trouble.empty())
                showLong(result.logs);
            QVERIFY2(result.trouble.empty(), result.trouble.c_str());
            qInfo("%s: outage %.1f ms, limit %.1f ms", engineName(what.engine).c_str(), result.outageMs,
                  what.limitMs());
        }
        for (const auto &result : results) {
            QVERIFY2(result.outageMs <= what.limitMs() + allowance,
                     qPrintable(QString("outage %1 ms").arg(result.outageMs)));
            QVERIFY2(result.oneHolder, "the VIP is not exactly where it must be");
        }
    }
};

QTEST_GUILESS_MAIN(TestFailover)
#include "tst_failover.moc"
