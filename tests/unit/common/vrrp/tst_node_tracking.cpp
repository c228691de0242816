#include <QtTest>

#include "tests/support/vrrp/one_node.h"

using namespace twinhelm;
using namespace twinhelm::vrrp;
using namespace twinhelm::test;
using namespace std::chrono_literals;

/// What trackers, links and notices mean for a whole node.
class TestNodeTracking : public QObject
{
    Q_OBJECT

private slots:
    void aScriptThatCannotBeRunHoldsNobodyUp()
    {
        auto settings = oneInstance();
        settings.scripts = {script("gone")};
        settings.instances[0].trackScripts = {{"gone", 0, false}};
        Node node(settings);
        (void)node.step(at(0s), InterfaceChanged{link("eth0")});
        (void)node.step(at(0s), Startup{});
        const auto actions =
            node.step(at(0s), ScriptFinished{"gone", ScriptResult::NotRun, 127, 0, "there is no /bin/gone"});
        QVERIFY(stateOf(node) == State::Backup);
        QCOMPARE(published(actions, ChangeKind::TrackerChanged).at(0).text,
                 std::string("script gone could not be run: there is no /bin/gone; it does not count"));
        (void)node.step(at(1s), ScriptFinished{"gone", ScriptResult::Failed, 1});
        QVERIFY(stateOf(node) == State::Fault); // it is there by now
    }

    // ---- files, processes, links ----

    void filesMovePriorityAndState()
    {
        auto settings = oneInstance();
        settings.files = {{"drain", "/run/drain", {}, false}};
        settings.instances[0].trackFiles = {{"drain", 2, false}};
        auto node = master(settings);
        auto actions = node.step(at(4s), FileRead{"drain", -20});
        QCOMPARE(published(actions, ChangeKind::PriorityChanged).at(0).text,
                 std::string("file drain says -20: priority 150 -> 110"));
        QVERIFY(node.step(at(5s), FileRead{"drain", -20}).empty());
        (void)node.step(at(6s), FileRead{"drain", -127});
        QVERIFY(stateOf(node) == State::Fault);
        (void)node.step(at(7s), FileRead{"drain", std::nullopt});
        QVERIFY(stateOf(node) == State::Backup);
        QVERIFY(node.step(at(8s), FileRead{"drain", 0}).empty()); // a missing file is a 0
        QVERIFY(node.step(at(9s), FileRead{"unknown", 1}).size() <= 1);
    }

    void whatAFileSaysBeforeTheStartCounts()
    {
        auto settings = oneInstance();
        settings.files = {{"drain", "/run/drain", {}, false}};
        settings.instances[0].trackFiles = {{"drain", 0, false}};
        Node node(settings);
        (void)node.step(at(0s), InterfaceChanged{link("eth0")});
        (void)node.step(at(0s), FileRead{"drain", 1});
        (void)node.step(at(0s), Startup{});
        QVERIFY(stateOf(node) == State::Fault);
    }

    void processesMoveState()
    {
        auto settings = oneInstance();
        ProcessSettings proxy;
        proxy.name = "proxy";
        proxy.terminateDelay = 2s;
        settings.processes = {proxy};
        settings.instances[0].trackProcesses = {{"proxy", 0, false}};
        Node node(settings);
        (void)node.step(at(0s), InterfaceChanged{link("eth0")});
        (void)node.step(at(0s), ProcessesCounted{"proxy", 0});
        (void)node.step(at(0s), Startup{});
        QVERIFY(stateOf(node) == State::Fault);
        (void)node.step(at(1s), ProcessesCounted{"proxy", 1});
        QVERIFY(stateOf(node) == State::Backup);
        (void)node.step(at(2s), ProcessesCounted{"proxy", 0});
        QVERIFY(stateOf(node) == State::Backup);
        QVERIFY(node.nextDeadline() == at(4s));
        const auto actions = node.step(at(4s), DeadlineReached{});
        QVERIFY(stateOf(node) == State::Fault);
        QCOMPARE(node.status().instances[0].faults,
                 std::vector<std::string>{"process proxy: 0 run, at least 1 wanted"});
        QCOMPARE(published(actions, ChangeKind::TrackerChanged).at(0).cause, std::string("process_quorum"));
    }

    /// The counts of a configuration that is about to come are told before it.
    void aReloadKnowsTheCountsOfNewProcesses()
    {
        auto node = master(oneInstance());
        (void)node.step(at(4s), ProcessesCounted{"proxy", 0});
        auto settings = oneInstance();
        ProcessSettings proxy;
        proxy.name = "proxy";
        settings.processes = {proxy};
        settings.instances[0].trackProcesses = {{"proxy", 0, false}};
        (void)node.step(at(4s), Reconfigure{settings});
        QVERIFY(stateOf(node) == State::Fault);
    }

