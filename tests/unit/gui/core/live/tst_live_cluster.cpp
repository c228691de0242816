#include "gui/core/live/live_cluster.h"

#include <QSignalSpy>
#include <QtTest>

#include "tests/unit/gui/core/live/fake_feed.h"

using namespace twinhelm;
using namespace twinhelm::desk;
using fakes::FakeFeed;
using fakes::instance;

class TestLiveCluster : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        now_ = {100'000, 1'700'000'000'000};
        first_ = std::make_unique<FakeFeed>(QStringLiteral("lb01"));
        second_ = std::make_unique<FakeFeed>(QStringLiteral("lb02"));
        cluster_ = std::make_unique<LiveCluster>(QStringLiteral("web"), [this] { return now_; });
        cluster_->setFeeds({first_.get(), second_.get()});
    }
    void cleanup()
    {
        cluster_.reset();
        first_.reset();
        second_.reset();
    }

    void nodesAreSeenTogether()
    {
        first_->hear(now_, {instance("VI_1", "MASTER")});
        second_->hear(now_, {instance("VI_1", "BACKUP")});
        QCOMPARE(cluster_->judgement().verdict, Verdict::Ok);
        QCOMPARE(cluster_->instances().size(), 1);
        QCOMPARE(cluster_->instances()[0].cells[0].lamp, Lamp::Master);
        QCOMPARE(cluster_->instances()[0].cells[1].lamp, Lamp::Backup);
        QCOMPARE(cluster_->vips().size(), 1);
        QCOMPARE(cluster_->vips()[0].nodes, QStringList{QStringLiteral("lb01")});
        QVERIFY(cluster_->vips()[0].unknown.isEmpty());
    }

    void aSilentMasterIsNeverGreen()
    {
        first_->hear(now_, {instance("VI_1", "MASTER")});
        second_->hear(now_, {instance("VI_1", "BACKUP")});
        QSignalSpy verdicts(cluster_.get(), &LiveCluster::judgementChanged);
        pass(2999);
        second_->hear(now_, {instance("VI_1", "BACKUP")});
        QCOMPARE(cluster_->judgement().verdict, Verdict::Ok);
        pass(1);
        QCOMPARE(cluster_->judgement().verdict, Verdict::Unknown);
        QCOMPARE(verdicts.size(), 1);
        const auto &cell = cluster_->instances()[0].cells[0];
        QCOMPARE(cell.lamp, Lamp::Unknown);
        QCOMPARE(cell.lastLamp, Lamp::Master);
        QVERIFY(!cell.fresh);
        QCOMPARE(cell.ageMs, 3000);
        QVERIFY(cluster_->vips()[0].nodes.isEmpty());
        QCOMPARE(cluster_->vips()[0].unknown, QStringList{QStringLiteral("lb01")});
        QCOMPARE(cluster_->nodeHeaders()[0].lamp, Lamp::Unknown);
        QCOMPARE(cluster_->nodeHeaders()[0].status, NodeStatus::Unknown);
        QCOMPARE(cluster_->nodeHeaders()[1].status, NodeStatus::Connected);
    }

    void aTakeoverBehindALostNodeIsSeen()
    {
        first_->hear(now_, {instance("VI_1", "MASTER")});
        second_->hear(now_, {instance("VI_1", "BACKUP")});
        pass(4000);
        second_->hear(now_, {instance("VI_1", "MASTER")});
        QCOMPARE(cluster_->vips()[0].nodes, QStringList{QStringLiteral("lb02")});
        QCOMPARE(cluster_->judgement().verdict, Verdict::Unknown);
        QVERIFY(cluster_->judgement().text.contains(QStringLiteral("lb02 is MASTER")));
        first_->hear(now_, {instance("VI_1", "MASTER")});
        QCOMPARE(cluster_->judgement().verdict, Verdict::SplitBrain);
        QCOMPARE(cluster_->vips()[0].nodes.size(), 2);
    }

    void aNodeNeverHeardOfIsConnecting()
    {
        second_->hear(now_, {instance("VI_1", "BACKUP")});
        const auto &cells = cluster_->instances()[0].cells;
        QCOMPARE(cells[0].lamp, Lamp::Connecting);
        QCOMPARE(cells[0].ageMs, -1);
        QVERIFY(!cells[0].configured);
        QCOMPARE(cluster_->vips()[0].unknown, QStringList{QStringLiteral("lb01")});
    }

    void whatTheFileHasIsShownBeforeAnyNodeSpeaks()
    {
        cluster_->setExpectedInstances({QStringLiteral("VI_1"), QStringLiteral("VI_2")});
        QCOMPARE(cluster_->instances().size(), 2);
        first_->hear(now_, {instance("VI_2", "MASTER"), instance("VI_3", "MASTER")});
        QCOMPARE(cluster_->instances().size(), 3);
        QCOMPARE(cluster_->instances()[2].name, QStringLiteral("VI_3"));
    }

    void timeInTheStateGoesOnWhileNothingIsHeard()
    {
        auto master = instance("VI_1", "MASTER");
        master.since = now_.wall - 60'000;
        first_->hear(now_, {master});
        pass(1000);
        QCOMPARE(cluster_->instances()[0].cells[0].stateForMs, 61'000);
    }

    void theHeaderLampIsTheGravest()
    {
        first_->hear(now_, {instance("A", "BACKUP"), instance("B", "FAULT"), instance("C", "MASTER")});
        second_->hear(now_, {instance("A", "BACKUP"), instance("C", "MASTER")});
        QCOMPARE(cluster_->nodeHeaders()[0].lamp, Lamp::Fault);
        QCOMPARE(cluster_->nodeHeaders()[1].lamp, Lamp::Master);
    }

    void eventsPassThrough()
    {
        QSignalSpy events(cluster_.get(), &LiveCluster::eventReceived);
        wire::Event event;
        event.id = 7;
        second_->say(event);
        QCOMPARE(events.size(), 1);
        QCOMPARE(events[0][0].toString(), QStringLiteral("lb02"));
        cluster_->setFeeds({first_.get()});
        second_->say(event);
        QCOMPARE(events.size(), 1);
    }

    void aFeedThatDiesIsForgotten()
    {
        first_->hear(now_, {instance("VI_1", "MASTER")});
        first_.reset();
        QCOMPARE(cluster_->nodes(), QStringList{QStringLiteral("lb02")});
        QVERIFY(cluster_->instances().isEmpty());
    }

private:
    void pass(qint64 milliseconds)
    {
        now_.steadyMs += milliseconds;
        now_.wall += milliseconds;
        cluster_->refresh();
    }

    Instant now_;
    std::unique_ptr<FakeFeed> first_;
    std::unique_ptr<FakeFeed> second_;
    std::unique_ptr<LiveCluster> cluster_;
};

QTEST_GUILESS_MAIN(TestLiveCluster)
#include "tst_live_cluster.moc"
