#include "common/vrrp/machine.h"

#include <QtTest>

#include "tests/support/vrrp/machine_bench.h"

using namespace twinhelm;
using namespace twinhelm::vrrp;
using twinhelm::test::address;
using twinhelm::test::at;
using twinhelm::test::Bench;
using twinhelm::test::group;
using twinhelm::test::heard;
using twinhelm::test::larger;
using twinhelm::test::line;
using twinhelm::test::plain;
using twinhelm::test::smaller;
using twinhelm::test::us;
using twinhelm::test::vip;
using namespace std::chrono_literals;

namespace
{

Bench inState(State state)
{
    Bench bench;
    switch (state) {
    case State::Init: break;
    case State::Backup: bench.start(); break;
    case State::Master: bench.becomeMaster(); break;
    case State::Fault:
        bench.start();
        bench.tell(0s, event::FaultFound{{"link_down", "eth0 is down"}});
        break;
    case State::Stopped:
        bench.start();
        bench.tell(0s, event::Stop{{"shutdown", "stopped"}});
        break;
    }
    return bench;
}

struct Row {
    State from;
    MachineEvent event;
    const char *variant;
    Duration now; ///< 1 s: before any deadline of a backup; 4 s: between two adverts of a master
    State to;
    const char *actions;
};

constexpr State I = State::Init, B = State::Backup, M = State::Master, F = State::Fault, S = State::Stopped;
constexpr std::size_t eventKinds = std::variant_size_v<MachineEvent>;
constexpr std::size_t states = 5;

const char *kindName(std::size_t index)
{
    static constexpr const char *names[] = {"Start",           "Stop",          "Deadline",        "AdvertHeard",
                                            "FaultFound",      "FaultCleared",  "PriorityChanged", "GroupMaster",
                                            "GroupBackup",     "HandOver",      "ReleaseHold",     "AddressesApplied",
                                            "AddressVanished", "ObjectVanished"};
    static_assert(std::size(names) == eventKinds, "a new event needs rows for every state");
    return names[index];
}

/// The whole machine as a table. A missing pair fails `everyPairHasARow`.
std::vector<Row> table()
{
    const event::Start start{{"startup", "started"}};
    const event::Stop stop{{"shutdown", "stopped"}};
    const event::Deadline deadline{};
    const event::FaultFound fault{{"link_down", "eth0 is down"}, true};
    const event::FaultFound linkGone{{"link_down", "eth0 is down"}, false};
    const event::FaultCleared cleared{{"link_up", "eth0 is up"}};
    const event::PriorityChanged priority{Priority{90}};
    const event::GroupMaster groupMaster{{"sync_group", "together"}};
    const event::GroupBackup groupBackup{{"sync_group", "together"}};
    const event::HandOver handOver{};
    const event::ReleaseHold release{};
    const event::AddressesApplied added{true, {}};
    const event::AddressesApplied notAdded{true, "no such device"};
    const event::AddressesApplied notRemoved{false, "no such device"};
    const event::AddressVanished vanished{vip, "ip"};
    const event::AddressVanished foreign{Prefix{address("10.9.9.9"), 32}, "ip"};
    const event::ObjectVanished routeGone{"route 10.1.0.0/16", "ip"};
    return {
        {I, start, "", 1s, B, "state(startup)"},
        {I, stop, "", 1s, S, "state(shutdown)"},
        {I, deadline, "", 1s, I, ""},
        {I, heard(200), "", 1s, I, ""},
        {I, fault, "", 1s, F, "state(link_down)"},
        {I, cleared, "", 1s, I, ""},
        {I, priority, "", 1s, I, ""},
        {I, groupMaster, "", 1s, I, ""},
        {I, groupBackup, "", 1s, I, ""},
        {I, handOver, "", 1s, I, ""},
        {I, release, "", 1s, I, ""},
        {I, added, "", 1s, I, ""},
        {I, vanished, "", 1s, I, ""},
        {I, routeGone, "", 1s, I, ""},

        {B, start, "", 1s, B, ""},
        {B, stop, "", 1s, S, "state(shutdown)"},
        {B, deadline, "too early", 1s, B, ""},
        {B, deadline, "reached", 4s, M, "advert150 add announce5 state(master_down)"},
        {B, heard(200), "higher", 1s, B, "peer(peer_master)"},
        {B, heard(150, larger), "equal", 1s, B, "peer(peer_master)"},
        {B, heard(150, smaller), "equal, smaller address", 1s, B, "peer(peer_master)"},
        {B, heard(100), "lower", 1s, B, ""},
        {B, heard(0), "leaving", 1s, B, ""},
        {B, fault, "", 1s, F, "state(link_down)"},
        {B, cleared, "", 1s, B, ""},
        {B, priority, "", 1s, B, ""},
        {B, groupMaster, "", 1s, M, "advert150 add announce5 state(sync_group)"},
        {B, groupBackup, "", 1s, B, ""},
        {B, handOver, "", 1s, B, "hold(handover)"},
        {B, release, "not held", 1s, B, ""},
        {B, notRemoved, "failed", 1s, B, "address(address_remove_failed)"},
        {B, added, "late", 1s, B, ""},
        {B, vanished, "", 1s, B, ""},
        {B, routeGone, "", 1s, B, ""},

        {M, start, "", 4s, M, ""},
        {M, stop, "", 4s, S, "advert0 remove state(shutdown)"},
        {M, deadline, "too early", 4s, M, ""},
        {M, deadline, "reached", 4500ms, M, "advert150"},
        {M, heard(100), "lower", 4s, M, "conflict(two_masters) advert150 announce5"},
        {M, heard(150, smaller), "equal, smaller address", 4s, M, "conflict(two_masters) advert150 announce5"},
        {M, heard(150, larger), "equal, larger address", 4s, B, "remove state(higher_priority)"},
        {M, heard(200), "higher", 4s, B, "remove state(higher_priority)"},
        {M, heard(0), "leaving", 4s, M, "advert150"},
        {M, fault, "link usable", 4s, F, "advert0 remove state(link_down)"},
        {M, linkGone, "link gone", 4s, F, "remove state(link_down)"},
        {M, cleared, "", 4s, M, ""},
        {M, priority, "", 4s, M, ""},
        {M, groupMaster, "", 4s, M, ""},
        {M, groupBackup, "", 4s, B, "remove state(sync_group)"},
        {M, handOver, "", 4s, B, "advert0 remove state(handover)"},
        {M, release, "", 4s, M, ""},
        {M, added, "done", 4s, M, ""},
        {M, notAdded, "failed", 4s, M, "address(address_add_failed)"},
        {M, vanished, "ours", 4s, M, "address(address_vanished) add announce5"},
        {M, routeGone, "", 4s, M, "address(address_vanished) add announce5"},
        {M, foreign, "not ours", 4s, M, ""},

        {F, start, "", 1s, F, ""},
        {F, stop, "", 1s, S, "state(shutdown)"},
        {F, deadline, "", 9s, F, ""},
        {F, heard(200), "", 1s, F, ""},
        {F, fault, "another", 1s, F, ""},
        {F, cleared, "", 1s, B, "state(link_up)"},
        {F, priority, "", 1s, F, ""},
        {F, groupMaster, "", 1s, F, ""},
        {F, groupBackup, "", 1s, F, ""},
        {F, handOver, "", 1s, F, "hold(handover)"},
        {F, release, "", 1s, F, ""},
        {F, added, "late", 1s, F, ""},
        {F, vanished, "", 1s, F, ""},
        {F, routeGone, "", 1s, F, ""},

        {S, start, "", 1s, B, "state(startup)"},
        {S, stop, "", 1s, S, ""},
        {S, deadline, "", 9s, S, ""},
        {S, heard(0), "", 1s, S, ""},
        {S, fault, "", 1s, S, ""},
        {S, cleared, "", 1s, S, ""},
        {S, priority, "", 1s, S, ""},
        {S, groupMaster, "", 1s, S, ""},
        {S, groupBackup, "", 1s, S, ""},
        {S, handOver, "", 1s, S, ""},
        {S, release, "", 1s, S, ""},
        {S, added, "late", 1s, S, ""},
        {S, vanished, "", 1s, S, ""},
        {S, routeGone, "", 1s, S, ""},
    };
}

QString named(State state)
{
    return QString::fromLatin1(stateName(state).data());
}

} // namespace

