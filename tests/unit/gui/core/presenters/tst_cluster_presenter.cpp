#include "gui/core/presenters/cluster_presenter.h"

#include <QSignalSpy>
#include <QtTest>

#include "gui/core/live/unwatched_node.h"
#include "gui/core/presenters/overview_presenter.h"
#include "tests/unit/gui/core/live/fake_pair.h"

using namespace twinhelm;
using namespace twinhelm::desk;
using fakes::FakeFeed;
using fakes::FakePair;
using fakes::instance;

class TestClusterPresenter : public QObject
{
    Q_OBJECT

private slots:
    void init() { pair_ = std::make_unique<FakePair>(); }
    void cleanup() { pair_.reset(); }

    void theHeaderTellsVerdictAndLamps()
    {
        ClusterPresenter header(&pair_->live, nullptr);
        QCOMPARE(header.title(), QStringLiteral("web"));
        QCOMPARE(header.verdictColour(), ColourRole::Stale);
        QCOMPARE(header.lamps()[0].text, QStringLiteral("connecting"));
        pair_->hearHealthy();
        QCOMPARE(header.verdict(), Verdict::Ok);
        QCOMPARE(header.verdictColour(), ColourRole::Good);
        QVERIFY(header.lamps()[0].active);
        QVERIFY(!header.lamps()[1].active);
        QCOMPARE(header.lamps()[1].text, QStringLiteral("BACKUP"));
        pair_->pass(10'000);
        QVERIFY2(!header.lamps()[0].active, "never a green MASTER from the past");
        QCOMPARE(header.lamps()[0].colour, ColourRole::Stale);
        QVERIFY(header.lamps()[0].text.startsWith(QStringLiteral("unknown since")));
        QVERIFY(header.lamps()[0].tooltip.contains(QStringLiteral("10 s")));
        pair_->second.hear(pair_->now, {instance("VI_1", "MASTER")});
        pair_->first.hear(pair_->now, {instance("VI_1", "MASTER")});
        QCOMPARE(header.verdictColour(), ColourRole::Danger);
        QCOMPARE(header.verdictTitle(), QStringLiteral("Split brain"));
    }

    void stockKeepalivedIsNotWatched()
    {
        UnwatchedNode stock(QStringLiteral("lb02"));
        pair_->live.setFeeds({&pair_->first, &stock});
        pair_->first.hear(pair_->now, {instance("VI_1", "BACKUP")});
        ClusterPresenter header(&pair_->live, nullptr);
        QCOMPARE(header.lamps()[1].text, QStringLiteral("not watched"));
        QVERIFY(header.lamps()[1].tooltip.contains(QStringLiteral("keepalived")));
        QVERIFY2(header.verdict() == Verdict::Unknown, "the other may well be MASTER");
        pair_->live.setFeeds({});
    }

    void errorsInTheFileBlockADeploy()
    {
        Document document({QStringLiteral("lb01")});
        ClusterPresenter header(&pair_->live, &document);
        QVERIFY(header.canDeploy());
        document.reset("vrrp_instance V {\n}\n}\n");
        document.flush();
        QVERIFY(!header.canDeploy());
        QVERIFY2(header.deployBlocker().contains(QStringLiteral("Line ")), qPrintable(header.deployBlocker()));
        QVERIFY(header.changesText().contains(QStringLiteral("error")));
        document.apply(QStringLiteral("x"), {TextEdit{SourceRange{0, 0, 22}, ""}});
        QVERIFY(header.changesText().contains(QStringLiteral("unsaved")));
        document.flush();
        QVERIFY2(header.canDeploy(), qPrintable(header.deployBlocker()));
        QVERIFY(!ClusterPresenter(nullptr, nullptr).canDeploy());
    }

    void theOverviewPutsTheGravestFirst()
    {
        LiveCluster other(QStringLiteral("db"), [this] { return pair_->now; });
        OverviewPresenter overview;
        QVERIFY(overview.headline().contains(QStringLiteral("Import")));
        pair_->hearHealthy();
        FakeFeed third(QStringLiteral("db01"));
        other.setFeeds({&third});
        third.hear(pair_->now, {instance("DB", "FAULT", "10.0.0.9/32")});
        overview.setClusters({&pair_->live, &other});
        QCOMPARE(overview.cards().size(), 2);
        QCOMPARE(overview.cards()[0].cluster, QStringLiteral("db"));
        QCOMPARE(overview.cards()[0].vips, QStringList{QStringLiteral("10.0.0.9/32 nowhere")});
        QCOMPARE(overview.cards()[1].vips, QStringList{QStringLiteral("10.0.0.3/32 on lb01")});
        QCOMPARE(overview.cards().front().colour, ColourRole::Danger);
        QSignalSpy changed(&overview, &OverviewPresenter::changed);
        third.hear(pair_->now, {instance("DB", "MASTER", "10.0.0.9/32")});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(overview.cards().front().colour, ColourRole::Good);
        other.refresh();
        QCOMPARE(changed.size(), 1);
    }

private:
    std::unique_ptr<FakePair> pair_;
};

QTEST_GUILESS_MAIN(TestClusterPresenter)
#include "tst_cluster_presenter.moc"
