#include "gui/core/live/live_cluster.h"

#include <QSignalSpy>
#include <QtTest>

#include "tests/unit/gui/core/live/fake_pair.h"

using namespace twinhelm;
using namespace twinhelm::desk;
using fakes::FakeFeed;
using fakes::FakePair;
using fakes::instance;

class TestLiveCluster : public QObject
{
    Q_OBJECT

private slots:
    void init() { pair_ = std::make_unique<FakePair>(); }
    void cleanup() { pair_.reset(); }

    void nodesAreSeenTogether()
    {
        pair_->hearHealthy();
        QCOMPARE(pair_->live.judgement().verdict, Verdict::Ok);
        QCOMPARE(pair_->live.instances().size(), 1);
        QCOMPARE(pair_->live.instances()[0].cells[0].lamp, Lamp::Master);
        QCOMPARE(pair_->live.instances()[0].cells[1].lamp, Lamp::Backup);
        QCOMPARE(pair_->live.vips().size(), 1);
        QCOMPARE(pair_->live.vips()[0].nodes, QStringList{QStringLiteral("lb01")});
        QVERIFY(pair_->live.vips()[0].unknown.isEmpty());
    }

    void aSilentMasterIsNeverGreen()
    {
        pair_->hearHealthy();
        QSignalSpy verdicts(&pair_->live, &LiveCluster::judgementChanged);
        pair_->pass(2999);
        pair_->second.hear(pair_->now, {instance("VI_1", "BACKUP")});
        QCOMPARE(pair_->live.judgement().verdict, Verdict::Ok);
        pair_->pass(1);
        QCOMPARE(pair_->live.judgement().verdict, Verdict::Unknown);
        QCOMPARE(verdicts.size(), 1);
        const auto &cell = pair_->live.instances()[0].cells[0];
        QCOMPARE(cell.lamp, Lamp::Unknown);
        QCOMPARE(cell.lastLamp, Lamp::Master);
        QVERIFY(!cell.fresh);
        QCOMPARE(cell.ageMs, 3000);
        QVERIFY(pair_->live.vips()[0].nodes.isEmpty());
        QCOMPARE(pair_->live.vips()[0].unknown, QStringList{QStringLiteral("lb01")});
        QCOMPARE(pair_->live.nodeHeaders()[0].lamp, Lamp::Unknown);
        QCOMPARE(pair_->live.nodeHeaders()[0].status, NodeStatus::Unknown);
        QCOMPARE(pair_->live.nodeHeaders()[1].status, NodeStatus::Connected);
    }

    void aTakeoverBehindALostNodeIsSeen()
    {
        pair_->hearHealthy();
        pair_->pass(4000);
        pair_->second.hear(pair_->now, {instance("VI_1", "MASTER")});
        QCOMPARE(pair_->live.vips()[0].nodes, QStringList{QStringLiteral("lb02")});
        QCOMPARE(pair_->live.judgement().verdict, Verdict::Unknown);
        QVERIFY(pair_->live.judgement().text.contains(QStringLiteral("lb02 is MASTER")));
        pair_->first.hear(pair_->now, {instance("VI_1", "MASTER")});
        QCOMPARE(pair_->live.judgement().verdict, Verdict::SplitBrain);
        QCOMPARE(pair_->live.vips()[0].nodes.size(), 2);
    }

    void aNodeNeverHeardOfIsConnecting()
    {
        pair_->second.hear(pair_->now, {instance("VI_1", "BACKUP")});
        const auto &cells = pair_->live.instances()[0].cells;
        QCOMPARE(cells[0].lamp, Lamp::Connecting);
        QCOMPARE(cells[0].ageMs, -1);
        QVERIFY(!cells[0].configured);
        QCOMPARE(pair_->live.vips()[0].unknown, QStringList{QStringLiteral("lb01")});
    }

    void whatTheFileHasIsShownBeforeAnyNodeSpeaks()
    {
        pair_->live.setExpectedInstances({QStringLiteral("VI_1"), QStringLiteral("VI_2")});
        QCOMPARE(pair_->live.instances().size(), 2);
        pair_->first.hear(pair_->now, {instance("VI_2", "MASTER"), instance("VI_3", "MASTER")});
        QCOMPARE(pair_->live.instances().size(), 3);
        QCOMPARE(pair_->live.instances()[2].name, QStringLiteral("VI_3"));
    }

    void timeInTheStateGoesOnWhileNothingIsHeard()
    {
        auto master = instance("VI_1", "MASTER");
        master.since = pair_->now.wall - 60'000;
        pair_->first.hear(pair_->now, {master});
        pair_->pass(1000);
        QCOMPARE(pair_->live.instances()[0].cells[0].stateForMs, 61'000);
    }

    void theHeaderLampIsTheGravest()
    {
        pair_->first.hear(pair_->now, {instance("A", "BACKUP"), instance("B", "FAULT"), instance("C", "MASTER")});
        pair_->second.hear(pair_->now, {instance("A", "BACKUP"), instance("C", "MASTER")});
        QCOMPARE(pair_->live.nodeHeaders()[0].lamp, Lamp::Fault);
        QCOMPARE(pair_->live.nodeHeaders()[1].lamp, Lamp::Master);
    }

    void eventsPassThrough()
    {
        QSignalSpy events(&pair_->live, &LiveCluster::eventReceived);
        wire::Event event;
        event.id = 7;
        pair_->second.say(event);
        QCOMPARE(events.size(), 1);
        QCOMPARE(events[0][0].toString(), QStringLiteral("lb02"));
        pair_->live.setFeeds({&pair_->first});
        pair_->second.say(event);
        QCOMPARE(events.size(), 1);
    }

    void aFeedThatDiesIsForgotten()
    {
        auto third = std::make_unique<FakeFeed>(QStringLiteral("lb03"));
        pair_->live.setFeeds({&pair_->second, third.get()});
        third->hear(pair_->now, {instance("VI_1", "MASTER")});
        QCOMPARE(pair_->live.instances().size(), 1);
        third.reset();
        QCOMPARE(pair_->live.nodes(), QStringList{QStringLiteral("lb02")});
        QVERIFY(pair_->live.instances().isEmpty());
    }

private:
    std::unique_ptr<FakePair> pair_;
};

QTEST_GUILESS_MAIN(TestLiveCluster)
#include "tst_live_cluster.moc"
