#include <QtTest>

#include "common/vrrp/codec.h"
#include "common/vrrp/node.h"
#include "tests/support/vrrp/machine_bench.h"

using namespace twinhelm;
using namespace twinhelm::vrrp;
using twinhelm::test::at;
using twinhelm::test::Bench;
using twinhelm::test::heard;
using twinhelm::test::larger;
using twinhelm::test::plain;
using twinhelm::test::smaller;
using twinhelm::test::us;
using twinhelm::test::vip;
using namespace std::chrono_literals;

namespace
{

/// Router ids 51 and 52 on eth0.
Node backup()
{
    NodeSettings settings;
    for (const int id : {51, 52}) {
        auto one = plain();
        one.name = "VI_" + std::to_string(id);
        one.virtualRouterId = Vrid{static_cast<std::uint8_t>(id)};
        one.skipCheckAddresses = true;
        settings.instances.push_back(one);
    }
    Node node(settings);
    (void)node.step(at(0s), InterfaceChanged{{"eth0", true, true, 1500, {us}}});
    (void)node.step(at(0s), Startup{});
    return node;
}

PacketReceived advert(std::uint8_t id)
{
    const Advert message{Version::V2, Family::IPv4, Vrid{id}, Priority{200}, 1s, AuthType::None, {}, {vip.address}};
    const auto group = test::group;
    return {"eth0", smaller, group, 255, encode(message, smaller, group), false};
}

template<typename Action>
std::size_t count(const NodeActions &actions)
{
    return std::size_t(
        std::ranges::count_if(actions, [](const auto &one) { return std::holds_alternative<Action>(one); }));
}

State stateOf(const Node &node, std::size_t index = 0)
{
    return node.status().instances.at(index).state;
}

std::uint64_t stallsOf(const Node &node, std::size_t index)
{
    return node.status().instances.at(index).counters.stalls;
}

} // namespace

/// What a router does that stood still: as MASTER, as BACKUP, and as a whole node. And what it remembers of the adverts
/// it heard.
class TestStall : public QObject
{
    Q_OBJECT

private slots:
    void masterListensAfterAStallAndYieldsToWhomeverItHears()
    {
        Bench bench;
        bench.becomeMaster();
        QCOMPARE(bench.tick(60s), std::string("stall(stalled)")); // not a word, and the addresses stay
        QVERIFY(bench.machine.nextDeadline() == at(61s));
        QCOMPARE(bench.status().counters.stalls, std::uint64_t(1));
        QCOMPARE(bench.tell(60001ms, heard(100)), std::string("remove state(stalled)"));
        const auto last = bench.status().lastTransition;
        QVERIFY(last && last->from == State::Master && last->to == State::Backup);
        const cause::Stall expected{60s - 3414062500ns, smaller};
        QVERIFY(last->why.facts == Cause(expected));
        QCOMPARE(last->why.text, std::string("stall of 56585 ms, 10.0.0.11 is master by now, stepping down"));
        // It preempts, but as a backup does: after its down timer, not at once.
        QVERIFY(bench.machine.nextDeadline() == at(63415062500ns));
        QCOMPARE(bench.tell(61s, heard(100)), std::string());
    }

    void masterThatReadsThePeersAdvertsBeforeItsTimerYieldsAsWell()
    {
        Bench bench;
        bench.becomeMaster();
        QCOMPARE(bench.tell(60s, heard(100)), std::string("stall(stalled) remove state(stalled)"));
    }

    void masterGoesOnWhenNobodyTookOver()
    {
        Bench bench;
        bench.becomeMaster();
        QCOMPARE(bench.tick(60s), std::string("stall(stalled)"));
        QCOMPARE(bench.tell(60500ms, event::AddressVanished{vip, "ip"}), std::string("address(address_vanished)"));
        QVERIFY(bench.machine.nextDeadline() == at(61s)); // nothing in between, or the caller would never rest
        QCOMPARE(bench.tick(61s).substr(0, 19), std::string("advert150 announce5"));
        QVERIFY(bench.status().state == State::Master);
        QCOMPARE(bench.status().counters.stalls, std::uint64_t(1));
        QVERIFY(bench.machine.nextDeadline() == at(62s));
    }

    void masterThatWasSilentForLessGoesOnAtOnce()
    {
        Bench bench;
        bench.becomeMaster(); // 3.414 s; the quickest peer waits 3.008 s
        QCOMPARE(bench.tick(6400ms), std::string("advert150"));
        QCOMPARE(bench.status().counters.stalls, std::uint64_t(0));
    }

    void anOwnerYieldsToNobody()
    {
        auto settings = plain();
        settings.priority = priorityOwner;
        Bench bench(settings);
        bench.start();
        QCOMPARE(bench.tick(60s).substr(0, 9), std::string("advert255"));
    }

