#include <QtTest>

#include "common/ipvs/sync.h"

using namespace twinhelm;
using namespace twinhelm::ipvs;

namespace
{

SyncDaemon settings()
{
    SyncDaemon out;
    out.interface = "eth0";
    out.id = 51;
    return out;
}

RunningSync running(SyncRole role)
{
    // What the kernel chose by itself.
    return {role, "eth0", 51, 1472, 8848, 1, IpAddress::v4({224, 0, 0, 81})};
}

} // namespace

class TestSync : public QObject
{
    Q_OBJECT

private slots:
    void startsOnceAndStays()
    {
        const std::vector<SyncChange> start{StartSync{SyncRole::Backup, settings()}};
        QCOMPARE(planSync({}, settings(), SyncRole::Backup), start);
        QVERIFY(planSync({running(SyncRole::Backup)}, settings(), SyncRole::Backup).empty());
    }

    void oneRoleStopsBeforeTheOtherStarts()
    {
        const std::vector<SyncChange> changes{StopSync{SyncRole::Backup, 51}, StartSync{SyncRole::Master, settings()}};
        QCOMPARE(planSync({running(SyncRole::Backup)}, settings(), SyncRole::Master), changes);
        const std::vector<SyncChange> stop{StopSync{SyncRole::Backup, 51}};
        QCOMPARE(planSync({running(SyncRole::Master), running(SyncRole::Backup)}, settings(), SyncRole::Master), stop);
    }

    void allStopWhereNoneIsWanted()
    {
        const std::vector<SyncChange> stop{StopSync{SyncRole::Master, 51}, StopSync{SyncRole::Backup, 51}};
        QCOMPARE(planSync({running(SyncRole::Master), running(SyncRole::Backup)}, std::nullopt, SyncRole::Master),
                 stop);
    }

    void otherSettingsStartItAgain_data()
    {
        QTest::addColumn<int>("what");
        int number = 0;
        for (const auto *name : {"interface", "id", "length", "port", "ttl", "group"})
            QTest::newRow(name) << number++;
    }
    void otherSettingsStartItAgain()
    {
        QFETCH(int, what);
        auto wanted = settings();
        switch (what) {
        case 0: wanted.interface = "eth1"; break;
        case 1: wanted.id = 52; break;
        case 2: wanted.mostLength = 1400; break;
        case 3: wanted.port = 9000; break;
        case 4: wanted.timeToLive = 2; break;
        default: wanted.group = IpAddress::v4({224, 0, 0, 82}); break;
        }
        const std::vector<SyncChange> changes{StopSync{SyncRole::Master, 51}, StartSync{SyncRole::Master, wanted}};
        QCOMPARE(planSync({running(SyncRole::Master)}, wanted, SyncRole::Master), changes);
    }
};

QTEST_APPLESS_MAIN(TestSync)
#include "tst_sync.moc"
