#include "common/vrrp/plan.h"

#include <QtTest>

#include "tests/support/vrrp/values.h"

using namespace twinhelm;
using namespace twinhelm::vrrp;
using twinhelm::test::address;
using namespace std::chrono_literals;

namespace
{

VirtualAddress vip(const char *prefix)
{
    VirtualAddress one;
    one.prefix = *Prefix::parse(prefix);
    return one;
}

NodeSettings node()
{
    InstanceSettings one;
    one.name = "VI_1";
    one.interface = "eth0";
    one.virtualRouterId = Vrid{51};
    one.priority = Priority{150};
    one.addresses = {vip("10.0.0.3/32")};
    auto two = one;
    two.name = "VI_2";
    two.virtualRouterId = Vrid{52};
    two.addresses = {vip("10.0.0.4/32")};
    NodeSettings settings;
    settings.instances = {one, two};
    return settings;
}

/// Both instances in `state`; a BACKUP hears 10.0.0.6 with priority 200.
NodeStatus all(State state)
{
    NodeStatus status;
    for (const auto *name : {"VI_1", "VI_2"}) {
        InstanceStatus one;
        one.name = name;
        one.state = state;
        one.effectivePriority = Priority{150};
        if (state == State::Backup) {
            one.masterAddress = address("10.0.0.6");
            one.masterPriority = Priority{200};
        }
        status.instances.push_back(one);
    }
    return status;
}

/// "unchanged restart"
std::string effects(const NodePlan &plan)
{
    std::string text;
    for (const auto &one : plan.instances)
        text += (text.empty() ? "" : " ") + std::string(effectName(one.effect));
    return text;
}

} // namespace

class TestPlan : public QObject
{
    Q_OBJECT

private slots:
    void theSameFileChangesNothing()
    {
        const auto plan = planReconfigure(node(), all(State::Master), node());
        QCOMPARE(effects(plan), std::string("unchanged unchanged"));
        QVERIFY(plan.instances[0].settings.empty());
        QVERIFY(plan.statics == ObjectsPlan{} && plan.groups == ObjectsPlan{} && plan.scripts == ObjectsPlan{});
    }

    void oneChangeTouchesOneInstance_data()
    {
        QTest::addColumn<int>("change");
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("effects");
        QTest::addColumn<QString>("settings");
        const auto row = [](const char *name, int change, State state, const char *effects, const char *settings) {
            QTest::newRow(name) << change << int(state) << QString(effects) << QString(settings);
        };
        row("announcements", 0, State::Master, "live unchanged", "announcements");
        row("one more address, master", 1, State::Master, "reannounce unchanged", "virtual addresses");
        row("one more address, backup", 1, State::Backup, "live unchanged", "virtual addresses");
        row("lower priority, master", 2, State::Master, "may_move unchanged", "priority 150 -> 100");
        row("lower priority, backup", 2, State::Backup, "live unchanged", "priority 150 -> 100");
        row("higher than the master", 3, State::Backup, "moves unchanged", "priority 150 -> 210");
        row("higher, already master", 3, State::Master, "live unchanged", "priority 150 -> 210");
        row("another router id, master", 4, State::Master, "restart unchanged", "virtual router id 51 -> 61");
        row("another router id, backup", 4, State::Backup, "restart unchanged", "virtual router id 51 -> 61");
        row("refused, master", 5, State::Master, "moves unchanged", "refusal");
        row("preempts from now on", 6, State::Backup, "live unchanged", "preemption delay");
    }
    void oneChangeTouchesOneInstance()
    {
        QFETCH(int, change);
        QFETCH(int, state);
        QFETCH(QString, effects);
        QFETCH(QString, settings);
        auto after = node();
        auto &one = after.instances[0];
        switch (change) {
        case 0: one.announce.repeat = 1; break;
        case 1: one.addresses.push_back(vip("10.0.0.9/32")); break;
        case 2: one.priority = Priority{100}; break;
        case 3: one.priority = Priority{210}; break;
        case 4: one.virtualRouterId = Vrid{61}; break;
        case 5: one.refusal = "links are not polled"; break;
        default: one.preemptDelay = 5s; break;
        }
        const auto plan = planReconfigure(node(), all(State(state)), after);
        QCOMPARE(QString::fromStdString(::effects(plan)), effects);
        QCOMPARE(QString::fromStdString(plan.instances[0].settings.at(0)), settings);
        QCOMPARE(plan.instances[0].settings.size(), std::size_t(1));
        QVERIFY(plan.instances[0].state == State(state));
    }