    void backupThatSleptThroughItsTimerListensFirst()
    {
        Bench bench;
        bench.start();
        bench.tell(1s, heard(200)); // due at 4.414 s
        QCOMPARE(bench.tell(9s, event::Deadline{at(4500ms), at(9s)}), std::string("stall(stalled)"));
        QVERIFY(bench.status().state == State::Backup);
        QVERIFY(bench.machine.nextDeadline() == at(10414062500ns)); // one interval and the skew
        QCOMPARE(bench.tell(9100ms, heard(200)), std::string());
        QVERIFY(bench.machine.nextDeadline() == at(12514062500ns));
    }

    void backupThatListenedInVainTakesOver()
    {
        Bench bench;
        bench.start();
        bench.tell(1s, heard(200));
        const event::Deadline asleep{at(4500ms), at(9s)};
        QCOMPARE(bench.tell(9s, asleep), std::string("stall(stalled)"));
        QCOMPARE(bench.tell(10500ms, asleep), std::string("advert150 add announce5 state(master_down)"));
        const auto last = *bench.status().lastTransition;
        const auto *facts = std::get_if<cause::MissedAdverts>(&last.why.facts);
        QVERIFY(facts != nullptr);
        QCOMPARE(facts->missed, 9U);
        QVERIFY(facts->silence == 9500ms);
        QCOMPARE(*facts->master, smaller);
    }

    void aLittleLateIsNoStall()
    {
        Bench bench;
        bench.start();
        bench.tell(1s, heard(200));
        QCOMPARE(bench.tell(5300ms, event::Deadline{at(4500ms), at(5300ms)}),
                 std::string("advert150 add announce5 state(master_down)"));
    }

    // ---- what was heard ----

    void intervalsOfTheMasterAreCounted()
    {
        Bench bench;
        bench.start();
        bench.tell(1s, heard(200));
        bench.tell(2s, heard(200));
        bench.tell(4500ms, heard(200));
        bench.tell(5s, heard(220, larger)); // another one: no interval
        bench.tell(6s, heard(100));         // not our master
        const auto intervals = bench.status().advertIntervals;
        QCOMPARE(intervals.count(), std::uint64_t(2));
        QVERIFY(intervals.longest() == 2500ms);
    }

    void theTimeAsMasterIsNoInterval()
    {
        Bench bench;
        bench.start();
        bench.tell(1s, heard(200));
        bench.tick(4500ms);
        QVERIFY(bench.status().state == State::Master);
        bench.tell(5s, heard(200));
        QVERIFY(bench.status().state == State::Backup);
        QCOMPARE(bench.status().advertIntervals.count(), std::uint64_t(0));
        bench.tell(6s, heard(200));
        QVERIFY(bench.status().advertIntervals.longest() == 1s);
    }

    // ---- the whole node ----

    void aBackupThatSleptDoesNotFight()
    {
        auto node = backup();
        (void)node.step(at(1s), advert(51));
        (void)node.step(at(1s), advert(52));
        const auto woken = node.step(at(9s), DeadlineReached{});
        QCOMPARE(count<SendPacket>(woken), std::size_t(0));
        QCOMPARE(count<Publish>(woken), std::size_t(2));
        QVERIFY(stateOf(node) == State::Backup);
        (void)node.step(at(9100ms), advert(51));
        (void)node.step(at(9100ms), advert(52));
        QCOMPARE(count<SendPacket>(node.step(at(10500ms), DeadlineReached{})), std::size_t(0));
        QVERIFY(stateOf(node) == State::Backup);
    }

    /// The socket was read first, and had something for another instance only: the stall is not forgotten over it.
    void packetsReadOnWakingDoNotHideTheStall()
    {
        auto node = backup();
        (void)node.step(at(1s), advert(51));
        (void)node.receive(at(1s), advert(52));
        (void)node.step(at(9s), advert(52));
        (void)node.receive(at(9001ms), advert(52));
        (void)node.step(at(9002ms), DeadlineReached{});
        QVERIFY(stateOf(node, 0) == State::Backup);
        QVERIFY(stateOf(node, 1) == State::Backup);
        QCOMPARE(stallsOf(node, 0), std::uint64_t(1));
        QCOMPARE(stallsOf(node, 1), std::uint64_t(0));
        (void)node.step(at(10500ms), DeadlineReached{});
        QVERIFY(stateOf(node, 0) == State::Master);
    }

    /// Work of our own in many short steps makes a deadline late, too; that is no reason to wait.
    void beingBusyIsNoStall()
    {
        auto node = backup();
        (void)node.step(at(1s), advert(51));
        for (auto now = 2s; now <= 9s; ++now)
            (void)node.step(at(now), AddressesApplied{"VI_51", true, ""});
        (void)node.step(at(9s), DeadlineReached{});
        QVERIFY(stateOf(node) == State::Master);
    }
};

QTEST_GUILESS_MAIN(TestStall)
#include "tst_stall.moc"
