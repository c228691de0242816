#include "gui/core/models/site_tree_model.h"

#include <QAbstractItemModelTester>
#include <QTemporaryDir>
#include <QtTest>

#include "tests/unit/gui/core/live/fake_feed.h"

using namespace twinhelm;
using namespace twinhelm::desk;
using fakes::FakeFeed;
using fakes::instance;
using Kind = SiteTreeModel::Kind;

class TestSiteTreeModel : public QObject
{
    Q_OBJECT

private slots:
    void theTreeFollowsSiteAndNodes()
    {
        QTemporaryDir folder;
        auto site = *Site::create(folder.path(), QStringLiteral("Frankfurt"));
        QVERIFY(site->addCluster({QStringLiteral("web"), {}, {QStringLiteral("lb01"), QStringLiteral("lb02")}}, {}));
        SiteNode spare;
        spare.name = QStringLiteral("spare");
        QVERIFY(site->putNode(spare));
        Instant now{100'000, 1'700'000'000'000};
        FakeFeed feed(QStringLiteral("lb01"));
        LiveCluster live(QStringLiteral("web"), [&now] { return now; });
        live.setFeeds({&feed});

        SiteTreeModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setSite(site.get());
        model.setCluster(QStringLiteral("web"), &live);
        const auto root = model.index(0, 0);
        QCOMPARE(root.data().toString(), QStringLiteral("Frankfurt"));
        QCOMPARE(model.rowCount(root), 2);
        const auto web = model.indexOf(Kind::Cluster, QStringLiteral("web"));
        QCOMPARE(model.rowCount(web), 2);
        QCOMPARE(web.data(SiteTreeModel::VerdictRole).toInt(), static_cast<int>(Verdict::Unknown));

        feed.hear(now, {instance("VI_1", "MASTER"), instance("VI_2", "BACKUP")});
        QCOMPARE(model.rowCount(web), 4);
        const auto second = model.indexOf(Kind::Instance, QStringLiteral("VI_2"), QStringLiteral("web"));
        QVERIFY(second.isValid());
        QCOMPARE(second.parent(), web);
        QCOMPARE(second.data(SiteTreeModel::VerdictRole).toInt(), static_cast<int>(Verdict::NoMaster));
        QCOMPARE(web.data(SiteTreeModel::VerdictRole).toInt(), static_cast<int>(Verdict::NoMaster));
        QCOMPARE(root.data(SiteTreeModel::VerdictRole).toInt(), static_cast<int>(Verdict::NoMaster));
        const auto node = model.indexOf(Kind::Node, QStringLiteral("lb01"), QStringLiteral("web"));
        QCOMPARE(node.data(SiteTreeModel::LampRole).toInt(), static_cast<int>(Lamp::Master));

        feed.hear(now, {instance("VI_2", "MASTER")});
        QCOMPARE(model.rowCount(web), 3);
        QCOMPARE(web.data(SiteTreeModel::VerdictRole).toInt(), static_cast<int>(Verdict::Ok));

        model.setBadge(QStringLiteral("web"), QStringLiteral("unsaved"));
        QCOMPARE(web.data(SiteTreeModel::BadgeRole).toString(), QStringLiteral("unsaved"));
        QVERIFY(site->removeCluster(QStringLiteral("web")));
        QVERIFY(!model.indexOf(Kind::Cluster, QStringLiteral("web")).isValid());
        QCOMPARE(model.rowCount(model.index(0, 0)), 3);
        site.reset();
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestSiteTreeModel)
#include "tst_site_tree_model.moc"
