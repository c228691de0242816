#include "gui/core/presenters/cluster_presenter.h"

#include <QSignalSpy>
#include <QtTest>

#include "gui/core/presenters/overview_presenter.h"
#include "tests/unit/gui/core/live/fake_feed.h"

using namespace twinhelm;
using namespace twinhelm::desk;
using fakes::FakeFeed;
using fakes::instance;

class TestClusterPresenter : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        now_ = {100'000, 1'700'000'000'000};
        first_ = std::make_unique<FakeFeed>(QStringLiteral("lb01"));
        second_ = std::make_unique<FakeFeed>(QStringLiteral("lb02"));
        live_ = std::make_unique<LiveCluster>(QStringLiteral("web"), [this] { return now_; });
        live_->setFeeds({first_.get(), second_.get()});
    }
    void cleanup()
    {
        live_.reset();
        first_.reset();
        second_.reset();
    }

    void theHeaderTellsVerdictAndLamps()
    {
        ClusterPresenter header(live_.get(), nullptr);
        QCOMPARE(header.title(), QStringLiteral("web"));
        QCOMPARE(header.verdictColour(), ColourRole::Stale);
        QCOMPARE(header.lamps()[0].text, QStringLiteral("connecting"));
        first_->hear(now_, {instance("VI_1", "MASTER")});
        second_->hear(now_, {instance("VI_1", "BACKUP")});
        QCOMPARE(header.verdict(), Verdict::Ok);
        QCOMPARE(header.verdictColour(), ColourRole::Good);
        QVERIFY(header.lamps()[0].active);
        QVERIFY(!header.lamps()[1].active);
        QCOMPARE(header.lamps()[1].text, QStringLiteral("BACKUP"));
        now_.steadyMs += 10'000;
        live_->refresh();
        QVERIFY2(!header.lamps()[0].active, "never a green MASTER from the past");
        QCOMPARE(header.lamps()[0].colour, ColourRole::Stale);
        QVERIFY(header.lamps()[0].text.startsWith(QStringLiteral("unknown since")));
        QVERIFY(header.lamps()[0].tooltip.contains(QStringLiteral("10 s")));
        second_->hear(now_, {instance("VI_1", "MASTER")});
        first_->hear(now_, {instance("VI_1", "MASTER")});
        QCOMPARE(header.verdictColour(), ColourRole::Danger);
        QCOMPARE(header.verdictTitle(), QStringLiteral("Split brain"));
    }

    void errorsInTheFileBlockADeploy()
    {
        Document document({QStringLiteral("lb01")});
        ClusterPresenter header(live_.get(), &document);
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
        LiveCluster other(QStringLiteral("db"), [this] { return now_; });
        OverviewPresenter overview;
        QVERIFY(overview.headline().contains(QStringLiteral("Import")));
        first_->hear(now_, {instance("VI_1", "MASTER")});
        second_->hear(now_, {instance("VI_1", "BACKUP")});
        FakeFeed third(QStringLiteral("db01"));
        other.setFeeds({&third});
        third.hear(now_, {instance("DB", "FAULT", "10.0.0.9/32")});
        overview.setClusters({live_.get(), &other});
        QCOMPARE(overview.cards().size(), 2);
        QCOMPARE(overview.cards()[0].cluster, QStringLiteral("db"));
        QCOMPARE(overview.cards()[0].vips, QStringList{QStringLiteral("10.0.0.9/32 nowhere")});
        QCOMPARE(overview.cards()[1].vips, QStringList{QStringLiteral("10.0.0.3/32 on lb01")});
        QCOMPARE(overview.headlineColour(), ColourRole::Danger);
        QSignalSpy changed(&overview, &OverviewPresenter::changed);
        third.hear(now_, {instance("DB", "MASTER", "10.0.0.9/32")});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(overview.headlineColour(), ColourRole::Good);
        other.refresh();
        QCOMPARE(changed.size(), 1);
    }

private:
    Instant now_;
    std::unique_ptr<FakeFeed> first_;
    std::unique_ptr<FakeFeed> second_;
    std::unique_ptr<LiveCluster> live_;
};

QTEST_GUILESS_MAIN(TestClusterPresenter)
#include "tst_cluster_presenter.moc"
