#include "common/simulate/links.h"

#include <QBitArray>
#include <QtTest>

using namespace twinhelm;
using namespace twinhelm::simulate;
using namespace std::chrono_literals;

class TestLinks : public QObject
{
    Q_OBJECT

private slots:
    void cutsAreOneWay()
    {
        Links links(1, 1ms);
        links.cut("a", "b");
        QVERIFY(!links.send("a", "b"));
        QCOMPARE(links.send("b", "a"), std::optional<Duration>(1ms));
        links.cut("b", "a");
        links.heal("a", "b");
        QVERIFY(links.send("a", "b"));
        QVERIFY(!links.send("b", "a"));
        links.healAll();
        QVERIFY(links.send("b", "a"));
    }

    void delaysOfOneWayComeBeforeThatOfAll()
    {
        Links links(1, 1ms);
        links.setDelay({"a", "b"}, 7ms);
        links.setDelay(3ms);
        QCOMPARE(links.send("a", "b"), std::optional<Duration>(7ms));
        QCOMPARE(links.send("b", "a"), std::optional<Duration>(3ms));
    }

    void lossHasItsRatioAndItsSeed()
    {
        const auto lost = [](std::uint64_t seed, double ratio) {
            Links links(seed, 1ms);
            links.setLoss(ratio);
            QBitArray out(10000);
            for (qsizetype i = 0; i < out.size(); ++i)
                out.setBit(i, !links.send("a", "b"));
            return out;
        };
        QCOMPARE(lost(5, 0.2), lost(5, 0.2));
        QVERIFY(lost(5, 0.2) != lost(6, 0.2));
        QCOMPARE(lost(5, 0).count(true), 0);
        QCOMPARE(lost(5, 1).count(true), 10000);
        const auto some = lost(5, 0.2).count(true);
        QVERIFY2(some > 1800 && some < 2200, qPrintable(QString::number(some)));
    }

    void lossOfOneWayComesBeforeThatOfAll()
    {
        Links links(1, 1ms);
        links.setLoss(1);
        links.setLoss({"a", "b"}, 0);
        QVERIFY(links.send("a", "b"));
        QVERIFY(!links.send("b", "a"));
    }
};

QTEST_APPLESS_MAIN(TestLinks)
#include "tst_links.moc"
