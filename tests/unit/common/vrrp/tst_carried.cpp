#include <QtTest>

#include "common/vrrp/codec.h"
#include "common/vrrp/node.h"
#include "tests/support/vrrp/machine_bench.h"

using namespace twinhelm;
using namespace twinhelm::vrrp;
using twinhelm::test::at;
using twinhelm::test::Bench;
using twinhelm::test::heard;
using twinhelm::test::plain;
using twinhelm::test::smaller;
using twinhelm::test::us;
using twinhelm::test::vip;
using namespace std::chrono_literals;

namespace
{

/// Another machine of the same settings goes on.
std::string resume(Bench &next, Duration now, const CarriedInstance &from)
{
    NodeActions out;
    next.machine.resume(at(now), from, out);
    return test::line(out);
}

NodeSettings scripted(int weight)
{
    auto one = plain();
    one.trackScripts = {{"check", weight}};
    NodeSettings settings;
    settings.instances = {one};
    ScriptSettings script;
    script.name = "check";
    script.command.argv = {"/bin/check"};
    settings.scripts = {script};
    return settings;
}

InterfaceChanged link()
{
    return {{"eth0", true, true, 1500, {us}}};
}

std::size_t told(const NodeActions &actions)
{
    return std::size_t(std::ranges::count_if(actions, [](const NodeAction &action) {
        return std::holds_alternative<Publish>(action) || std::holds_alternative<RunNotify>(action) ||
               std::holds_alternative<WriteFifo>(action) || std::holds_alternative<SendPacket>(action);
    }));
}

} // namespace

/// One process takes over from another in the middle of everything.
class TestCarried : public QObject
{
    Q_OBJECT

private slots:
    void aMasterKeepsItsRhythmAndSaysNothing()
    {
        Bench old;
        old.becomeMaster(); // adverts at 3.4140625 s, 4.4140625 s ...
        QCOMPARE(old.tick(4414062500ns), std::string("advert150"));
        Bench next;
        QCOMPARE(resume(next, 4500ms, old.machine.carry()), std::string("add"));
        QCOMPARE(next.machine.state(), State::Master);
        QVERIFY(next.machine.nextDeadline() == at(5414062500ns));
        QCOMPARE(next.tick(5414062500ns), std::string("advert150"));
        const auto status = next.status();
        QCOMPARE(status.counters.advertsSent, std::uint64_t(3));
        QCOMPARE(status.counters.becameMaster, std::uint64_t(1));
        QCOMPARE(status.cause, std::string("master_down"));
        QVERIFY(status.since == at(3414062500ns));
        QVERIFY(status.lastTransition && status.lastTransition->why.text == old.status().lastTransition->why.text);
    }

    void anAdvertThatFellDueLeavesAtOnce()
    {
        Bench old;
        old.becomeMaster();
        Bench next;
        QCOMPARE(resume(next, 4900ms, old.machine.carry()), std::string("add"));
        QVERIFY(next.machine.nextDeadline() <= at(4900ms));
        QCOMPARE(next.tick(4900ms), std::string("advert150"));
    }

    /// A change that took longer than the quickest peer waits is a stall: listen first.
    void aMasterThatComesTooLateListens()
    {
        Bench old;
        old.becomeMaster();
        Bench next;
        (void)resume(next, 10s, old.machine.carry());
        QCOMPARE(next.tick(10s), std::string("stall(stalled)"));
        QCOMPARE(next.tell(10100ms, heard(100)), std::string("remove state(stalled)"));
    }

    void aBackupWaitsOnForTheMasterItKnew()
    {
        Bench old;
        old.start();
        QCOMPARE(old.tell(1s, heard(200)), std::string("peer(peer_master)"));
        Bench next;
        QCOMPARE(resume(next, 1500ms, old.machine.carry()), std::string());
        QCOMPARE(next.machine.state(), State::Backup);
        QCOMPARE(next.machine.masterAddress(), std::optional(smaller));
        QVERIFY(next.machine.nextDeadline() == at(4414062500ns)); // as before
        QCOMPARE(next.tell(2s, heard(200)), std::string());       // no news: the same master
    }

    /// What came while nobody listened is lost; one more interval tells.
    void aBackupThatIsNearlyDueListensForOneMoreInterval()
    {
        Bench old;
        old.start();
        (void)old.tell(1s, heard(200));
        Bench next;
        (void)resume(next, 4400ms, old.machine.carry());
        QVERIFY(next.machine.nextDeadline() == at(4400ms + 1s + 414062500ns));
    }

