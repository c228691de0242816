#include "gui/core/models/instance_status_model.h"

#include <QAbstractItemModelTester>
#include <QtTest>

#include "gui/core/models/vip_model.h"
#include "tests/unit/gui/core/live/fake_feed.h"

using namespace twinhelm;
using namespace twinhelm::desk;
using fakes::FakeFeed;
using fakes::instance;

/// Both tables of live data, over one cluster.
class TestInstanceStatusModel : public QObject
{
    Q_OBJECT

private slots:
    void cellsFollowTheCluster()
    {
        Instant now{100'000, 1'700'000'000'000};
        FakeFeed first(QStringLiteral("lb01"));
        FakeFeed second(QStringLiteral("lb02"));
        auto cluster = std::make_unique<LiveCluster>(QStringLiteral("web"), [&now] { return now; });
        cluster->setFeeds({&first, &second});
        InstanceStatusModel model;
        VipModel vips;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        const QAbstractItemModelTester vipTester(&vips, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setCluster(cluster.get());
        vips.setCluster(cluster.get());
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.columnCount(), 2);

        auto master = instance("VI_1", "MASTER");
        master.basePriority = 150;
        master.effectivePriority = 153;
        master.since = now.wall - 180'000;
        first.hear(now, {master});
        second.hear(now, {instance("VI_1", "BACKUP")});
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.headerData(0, Qt::Vertical, Qt::DisplayRole).toString(), QStringLiteral("VI_1"));
        QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("lb02"));
        const auto cell = model.index(0, 0);
        QCOMPARE(cell.data().toString(), QStringLiteral("MASTER"));
        QCOMPARE(cell.data(InstanceStatusModel::LampRole).toInt(), static_cast<int>(Lamp::Master));
        QVERIFY(cell.data(InstanceStatusModel::DetailRole).toString().contains(QStringLiteral("153")));
        QVERIFY(cell.data(InstanceStatusModel::DetailRole).toString().contains(QStringLiteral("3 min")));
        QCOMPARE(vips.index(0, VipModel::WhereColumn).data().toString(), QStringLiteral("lb01"));
        QCOMPARE(vips.index(0, 0).data(VipModel::PlaceRole).toInt(), static_cast<int>(VipModel::OnOneNode));

        now.steadyMs += 5000;
        now.wall += 5000;
        second.hear(now, {instance("VI_1", "BACKUP"), instance("VI_2", "MASTER", "10.0.0.4/32")});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, 0).data(InstanceStatusModel::LampRole).toInt(), static_cast<int>(Lamp::Unknown));
        QVERIFY(model.index(0, 0).data().toString().startsWith(QStringLiteral("unknown since")));
        QVERIFY(model.index(0, 0).data(InstanceStatusModel::DetailRole).toString().contains(QStringLiteral("MASTER")));
        QCOMPARE(vips.index(0, 0).data(VipModel::PlaceRole).toInt(), static_cast<int>(VipModel::NotKnown));

        first.hear(now, {instance("VI_1", "MASTER")});
        second.hear(now, {instance("VI_1", "MASTER")});
        QCOMPARE(vips.index(0, 0).data(VipModel::PlaceRole).toInt(), static_cast<int>(VipModel::OnSeveralNodes));
        first.hear(now, {instance("VI_1", "BACKUP")});
        second.hear(now, {instance("VI_1", "BACKUP")});
        QCOMPARE(vips.index(0, 0).data(VipModel::PlaceRole).toInt(), static_cast<int>(VipModel::Nowhere));

        cluster.reset();
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(vips.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestInstanceStatusModel)
#include "tst_instance_status_model.moc"
