#include <unistd.h>

#include <array>
#include <csignal>
#include <fstream>

#include <QProcess>
#include <QTemporaryDir>

#include "tests/lab/engine.h"
#include "tests/lab/interfaces_of.h"
#include "tests/lab/kernel_state.h"
#include "tests/lab/lab_test.h"

using namespace twinhelm::lab;

namespace
{

constexpr auto vip = "10.0.0.3";

std::string instance(const std::string &tracks)
{
    return "vrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 51\n    priority 150\n    version 3\n"
           "    advert_int 0.1\n    virtual_ipaddress {\n        10.0.0.3\n    }\n" +
           tracks + "}\n";
}

/// One node alone: what it tracks decides whether it holds the address, or which priority it tells of.
struct Tracker {
    Lab lab;
    Node &node = lab.lb1();
    std::optional<Engine> engine;

    void start(const std::string &config) { engine.emplace(node, EngineKind::Twinhelm, config); }
    [[nodiscard]] bool told(const std::string &text, Millis within = Millis(3000)) const
    {
        return eventually([&] { return engine->log().find(text) != std::string::npos; }, within);
    }
    [[nodiscard]] bool holds(bool wanted, Millis within = Millis(4000))
    {
        return eventually([&] { return node.holds(vip) == wanted; }, within);
    }
    void shell(const std::string &line) { node.must({"sh", "-c", line}); }
};

/// 0: there is none.
pid_t childNamed(pid_t parent, const std::string &name)
{
    const auto id = std::to_string(parent);
    std::ifstream children("/proc/" + id + "/task/" + id + "/children");
    for (pid_t child = 0; children >> child;) {
        std::string comm;
        std::getline(std::ifstream("/proc/" + std::to_string(child) + "/comm") >> std::ws, comm);
        if (comm == name.substr(0, 15))
            return child;
    }
    return 0;
}

} // namespace