    void aLinkThatBouncesIsForgiven()
    {
        auto settings = oneInstance();
        settings.linkDelays = {{"eth0", 1s, 3s}};
        auto node = master(settings);
        auto actions = node.step(at(4s), InterfaceChanged{link("eth0", false)});
        QCOMPARE(published(actions, ChangeKind::TrackerChanged).at(0).cause, std::string("link_down_delayed"));
        (void)node.step(at(4500ms), InterfaceChanged{link("eth0")});
        QVERIFY(stateOf(node) == State::Master);
        (void)node.step(at(10s), InterfaceChanged{link("eth0", false)});
        (void)node.step(at(10900ms), DeadlineReached{});
        QVERIFY(stateOf(node) == State::Master);
        (void)node.step(at(11s), DeadlineReached{});
        QVERIFY(stateOf(node) == State::Fault);
        (void)node.step(at(12s), InterfaceChanged{link("eth0")});
        QVERIFY(stateOf(node) == State::Fault);
        (void)node.step(at(15s), DeadlineReached{});
        QVERIFY(stateOf(node) == State::Backup);
    }

    void aRenamedInterfaceIsMissingAndSaysSo()
    {
        auto node = master(oneInstance());
        auto facts = link("eth0", false, {});
        facts.exists = false;
        facts.renamedTo = "lan0";
        (void)node.step(at(4s), InterfaceChanged{facts});
        QVERIFY(stateOf(node) == State::Fault);
        QCOMPARE(node.status().instances[0].cause, std::string("link_missing"));
    }

    void troubleIsTold()
    {
        Node node(oneInstance());
        const auto said =
            published(node.step(at(0s), Trouble{"smtp_server", "mail_failed", "no route"}), ChangeKind::Trouble);
        QCOMPARE(said.at(0).subject, std::string("smtp_server"));
        QCOMPARE(said.at(0).text, std::string("no route"));
    }

    // ---- notices ----

    /// keepalived 2.2.7: at start the group is told before its members, later after them.
    void groupsAreToldFirstOnlyAtStart()
    {
        auto settings = oneInstance();
        settings.instances.push_back(instance("VI_2", 52));
        settings.instances.push_back(instance("VI_3", 53));
        for (auto &one : settings.instances)
            one.notify.fifo = true;
        SyncGroupSettings group;
        group.name = "G";
        group.members = {"VI_1", "VI_2"};
        group.notify.fifo = true;
        settings.syncGroups = {group};
        Node node(settings);
        const auto lines = [](const NodeActions &actions) {
            std::string out;
            for (const auto &one : only<WriteFifo>(actions))
                out += one.line.substr(one.line.find('"') + 1, one.line.rfind('"') - one.line.find('"') - 1) + ' ';
            return out;
        };
        (void)node.step(at(0s), InterfaceChanged{link("eth0")});
        QCOMPARE(lines(node.step(at(0s), Startup{})), std::string("G VI_1 VI_2 VI_3 "));
        QCOMPARE(lines(node.step(at(1s), InterfaceChanged{link("eth0", false)})), std::string("VI_1 VI_2 G VI_3 "));
        settings.fifoStatesOnReload = true;
        QCOMPARE(lines(node.step(at(2s), Reconfigure{settings})), std::string("G VI_1 VI_2 VI_3 "));
        (void)node.step(at(3s), InterfaceChanged{link("eth0")});
        QCOMPARE(lines(node.step(at(4s), Shutdown{})), std::string("VI_1 VI_2 VI_3 G "));
    }

    void aLowerPriorityIsToldToScriptsAndPipes()
    {
        auto settings = oneInstance();
        settings.instances[0].notify.fifo = settings.instances[0].notify.priorityChanges = true;
        settings.instances[0].notify.lowerPriorityHeard = Command{{"/bin/lower"}, {}, {}};
        settings.files = {{"drain", "/run/drain", {}, false}};
        settings.instances[0].trackFiles = {{"drain", 1, false}};
        auto node = master(settings);
        auto actions = node.step(at(4s), advert(51, 100));
        QCOMPARE(only<RunNotify>(actions).at(0).command.argv.front(), std::string("/bin/lower"));
        QCOMPARE(only<WriteFifo>(actions).at(0).line, std::string("INSTANCE \"VI_1\" MASTER_RX_LOWER_PRI 150\n"));
        actions = node.step(at(5s), FileRead{"drain", -30});
        QCOMPARE(only<WriteFifo>(actions).at(0).line, std::string("INSTANCE \"VI_1\" MASTER_PRIORITY 120\n"));
    }
};

QTEST_GUILESS_MAIN(TestNodeTracking)
#include "tst_node_tracking.moc"