    void aBackupThatMayNotPreemptTakesNothing()
    {
        auto before = node();
        before.instances[0].preempt = false;
        auto after = before;
        after.instances[0].priority = Priority{210};
        QCOMPARE(effects(planReconfigure(before, all(State::Backup), after)), std::string("live unchanged"));
        auto held = all(State::Backup);
        held.instances[0].heldBack = true;
        after.instances[0].preempt = true;
        QCOMPARE(effects(planReconfigure(before, held, after)), std::string("live unchanged"));
        QCOMPARE(effects(planReconfigure(before, all(State::Backup), after)), std::string("moves unchanged"));
    }

    void whatComesAndWhatGoesIsNamed()
    {
        auto after = node();
        after.instances[0].addresses = {vip("10.0.0.9/24")};
        RouteSettings route;
        route.destination = *Prefix::parse("192.0.2.0/24");
        route.device = "eth0";
        after.instances[0].routes = {route};
        after.instances[1].name = "VI_3";
        after.scripts.emplace_back().name = "check_web";
        after.statics.addresses = {vip("10.9.9.9/24")};
        after.statics.addresses[0].device = "eth1";
        SyncGroupSettings group;
        group.name = "VG";
        after.syncGroups = {group};
        const auto plan = planReconfigure(node(), all(State::Master), after);
        QCOMPARE(effects(plan), std::string("reannounce added removed"));
        QCOMPARE(plan.instances[0].addresses.added, std::vector<std::string>{"10.0.0.9/24 dev eth0"});
        QCOMPARE(plan.instances[0].addresses.removed, std::vector<std::string>{"10.0.0.3/32 dev eth0"});
        QCOMPARE(plan.instances[0].routes.added, std::vector<std::string>{toString(route)});
        QCOMPARE(plan.instances[1].name, std::string("VI_3"));
        QCOMPARE(plan.instances[1].addresses.added, std::vector<std::string>{"10.0.0.4/32 dev eth0"});
        QCOMPARE(plan.instances[2].name, std::string("VI_2"));
        QVERIFY(plan.instances[2].state == State::Master);
        QCOMPARE(plan.scripts.added, std::vector<std::string>{"check_web"});
        QCOMPARE(plan.groups.added, std::vector<std::string>{"VG"});
        QCOMPARE(plan.statics.added, std::vector<std::string>{"10.9.9.9/24 dev eth1"});
    }

    void anotherGroupOfTheNodeRestartsAll()
    {
        auto after = node();
        after.multicastGroupV4 = address("224.0.0.99");
        const auto plan = planReconfigure(node(), all(State::Master), after);
        QCOMPARE(effects(plan), std::string("restart restart"));
        QCOMPARE(plan.instances[1].settings, std::vector<std::string>{"the node's multicast group"});
    }

    /// A restart without a named setting, or a named one that is none, would show a field that was forgotten in
    /// plan.cpp.
    void aliveOrRestartedIsAsTheEngineDoesIt()
    {
        auto after = node();
        after.instances[0].wireInterface = "vrrp.51";
        const auto plan = planReconfigure(node(), all(State::Master), after);
        QCOMPARE(effects(plan), std::string("restart unchanged"));
        QCOMPARE(plan.instances[0].settings, std::vector<std::string>{"interface of adverts"});
    }
};

QTEST_GUILESS_MAIN(TestPlan)
#include "tst_plan.moc"