class TestTracking : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { REQUIRE_LAB(); }

    /// What a script wrote stands in the cause; one that hangs is ended with all its children; both come back.
    void scripts()
    {
        Tracker tracker;
        tracker.node.writeFile(
            "/etc/keepalived/check.sh",
            "#!/bin/sh\ncase $(cat /run/mode) in\n"
            "fail) echo looking; echo 'no backend left' >&2; exit 3;;\n"
            "hang) trap '' TERM; sleep 61.5 & echo stuck; while :; do wait; sleep 0.1; done;;\nesac\n",
            0755);
        tracker.shell("echo ok > /run/mode");
        tracker.start(
            "global_defs {\n    script_user root\n    enable_script_security\n}\n"
            "vrrp_script check {\n    script /etc/keepalived/check.sh\n    interval 0.3\n    timeout 0.6\n}\n" +
            instance("    track_script {\n        check\n    }\n"));
        VERIFY_IN_LAB(tracker.holds(true), tracker.lab);
        tracker.shell("echo fail > /run/mode");
        VERIFY_IN_LAB(tracker.holds(false), tracker.lab);
        VERIFY_IN_LAB(tracker.told("script check failed (exit 3): looking | no backend left"), tracker.lab);
        tracker.shell("echo ok > /run/mode");
        VERIFY_IN_LAB(tracker.holds(true), tracker.lab);
        tracker.shell("echo hang > /run/mode");
        VERIFY_IN_LAB(tracker.holds(false), tracker.lab);
        VERIFY_IN_LAB(tracker.told("script check timed out: stuck"), tracker.lab);
        tracker.shell("echo ok > /run/mode");
        VERIFY_IN_LAB(tracker.holds(true), tracker.lab);
        // SIGTERM ended the child, SIGKILL the script that would not listen.
        const auto left = [&] { return tracker.node.run({"pgrep", "-f", "sleep 61.5|check.sh hang"}).output; };
        VERIFY_IN_LAB(eventually([&] { return left().empty(); }, Millis(4000)), tracker.lab);
    }

    void files()
    {
        Tracker tracker;
        tracker.start("track_file drain {\n    file /run/drain\n    weight 2\n    init_file 0\n}\n" +
                      instance("    track_file {\n        drain\n    }\n"));
        VERIFY_IN_LAB(tracker.holds(true), tracker.lab);
        QCOMPARE(tracker.node.must({"cat", "/run/drain"}), std::string("0\n"));
        tracker.shell("echo -25 > /run/drain");
        VERIFY_IN_LAB(tracker.told("file drain says -25: priority 150 -> 100"), tracker.lab);
        tracker.shell("echo 10 > /run/new; mv /run/new /run/drain");
        VERIFY_IN_LAB(tracker.told("file drain says 10: priority 100 -> 170"), tracker.lab);
        tracker.shell("echo -127 > /run/drain"); // times 2: -254
        VERIFY_IN_LAB(tracker.holds(false), tracker.lab);
        tracker.shell("rm /run/drain");
        VERIFY_IN_LAB(tracker.told("file drain is not there, which counts as 0"), tracker.lab);
        VERIFY_IN_LAB(tracker.holds(true), tracker.lab);
    }

    /// In a network namespace of its own the kernel tells nothing of processes: /proc is looked through.
    void processesWithoutTheKernelsNews()
    {
        Tracker tracker;
        tracker.shell("cp /bin/sleep /run/labproxy");
        tracker.start("vrrp_track_process proxy {\n    process labproxy\n}\n" +
                      instance("    track_process {\n        proxy\n    }\n"));
        VERIFY_IN_LAB(tracker.told("looking through /proc once a second instead"), tracker.lab);
        VERIFY_IN_LAB(tracker.told("process proxy: 0 run, at least 1 wanted"), tracker.lab);
        QVERIFY(!tracker.node.holds(vip));
        auto proxy = tracker.node.start({"/run/labproxy", "60"}, "proxy");
        VERIFY_IN_LAB(tracker.holds(true), tracker.lab);
        proxy.killTree();
        VERIFY_IN_LAB(tracker.holds(false), tracker.lab);
    }

    /// On the machine itself, where it does. The instance's interface does not exist: it stays in FAULT.
    void processesWithTheKernelsNews()
    {
        const QTemporaryDir folder;
        const auto path = [&](const char *name) { return folder.filePath(name); };
        const auto name = "thp" + QString::number(::getpid());
        QVERIFY(QFile::copy("/bin/sleep", path(qPrintable(name))));
        std::ofstream(path("conf").toStdString())
            << "vrrp_track_process proxy {\n    process " + name.toStdString() +
                   "\n    quorum 2\n    terminate_delay 0.5\n    weight 20\n}\n" +
                   "vrrp_instance VI_1 {\n    interface thnone0\n    virtual_router_id 51\n    priority 100\n"
                   "    virtual_ipaddress {\n        10.0.0.3\n    }\n    track_process {\n        proxy\n    }\n}\n";
        QProcess engine;
        engine.setProcessChannelMode(QProcess::MergedChannels);
        QString log;
        const auto told = [&](const QString &text) {
            return QTest::qWaitFor(
                [&] {
                    log += QString::fromUtf8(engine.readAll());
                    return log.contains(text);
                },
                5000);
        };
        engine.start(QString::fromStdString(ownProgram("twinhelmd")),
                     {"--foreground", "--no-listen", "--config", path("conf"), "--runtime-dir", path("run"),
                      "--state-dir", path("state")});
        QVERIFY2(told("thnone0 does not exist"), qPrintable(log));
        if (log.contains("/proc once a second"))
            QSKIP("this machine's kernel does not tell of processes");
        std::array<QProcess, 2> proxies;
        for (auto &proxy : proxies)
            proxy.start(path(qPrintable(name)), {"60"});
        QVERIFY2(told("process proxy: 2 run, at least 2 wanted: priority 100 -> 120"), qPrintable(log));
        // Gone, but back in time: nobody notices.
        proxies[0].kill();
        QVERIFY(proxies[0].waitForFinished());
        proxies[0].start(path(qPrintable(name)), {"60"});
        QVERIFY(proxies[0].waitForStarted());
        QTest::qWait(700);
        log += QString::fromUtf8(engine.readAll());
        QVERIFY2(!log.contains("120 -> 100"), qPrintable(log));
        proxies[1].kill();
        QVERIFY2(told("process proxy: 1 runs, at least 2 wanted: priority 120 -> 100"), qPrintable(log));
        proxies[1].waitForFinished();
        proxies[1].start(path(qPrintable(name)), {"60"});
        log.clear();
        QVERIFY2(told("priority 100 -> 120"), qPrintable(log));
        // While the process stands still more happens than the kernel keeps news of, and among it what counts.
        const auto vrrp = childNamed(static_cast<pid_t>(engine.processId()), "twinhelmd-vrrp");
        QVERIFY(vrrp > 0);
        ::kill(vrrp, SIGSTOP);
        QCOMPARE(QProcess::execute("sh", {"-c", "i=0; while [ $i -lt 6000 ]; do (:); i=$((i+1)); done"}), 0);
        proxies[1].kill();
        proxies[1].waitForFinished();
        ::kill(vrrp, SIGCONT);
        log.clear();
        QVERIFY2(told("process proxy: 1 runs, at least 2 wanted: priority 120 -> 100"), qPrintable(log));
        proxies[0].kill();
        proxies[0].waitForFinished();
        engine.terminate();
        QVERIFY(engine.waitForFinished(5000));
    }

    void linksAppearVanishAndAreRenamed()
    {
        Tracker tracker;
        addInterface(tracker.node, "eth2", "10.9.0.5/24");
        tracker.start(instance("    track_interface {\n        eth2\n    }\n"));
        VERIFY_IN_LAB(tracker.holds(true), tracker.lab);
        tracker.shell("ip link set eth2 down; ip link set eth2 name other; ip link set other up");
        VERIFY_IN_LAB(tracker.holds(false), tracker.lab);
        VERIFY_IN_LAB(tracker.told("interface eth2 does not exist, it was renamed to other"), tracker.lab);
        tracker.shell("ip link set other down; ip link set other name eth2; ip link set eth2 up");
        VERIFY_IN_LAB(tracker.holds(true), tracker.lab);
        tracker.shell("ip link del eth2");
        VERIFY_IN_LAB(tracker.holds(false), tracker.lab);
        addInterface(tracker.node, "eth2", "10.9.0.5/24");
        VERIFY_IN_LAB(tracker.holds(true), tracker.lab);
    }

    void linksThatBounceAreForgiven()
    {
        Tracker tracker;
        addInterface(tracker.node, "eth2", "10.9.0.5/24");
        tracker.start("interface_up_down_delays {\n    eth2 1 0.5\n}\n" +
                      instance("    track_interface {\n        eth2\n    }\n"));
        VERIFY_IN_LAB(tracker.holds(true), tracker.lab);
        tracker.shell("ip link set eth2 down; sleep 0.4; ip link set eth2 up");
        QTest::qWait(1200);
        QVERIFY(tracker.node.holds(vip));
        VERIFY_IN_LAB(tracker.told("which counts when it lasts"), tracker.lab);
        QVERIFY2(tracker.engine->log().find("MASTER -> ") == std::string::npos &&
                     tracker.engine->log().find("interface eth2 is down\n") == std::string::npos,
                 tracker.engine->log().c_str());
        const auto start = std::chrono::steady_clock::now();
        tracker.shell("ip link set eth2 down");
        VERIFY_IN_LAB(tracker.holds(false), tracker.lab);
        const auto took = std::chrono::steady_clock::now() - start;
        QVERIFY(took > Millis(950) && took < Millis(1500));
        tracker.shell("ip link set eth2 up");
        VERIFY_IN_LAB(tracker.holds(true), tracker.lab);
    }

    /// A group's trackers are those of each member, without their weights; the group is told once.
    void groups()
    {
        Tracker tracker;
        tracker.node.writeFile("/etc/keepalived/told.sh", "#!/bin/sh\necho \"$@\" >> /run/told\n", 0755);
        const auto member = [](const char *name, const char *id) {
            return std::string("vrrp_instance ") + name + " {\n    interface eth0\n    virtual_router_id " + id +
                   "\n    version 3\n    advert_int 0.1\n    virtual_ipaddress {\n        10.0.0." + id +
                   "\n    }\n}\n";
        };
        tracker.start("global_defs {\n    script_user root\n}\n"
                      "vrrp_script check {\n    script \"/usr/bin/test ! -e /run/broken\"\n    interval 0.2\n}\n"
                      "track_file drain {\n    file /run/drain\n    weight 0\n}\n"
                      "vrrp_sync_group G {\n    group {\n        A\n        B\n    }\n"
                      "    track_script {\n        check\n    }\n    track_file {\n        drain\n    }\n"
                      "    notify /etc/keepalived/told.sh\n}\n" +
                      member("A", "3") + member("B", "4"));
        const auto hold = [&](bool wanted) {
            return tracker.holds(wanted) &&
                   eventually([&] { return tracker.node.holds("10.0.0.4") == wanted; }, Millis(2000));
        };
        for (const char *trouble : {"touch /run/broken", "echo 1 > /run/drain"}) {
            VERIFY_IN_LAB(hold(true), tracker.lab);
            tracker.shell(trouble);
            VERIFY_IN_LAB(hold(false), tracker.lab);
            tracker.shell("rm -f /run/broken /run/drain");
        }
        VERIFY_IN_LAB(hold(true), tracker.lab);
        const std::string wanted = "GROUP G BACKUP 0\nGROUP G MASTER 0\n"
                                   "GROUP G FAULT 0\nGROUP G BACKUP 0\nGROUP G MASTER 0\n"
                                   "GROUP G FAULT 0\nGROUP G BACKUP 0\nGROUP G MASTER 0\n";
        VERIFY_IN_LAB(eventually(
                          [&] {
                              return tracker.node.run({"cat", "/run/told"}).output == wanted;
                          },
                          Millis(1000)),
                      tracker.lab);
    }

    /// keepalived drops a script that is not there and runs on; so that the same files behave the same, we do, too.
    void aScriptThatIsNotThereCountsInNoWay()
    {
        Tracker tracker;
        tracker.start("vrrp_script gone {\n    script /nowhere/check.sh\n    interval 1\n}\n" +
                      instance("    track_script {\n        gone\n    }\n"));
        VERIFY_IN_LAB(tracker.holds(true), tracker.lab);
        VERIFY_IN_LAB(tracker.told("not run: there is no /nowhere"), tracker.lab);
    }
};

QTEST_GUILESS_MAIN(TestTracking)
#include "tst_tracking.moc"