class TestMachine : public QObject
{
    Q_OBJECT

private slots:
    void everyPairHasARow()
    {
        std::array<std::array<bool, eventKinds>, states> covered{};
        for (const auto &row : table())
            covered[std::size_t(row.from)][row.event.index()] = true;
        for (std::size_t state = 0; state < states; ++state) {
            for (std::size_t kind = 0; kind < eventKinds; ++kind) {
                QVERIFY2(covered[state][kind],
                         qPrintable(QStringLiteral("no row for %1 in %2")
                                        .arg(QString::fromLatin1(kindName(kind)), named(static_cast<State>(state)))));
            }
        }
    }

    void step_data()
    {
        QTest::addColumn<int>("row");
        const auto rows = table();
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const auto name = named(rows[i].from) + " " + kindName(rows[i].event.index()) + " " + rows[i].variant;
            QTest::newRow(qPrintable(name.trimmed())) << int(i);
        }
    }
    void step()
    {
        QFETCH(int, row);
        const auto expected = table().at(std::size_t(row));
        auto bench = inState(expected.from);
        QCOMPARE(named(bench.machine.state()), named(expected.from));
        QCOMPARE(QString::fromStdString(bench.tell(expected.now, expected.event)),
                 QString::fromLatin1(expected.actions));
        QCOMPARE(named(bench.machine.state()), named(expected.to));
        // Only a router in the election waits for a time.
        QCOMPARE(bench.machine.nextDeadline().has_value(), expected.to == B || expected.to == M);
    }

    // ---- waiting times ----

    void waitsOfABackup()
    {
        Bench bench;
        bench.start();
        QVERIFY(bench.machine.nextDeadline() == at(3414062500ns));
        bench.tell(1s, heard(200));
        QVERIFY(bench.machine.nextDeadline() == at(4414062500ns));
        bench.tell(2s, heard(100)); // refused: the time runs on
        QVERIFY(bench.machine.nextDeadline() == at(4414062500ns));
        bench.tell(3s, heard(0, smaller));
        QVERIFY(bench.machine.nextDeadline() == at(3414062500ns)); // 3 s + skew
        bench.tell(3200ms, heard(0, smaller));                     // said twice: the first counts
        QVERIFY(bench.machine.nextDeadline() == at(3414062500ns));
        QCOMPARE(bench.tick(3414062500ns), std::string("advert150 add announce5 state(priority_zero)"));
    }

    void aNewPriorityMovesTheWait()
    {
        Bench bench;
        bench.start();
        bench.tell(1s, event::PriorityChanged{Priority{100}});
        QVERIFY(bench.machine.nextDeadline() == at(3609375us));
    }

    void stateMasterWaitsOneIntervalOnly()
    {
        auto settings = plain();
        settings.startAs = StartAs::Master;
        Bench bench(settings);
        bench.start();
        QVERIFY(bench.machine.state() == State::Backup);
        QVERIFY(bench.machine.nextDeadline() == at(1414062500ns));
        bench.tell(1s, event::FaultFound{{"link_down", ""}});
        bench.tell(2s, event::FaultCleared{{"link_up", ""}}); // "state" is the start state only
        QVERIFY(bench.machine.nextDeadline() == at(5414062500ns));
    }

    void ownerIsMasterAtOnce()
    {
        auto settings = plain();
        settings.priority = priorityOwner;
        Bench bench(settings);
        QCOMPARE(bench.tell(0s, event::Start{{"startup", ""}}), std::string("advert255 add announce5 state(startup)"));
        bench.tell(1s, event::FaultFound{{"link_down", ""}, false});
        QCOMPARE(bench.tell(2s, event::FaultCleared{{"link_up", ""}}),
                 std::string("advert255 add announce5 state(link_up)"));
    }

    void v3LivesByTheMastersInterval()
    {
        auto settings = plain();
        settings.version = Version::V3;
        settings.advertInterval = 100ms;
        Bench bench(settings);
        bench.start();
        bench.tell(100ms, heard(200, smaller, 500ms));
        QVERIFY(bench.machine.nextDeadline() == at(100ms + 1500ms + 207031250ns));
        QCOMPARE(bench.status().masterAdvertInterval, Duration(500ms));
        bench.tick(10s);
        QVERIFY(bench.machine.nextDeadline() == at(10100ms)); // as master its own
    }

    void downTimerAdverts()
    {
        auto settings = plain();
        settings.downTimerAdverts = 5;
        Bench bench(settings);
        bench.start();
        QVERIFY(bench.machine.nextDeadline() == at(5414062500ns));
    }

    // ---- preemption ----

    void nopreemptFollowsALowerMaster()
    {
        auto settings = plain();
        settings.preempt = false;
        Bench bench(settings);
        bench.start();
        QCOMPARE(bench.tell(1s, heard(100)), std::string("peer(peer_master)"));
        QVERIFY(bench.machine.nextDeadline() == at(4414062500ns));
    }

    void preemptDelayRunsFromTheFirstLowerAdvert()
    {
        auto settings = plain();
        settings.preemptDelay = 5s;
        Bench bench(settings);
        bench.start();
        bench.tell(1s, heard(100)); // runs until 6 s, and is followed so long
        bench.tell(5s, heard(100));
        QVERIFY(bench.machine.nextDeadline() == at(8414062500ns));
        bench.tell(6s, heard(100)); // over: refused
        QVERIFY(bench.machine.nextDeadline() == at(8414062500ns));
        QCOMPARE(bench.tick(8414062500ns), std::string("advert150 add announce5 state(preempt)"));
    }

    void preemptDelayIsCancelledByABetterMaster()
    {
        auto settings = plain();
        settings.preemptDelay = 5s;
        Bench bench(settings);
        bench.start();
        bench.tell(1s, heard(100));
        bench.tell(2s, heard(200));
        bench.tell(3s, heard(100)); // begins anew, until 8 s
        bench.tell(7s, heard(100));
        QVERIFY(bench.machine.nextDeadline() == at(10414062500ns));
    }

    // ---- two owners, and our own stalls ----

    void twoOwnersBothYield()
    {
        auto settings = plain();
        settings.priority = priorityOwner;
        Bench bench(settings);
        bench.start();
        QCOMPARE(bench.tell(1s, heard(255)), std::string("conflict(two_owners) remove state(higher_priority)"));
        QCOMPARE(int(bench.status().effectivePriority.value), 254);
        bench.tell(2s, event::PriorityChanged{priorityOwner});
        QCOMPARE(int(bench.machine.effectivePriority().value), 254); // until the settings change
        QCOMPARE(bench.tick(5s), std::string("advert254 add announce5 state(master_down)"));
        NodeActions out;
        bench.machine.adopt(at(6s), settings, out);
        bench.machine.step(at(6s), event::PriorityChanged{priorityOwner}, out);
        QCOMPARE(int(bench.machine.effectivePriority().value), 255);
    }

    void timerExpiredBackupStepsDownAfterAStall()
    {
        auto settings = plain();
        settings.timerExpiredBackup = Priority{254};
        Bench bench(settings);
        bench.becomeMaster();
        QCOMPARE(bench.tick(4500ms), std::string("advert150"));
        const auto stalled = bench.tick(9s); // 254 waits 3.0078 s after our last advertisement
        QCOMPARE(stalled, std::string("remove state(stalled)"));
        QVERIFY(bench.status().state == State::Backup);
        QVERIFY(bench.machine.nextDeadline() > at(12s));
    }

    // ---- the operator's hold ----

    void heldBackDoesNotPreempt()
    {
        Bench bench;
        bench.becomeMaster();
        bench.tell(4s, event::HandOver{});
        QVERIFY(bench.status().heldBack);
        QCOMPARE(bench.tell(5s, heard(100)), std::string("peer(peer_master)"));
        QVERIFY(bench.machine.nextDeadline() == at(8414062500ns));
        QCOMPARE(bench.tell(6s, event::ReleaseHold{}), std::string("hold(release)"));
        bench.tell(7s, heard(100));
        QVERIFY(bench.machine.nextDeadline() == at(8414062500ns));
    }

    void heldBackStillServesWhenThePeerDies()
    {
        Bench bench;
        bench.becomeMaster();
        bench.tell(4s, event::HandOver{});
        bench.tell(5s, heard(100));
        QCOMPARE(bench.tick(9s), std::string("advert150 add announce5 state(master_down) hold(peer_gone)"));
        QVERIFY(!bench.status().heldBack);
    }

    // ---- settings under way ----

    void adoptSwapsOnlyTheChangedAddresses()
    {
        Bench bench;
        bench.becomeMaster();
        auto settings = plain();
        VirtualAddress second;
        second.prefix = Prefix{address("10.0.0.101"), 24};
        settings.excludedAddresses = {second};
        NodeActions out;
        bench.machine.adopt(at(4s), settings, out);
        QCOMPARE(line(out), std::string("add announce5"));
        QCOMPARE(std::get<AddAddresses>(out[0]).addresses.size(), std::size_t(1));
        out.clear();
        bench.machine.adopt(at(5s), plain(), out);
        QCOMPARE(line(out), std::string("remove"));
    }

    void notifyCommandsHearOfEveryState()
    {
        auto settings = plain();
        settings.notify.any = Command{{"notify.sh"}, {}, {}};
        Bench bench(settings);
        QCOMPARE(bench.tell(0s, event::Start{{"startup", ""}}), std::string("state(startup) notify:BACKUP"));
        QCOMPARE(bench.tick(4s), std::string("advert150 add announce5 state(master_down) notify:MASTER"));
        QCOMPARE(bench.tell(5s, event::FaultFound{{"x", ""}}), std::string("advert0 remove state(x) notify:FAULT"));
        QCOMPARE(bench.tell(6s, event::Stop{{"shutdown", ""}, false}), std::string("state(shutdown) notify:STOP"));
        bench.start();
        QCOMPARE(bench.tell(8s, event::Stop{{"removed", ""}, true}), std::string("state(removed) notify:FAULT"));
    }

    void nothingIsSentWithoutASource()
    {
        Bench bench;
        bench.machine.setSource(std::nullopt);
        bench.start();
        QCOMPARE(bench.tick(4s), std::string("add announce5 state(master_down)"));
        QCOMPARE(bench.status().counters.advertsSent, std::uint64_t(0));
    }

    void countsWhatHappened()
    {
        Bench bench;
        bench.becomeMaster();
        bench.tell(4s, heard(0));
        bench.tell(5s, event::HandOver{});
        const auto counters = bench.status().counters;
        QCOMPARE(counters.becameMaster, std::uint64_t(1));
        QCOMPARE(counters.releasedMaster, std::uint64_t(1));
        QCOMPARE(counters.advertsSent, std::uint64_t(2));
        QCOMPARE(counters.priorityZeroSent, std::uint64_t(1));
        QCOMPARE(counters.priorityZeroReceived, std::uint64_t(1));
    }
};

QTEST_GUILESS_MAIN(TestMachine)
#include "tst_machine.moc"
