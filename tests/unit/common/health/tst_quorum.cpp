#include "common/health/quorum.h"

#include <QtTest>

using namespace twinhelm::health;

class TestQuorum : public QObject
{
    Q_OBJECT

private slots:
    void rules_data()
    {
        QTest::addColumn<unsigned>("quorum");
        QTest::addColumn<unsigned>("hysteresis");
        QTest::addColumn<bool>("up");
        QTest::addColumn<int>("weight");
        QTest::addColumn<int>("expected");
        const auto row = [](const char *name, unsigned quorum, unsigned hysteresis, bool up, int weight,
                            Quorum::Change expected) {
            QTest::newRow(name) << quorum << hysteresis << up << weight << static_cast<int>(expected);
        };
        using C = Quorum::Change;
        row("gained at the quorum", 2, 0, false, 2, C::Gained);
        row("not below it", 2, 0, false, 1, C::None);
        row("kept at the quorum", 2, 0, true, 2, C::None);
        row("lost below it", 2, 0, true, 1, C::Lost);
        row("gained only above the hysteresis", 3, 1, false, 3, C::None);
        row("gained at quorum and hysteresis", 3, 1, false, 4, C::Gained);
        row("kept down to the hysteresis", 3, 1, true, 2, C::None);
        row("lost below the hysteresis", 3, 1, true, 1, C::Lost);
        row("lost without any weight", 1, 1, true, 0, C::Lost);
        row("nothing to lose", 1, 0, false, 0, C::None);
    }
    void rules()
    {
        QFETCH(unsigned, quorum);
        QFETCH(unsigned, hysteresis);
        QFETCH(bool, up);
        QFETCH(int, weight);
        Quorum one;
        one.remember(up);
        const auto change = one.update(static_cast<std::uint64_t>(weight), {quorum, hysteresis}, false, true);
        QTEST(static_cast<int>(change), "expected");
    }

    void aSorryServerIsCalledAtTheStart()
    {
        Quorum one;
        QCOMPARE(one.update(0, {1, 0}, true, false), Quorum::Change::None);
        QCOMPARE(one.update(0, {1, 0}, true, true), Quorum::Change::Missing);
        QVERIFY(!one.up());
        QCOMPARE(one.update(1, {1, 0}, false, false), Quorum::Change::Gained);
    }
};

QTEST_GUILESS_MAIN(TestQuorum)
#include "tst_quorum.moc"
