#include "common/health/weights.h"

#include <QtTest>

using namespace twinhelm::health;

class TestWeights : public QObject
{
    Q_OBJECT

private slots:
    /// keepalived: exit code 2 is weight 0, 255 is 253; 0 asks for nothing.
    void scripts_data()
    {
        QTest::addColumn<bool>("dynamic");
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("expected");
        QTest::newRow("0") << true << 0 << 0;
        QTest::newRow("2") << true << 2 << -10;
        QTest::newRow("12") << true << 12 << 0;
        QTest::newRow("255") << true << 255 << 243;
        QTest::newRow("not dynamic") << false << 50 << 0;
    }
    void scripts()
    {
        QFETCH(bool, dynamic);
        QFETCH(int, code);
        Probe probe;
        probe.kind = MiscProbe{{{"look"}, {}, {}}, std::chrono::seconds(1), dynamic};
        Outcome outcome;
        outcome.weight = code;
        QTEST(static_cast<int>(contributionOf(probe, outcome, 10)), "expected");
    }

    void filesCountAsTheyAre()
    {
        Probe probe;
        probe.kind = FileProbe{"/f", 1, false};
        Outcome outcome;
        outcome.weight = -4;
        QCOMPARE(contributionOf(probe, outcome, 10), -4);
        outcome.weight.reset();
        QCOMPARE(contributionOf(probe, outcome, 10), 0);
    }

    void bounds()
    {
        QCOMPARE(clampWeight(-3), 0);
        QCOMPARE(clampWeight(70000), 65535);
        QCOMPARE(clampWeight(7), 7);
    }
};

QTEST_GUILESS_MAIN(TestWeights)
#include "tst_weights.moc"
