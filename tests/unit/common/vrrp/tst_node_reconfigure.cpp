#include "common/vrrp/node.h"

#include <QtTest>

#include "tests/support/vrrp/one_node.h"

using namespace twinhelm;
using namespace twinhelm::vrrp;
using namespace twinhelm::test;
using namespace std::chrono_literals;

/// New settings for a running node.
class TestNodeReconfigure : public QObject
{
    Q_OBJECT

private slots:
    void anUnchangedReloadSendsNothing()
    {
        auto node = master(oneInstance());
        const auto deadline = node.nextDeadline();
        const auto actions = node.step(at(4s), Reconfigure{oneInstance()});
        QCOMPARE(actions.size(), std::size_t(1));
        QVERIFY(only<Publish>(actions).at(0).kind == ChangeKind::ConfigApplied);
        QVERIFY(node.nextDeadline() == deadline);
        QVERIFY(stateOf(node) == State::Master);
    }

    void liveChanges_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("priority") << 0;
        QTest::newRow("notify") << 1;
        QTest::newRow("track script") << 2;
        QTest::newRow("track interface") << 3;
        QTest::newRow("preemption") << 4;
        QTest::newRow("announcements") << 5;
    }
    void liveChanges()
    {
        QFETCH(int, which);
        auto settings = oneInstance();
        settings.scripts = {script("check_web")};
        auto node = master(settings);
        auto &one = settings.instances[0];
        switch (which) {
        case 0: one.priority = Priority{120}; break;
        case 1: one.notify.any = Command{{"notify.sh"}, {}, {}}; break;
        case 2: one.trackScripts = {{"check_web", 0, false}}; break;
        case 3: one.trackInterfaces = {{"eth0", -10, false}}; break;
        case 4: one.preemptDelay = 10s; break;
        default: one.announce.repeat = 1; break;
        }
        const auto before = node.status().instances[0];
        const auto actions = node.step(at(4s), Reconfigure{settings});
        QVERIFY(only<SendPacket>(actions).empty());
        QVERIFY(only<RemoveAddresses>(actions).empty());
        const auto after = node.status().instances[0];
        QVERIFY(after.state == State::Master);
        QVERIFY(after.since == before.since);
        QVERIFY(after.counters == before.counters);
        QVERIFY(node.settings() == settings);
    }

    void whatPeersKnowItByRestarts()
    {
        auto settings = oneInstance();
        auto node = master(settings);
        settings.instances[0].virtualRouterId = Vrid{99};
        const auto actions = node.step(at(4s), Reconfigure{settings});
        const auto packets = only<SendPacket>(actions);
        QCOMPARE(packets.size(), std::size_t(1));
        QCOMPARE(int(packets[0].bytes[2]), 0);
        QCOMPARE(only<RemoveAddresses>(actions).size(), std::size_t(1));
        QVERIFY(stateOf(node) == State::Backup);
        (void)node.step(at(5s), advert(99, 200));
        QCOMPARE(node.status().instances[0].counters.advertsReceived, std::uint64_t(1));
    }

    void removedAndAddedInstances()
    {
        auto settings = oneInstance();
        settings.instances[0].notify.toFault = Command{{"fault.sh"}, {}, {}};
        auto node = master(settings);
        settings.instances = {instance("VI_9", 59, "eth1")};
        (void)node.step(at(3500ms), InterfaceChanged{link("eth1")});
        const auto actions = node.step(at(4s), Reconfigure{settings});
        QCOMPARE(only<SendPacket>(actions).size(), std::size_t(1));
        QCOMPARE(only<RemoveAddresses>(actions).size(), std::size_t(1));
        QCOMPARE(only<RunNotify>(actions).at(0).command.argv, std::vector<std::string>{"fault.sh"});
        QCOMPARE(only<CloseInterface>(actions).at(0).interface, std::string("eth0"));
        QCOMPARE(only<OpenInterface>(actions).at(0).interface, std::string("eth1"));
        QCOMPARE(node.status().instances.at(0).name, std::string("VI_9"));
        QVERIFY(stateOf(node) == State::Backup);
    }

    void identicalScriptsKeepTheirVerdict()
    {
        auto settings = oneInstance();
        settings.scripts = {script("check_web"), script("check_db")};
        settings.instances[0].trackScripts = {{"check_web", -10, false}, {"check_db", -20, false}};
        auto node = master(settings);
        (void)node.step(at(4s), ScriptFinished{"check_web", ScriptResult::Failed, 1});
        (void)node.step(at(4s), ScriptFinished{"check_db", ScriptResult::Failed, 1});
        QCOMPARE(int(node.status().instances[0].effectivePriority.value), 120);
        settings.scripts[1].fall = 3; // check_db is another script now
        (void)node.step(at(5s), Reconfigure{settings});
        QCOMPARE(int(node.status().instances[0].effectivePriority.value), 140);
        QVERIFY(node.status().scripts[0].decided);
        QVERIFY(!node.status().scripts[1].decided);
    }

    void aReloadBeforeTheStartIsQuiet()
    {
        Node node(oneInstance());
        auto settings = oneInstance();
        settings.instances.push_back(instance("VI_2", 52));
        const auto actions = node.step(at(0s), Reconfigure{settings});
        QCOMPARE(actions.size(), std::size_t(1));
        QCOMPARE(node.status().instances.size(), std::size_t(2));
        QVERIFY(stateOf(node) == State::Init);
    }
};

QTEST_GUILESS_MAIN(TestNodeReconfigure)
#include "tst_node_reconfigure.moc"
