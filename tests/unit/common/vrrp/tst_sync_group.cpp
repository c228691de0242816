#include "common/vrrp/sync_group.h"

#include <QtTest>

using namespace twinhelm;
using namespace twinhelm::vrrp;

namespace
{

SyncGroupSettings pair()
{
    SyncGroupSettings settings;
    settings.name = "PAIR";
    settings.members = {"VI_1", "VI_2"};
    settings.notify.toMaster = Command{{"master.sh"}, {}, {}};
    settings.notify.any = Command{{"notify.sh"}, {}, {}};
    return settings;
}

constexpr State I = State::Init, B = State::Backup, M = State::Master, F = State::Fault, S = State::Stopped;

} // namespace

class TestSyncGroup : public QObject
{
    Q_OBJECT

private slots:
    void stateOfAWhole()
    {
        QVERIFY(groupState({}) == I);
        QVERIFY(groupState({M, M}) == M);
        QVERIFY(groupState({M, B}) == B);
        QVERIFY(groupState({B, B}) == B);
        QVERIFY(groupState({M, F}) == F);
        QVERIFY(groupState({B, I}) == I);
        QVERIFY(groupState({S, S}) == S);
    }

    void oneMasterTakesAll()
    {
        SyncGroup group(pair());
        QVERIFY(group.judge({B, B}) == SyncGroup::Order::None);
        QVERIFY(group.judge({M, B}) == SyncGroup::Order::AllMaster);
        QVERIFY(group.judge({M, M}) == SyncGroup::Order::None);
    }

    void oneThatStepsDownTakesAll()
    {
        SyncGroup group(pair());
        (void)group.judge({M, M});
        QVERIFY(group.judge({M, B}) == SyncGroup::Order::AllBackup);
        QVERIFY(group.judge({B, B}) == SyncGroup::Order::None);
    }

    void oneThatArrivesLateJoins()
    {
        SyncGroup group(pair());
        (void)group.judge({M, I});
        QVERIFY(group.judge({M, B}) == SyncGroup::Order::AllMaster);
    }

    void faultyMembersAreLeftAlone()
    {
        SyncGroup group(pair());
        (void)group.judge({M, M});
        QVERIFY(group.judge({M, F}) == SyncGroup::Order::None); // the node faults the others itself
    }

    void reportsAndNotifiesOnce()
    {
        SyncGroup group(pair());
        NodeActions out;
        group.report(TimePoint(std::chrono::seconds(7)), {M, M}, "master_down", out);
        QCOMPARE(out.size(), std::size_t(3));
        const auto &publish = std::get<Publish>(out[0]);
        QVERIFY(publish.group);
        QCOMPARE(publish.subject, std::string("PAIR"));
        QVERIFY(publish.from == State::Init && publish.to == State::Master);
        QCOMPARE(publish.cause, std::string("master_down"));
        QCOMPARE(std::get<RunNotify>(out[1]).command.argv, std::vector<std::string>{"master.sh"});
        const std::vector<std::string> any{"notify.sh", "GROUP", "PAIR", "MASTER", "0"};
        QCOMPARE(std::get<RunNotify>(out[2]).command.argv, any);
        QVERIFY(group.status().since == TimePoint(std::chrono::seconds(7)));

        out.clear();
        group.report(TimePoint(std::chrono::seconds(8)), {M, M}, "x", out);
        QVERIFY(out.empty());
    }
};

QTEST_GUILESS_MAIN(TestSyncGroup)
#include "tst_sync_group.moc"