    void anOperatorsHoldStays()
    {
        Bench old;
        old.becomeMaster();
        (void)old.tell(4s, event::HandOver{});
        Bench next;
        (void)resume(next, 4100ms, old.machine.carry());
        QVERIFY(next.machine.heldBack());
        (void)next.tell(4200ms, heard(100));
        QVERIFY(next.machine.nextDeadline() > at(7s)); // it does not preempt
        (void)next.tell(4300ms, event::ReleaseHold{});
        QVERIFY(!next.machine.heldBack());
    }

    void whoHasNotBegunIsNotResumed()
    {
        Bench old;
        Bench next;
        QCOMPARE(resume(next, 1s, old.machine.carry()), std::string());
        QCOMPARE(next.machine.state(), State::Init);
        Bench running;
        running.becomeMaster();
        Bench another;
        another.start();
        (void)resume(another, 4s, running.machine.carry());
        QCOMPARE(another.machine.state(), State::Backup); // only from INIT
    }

    /// A script's verdict decides about FAULT and priority before its first new result.
    void verdictsGoOver_data()
    {
        QTest::addColumn<int>("weight");
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("priority");
        QTest::newRow("fault") << 0 << int(State::Fault) << 150;
        QTest::newRow("weight") << -60 << int(State::Backup) << 90;
    }
    void verdictsGoOver()
    {
        QFETCH(int, weight);
        QFETCH(int, state);
        QFETCH(int, priority);
        Node old(scripted(weight));
        (void)old.step(at(0s), link());
        (void)old.step(at(0s), Startup{});
        (void)old.step(at(1s), ScriptFinished{"check", ScriptResult::Failed, 1});
        QCOMPARE(int(old.status().instances[0].state), state);

        Node next(scripted(weight));
        (void)next.step(at(2s), link());
        Startup startup;
        startup.carried = old.carry();
        const auto actions = next.step(at(2s), startup);
        QCOMPARE(told(actions), std::size_t(0));
        const auto status = next.status();
        QCOMPARE(int(status.instances[0].state), state);
        QCOMPARE(int(status.instances[0].effectivePriority.value), priority);
        QVERIFY(status.scripts[0].decided && !status.scripts[0].ok);
        QCOMPARE(status.scripts[0].failures, std::uint64_t(1));
        // It is asked again at once, and may recover.
        QVERIFY(std::ranges::any_of(actions, [](const auto &one) { return std::holds_alternative<RunScript>(one); }));
    }

    /// What is not true any more is found out as ever.
    void aLinkThatWentDownMeanwhileFaults()
    {
        NodeSettings settings;
        settings.instances = {plain()};
        Node old(settings);
        (void)old.step(at(0s), link());
        (void)old.step(at(0s), Startup{});
        Node next(settings);
        (void)next.step(at(1s), InterfaceChanged{{"eth0", true, false, 1500, {us}}});
        Startup startup;
        startup.carried = old.carry();
        (void)next.step(at(1s), startup);
        QCOMPARE(next.status().instances[0].state, State::Fault);
    }

    void groupsStaySilent()
    {
        NodeSettings settings;
        for (const int id : {51, 52}) {
            auto one = plain();
            one.name = "VI_" + std::to_string(id);
            one.virtualRouterId = Vrid{static_cast<std::uint8_t>(id)};
            settings.instances.push_back(one);
        }
        SyncGroupSettings group;
        group.name = "G";
        group.members = {"VI_51", "VI_52"};
        settings.syncGroups = {group};
        Node old(settings);
        (void)old.step(at(0s), link());
        (void)old.step(at(0s), Startup{});
        (void)old.step(at(3500ms), DeadlineReached{});
        QCOMPARE(old.status().groups[0].state, State::Master);
        Node next(settings);
        (void)next.step(at(5100ms), link());
        Startup startup;
        startup.carried = old.carry();
        QCOMPARE(told(next.step(at(5100ms), startup)), std::size_t(0));
        QCOMPARE(next.status().groups[0].state, State::Master);
        QVERIFY(next.status().groups[0].since == old.status().groups[0].since);
    }

    /// A startup delay is for a machine that boots.
    void nobodyWaitsForAStartupDelay()
    {
        NodeSettings settings;
        settings.instances = {plain()};
        Node old(settings);
        (void)old.step(at(0s), link());
        (void)old.step(at(0s), Startup{});
        settings.startupDelay = 60s;
        Node next(settings);
        (void)next.step(at(1s), link());
        Startup startup;
        startup.carried = old.carry();
        (void)next.step(at(1s), startup);
        QCOMPARE(next.status().instances[0].state, State::Backup);
        QVERIFY(Node(settings).carry().instances.empty()); // no election has begun
    }
};

QTEST_APPLESS_MAIN(TestCarried)
#include "tst_carried.moc"
