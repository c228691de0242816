#include <QtTest>

#include "gui/core/presenters/handover_offer.h"

namespace twinhelm::desk
{

class TestHandoverOffer : public QObject
{
    Q_OBJECT

private slots:
    void namesWhatMovesAndWhere();
    void theBackupOfHighestPriorityTakesOver();
    void refusesWithoutAFreshMaster();
    void refusesWhenNobodyCanTakeOver();
    void offersTheReleaseOfAHeldNode();

private:
    static InstanceCell cell(const char *node, Lamp lamp, int priority, bool fresh = true)
    {
        InstanceCell made;
        made.node = QLatin1String(node);
        made.lamp = lamp;
        made.fresh = fresh;
        made.effectivePriority = priority;
        made.addresses = {{QStringLiteral("10.0.0.3/24"), QStringLiteral("eth0"), lamp == Lamp::Master, false}};
        return made;
    }
};

void TestHandoverOffer::namesWhatMovesAndWhere()
{
    const auto offer =
        offerHandover({QStringLiteral("VI_1"), {cell("lb01", Lamp::Master, 150), cell("lb02", Lamp::Backup, 100)}});
    QVERIFY(offer.possible);
    QCOMPARE(offer.from, QStringLiteral("lb01"));
    for (const char *word : {"VI_1", "lb01", "lb02", "10.0.0.3"})
        QVERIFY2(offer.consequence.contains(QLatin1String(word)), word);
    QVERIFY(!offer.consequence.contains(QStringLiteral("/24")));
}

void TestHandoverOffer::theBackupOfHighestPriorityTakesOver()
{
    const auto offer = offerHandover({QStringLiteral("VI_1"),
                                      {cell("lb01", Lamp::Master, 150), cell("lb02", Lamp::Backup, 90),
                                       cell("lb03", Lamp::Backup, 100), cell("lb04", Lamp::Backup, 120, false)}});
    QVERIFY(offer.consequence.contains(QStringLiteral("lb03")));
}

void TestHandoverOffer::refusesWithoutAFreshMaster()
{
    const auto offer = offerHandover(
        {QStringLiteral("VI_1"), {cell("lb01", Lamp::Master, 150, false), cell("lb02", Lamp::Backup, 100)}});
    QVERIFY(!offer.possible);
    QVERIFY(offer.from.isEmpty());
    QVERIFY(offer.consequence.contains(QStringLiteral("VI_1")));
}

void TestHandoverOffer::refusesWhenNobodyCanTakeOver()
{
    const auto faulty =
        offerHandover({QStringLiteral("VI_1"), {cell("lb01", Lamp::Master, 150), cell("lb02", Lamp::Fault, 100)}});
    QVERIFY(!faulty.possible);
    QVERIFY(faulty.consequence.contains(QStringLiteral("lb02")));
    QVERIFY(faulty.consequence.contains(QStringLiteral("FAULT")));
    const auto alone = offerHandover({QStringLiteral("VI_1"), {cell("lb01", Lamp::Master, 150)}});
    QVERIFY(!alone.possible);
    QVERIFY(!alone.consequence.isEmpty());
}

void TestHandoverOffer::offersTheReleaseOfAHeldNode()
{
    auto held = cell("lb01", Lamp::Backup, 150);
    held.heldBack = true;
    const auto offer = offerHandover({QStringLiteral("VI_1"), {held, cell("lb02", Lamp::Master, 100)}});
    QCOMPARE(offer.heldBack, QStringLiteral("lb01"));
    QVERIFY(offer.release.contains(QStringLiteral("lb01")));
    // Handing back to the held node is the release, not another hand-over.
    QVERIFY(!offer.possible);
}

} // namespace twinhelm::desk

QTEST_GUILESS_MAIN(twinhelm::desk::TestHandoverOffer)
#include "tst_handover_offer.moc"
