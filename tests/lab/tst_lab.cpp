#include <csignal>
#include <set>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/lab/config_text.h"
#include "tests/lab/engine.h"
#include "tests/lab/lab_test.h"
#include "tests/lab/outage_meter.h"
#include "tests/lab/owner.h"
#include "tests/lab/services.h"
#include "tests/lab/sniffer.h"

using namespace twinhelm::lab;

/// The lab itself, proven with stock programs before anything of ours is measured in it.
class TestLab : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { REQUIRE_LAB(); }

    void hostsReachEachOther()
    {
        LabOptions options;
        options.web = true;
        options.deskHost = true;
        Lab lab(options);
        QCOMPARE(lab.client().run({"ping", "-c1", "-W1", "10.0.0.5"}).exitCode, 0);
        QCOMPARE(lab.desk().run({"ping", "-c1", "-W1", "10.0.0.6"}).exitCode, 0);
        QCOMPARE(lab.lb1().run({"ping", "-c1", "-W1", "172.16.1.8"}).exitCode, 0);
        QVERIFY2(lab.client().run({"ping", "-c1", "-W1", "172.16.1.7"}).exitCode != 0,
                 "the back network must be apart");
        QCOMPARE(QString::fromStdString(lab.lb2().must({"hostname"})).trimmed(), QString("lb02"));
    }

    void seed004NetworkHasItsOwnNames()
    {
        Lab lab(LabOptions::seed004());
        QCOMPARE(lab.client().run({"ping", "-c1", "-W1", "192.168.1.2"}).exitCode, 0);
        QVERIFY(lab.lb1().must({"ip", "-o", "link", "show", "ens33"}).find("ens33") != std::string::npos);
    }

    void filesOfOneHostAreItsOwn()
    {
        Lab lab;
        lab.lb1().writeFile("/etc/keepalived/keepalived.conf", "lb1");
        lab.lb1().writeFile("/server/scripts/check.sh", "#!/bin/sh\nexit 3\n", 0755);
        QCOMPARE(lab.lb1().run({"/server/scripts/check.sh"}).exitCode, 3);
        QCOMPARE(lab.lb1().run({"cat", "/etc/keepalived/keepalived.conf"}).output, std::string("lb1"));
        QVERIFY(lab.lb2().run({"cat", "/etc/keepalived/keepalived.conf"}).exitCode != 0);
        QVERIFY(!std::filesystem::exists("/server/scripts/check.sh"));
    }

    void processesOfOneHostAreItsOwn()
    {
        Lab lab;
        const auto sleeper = lab.lb1().start({"sleep", "60"}, "sleep");
        QVERIFY(eventually([&] { return processName(sleeper.pid()) == "sleep"; }, Millis(2000)));
        QCOMPARE(lab.lb1().run({"pgrep", "-x", "sleep"}).exitCode, 0);
        QCOMPARE(lab.lb2().run({"pgrep", "-x", "sleep"}).exitCode, 1);
    }

    void killTreeLeavesNoDescendant()
    {
        Lab lab;
        auto shell = lab.lb1().start({"sh", "-c", "sh -c 'sleep 61 & sleep 62' & sleep 63; true"}, "tree");
        QVERIFY(eventually([&] { return shell.tree().size() == 5; }, Millis(2000)));
        QCOMPARE(shell.killTree(), 5U);
        QVERIFY(eventually([&] { return lab.lb1().processes().empty(); }, Millis(2000)));
    }

    void programThatIsMissingIsNamed()
    {
        Lab lab;
        const auto outcome = lab.lb1().run({"no-such-program"});
        QCOMPARE(outcome.exitCode, 127);
        QVERIFY(outcome.output.find("no-such-program") != std::string::npos);
    }

    void twoLabsStandSideBySide()
    {
        Lab first;
        Lab second;
        first.lb1().must({"ip", "addr", "add", "10.0.0.77/24", "dev", "eth0"});
        QCOMPARE(first.client().run({"ping", "-c1", "-W1", "10.0.0.77"}).exitCode, 0);
        QVERIFY(second.client().run({"ping", "-c1", "-W1", "10.0.0.77"}).exitCode != 0);
        QVERIFY(first.folder() != second.folder());
    }

    void linksFailAsAsked()
    {
        Lab lab;
        const auto reaches = [](Node &from, const char *to) {
            return from.run({"ping", "-c1", "-W1", to}).exitCode == 0;
        };
        lab.cut(lab.lb1());
        QVERIFY(!reaches(lab.client(), "10.0.0.5"));
        QCOMPARE(lab.lb1().readFile("/sys/class/net/eth0/carrier"), std::string("1\n"));
        lab.mend(lab.lb1());
        QVERIFY(eventually([&] { return reaches(lab.client(), "10.0.0.5"); }, Millis(3000)));
        lab.unplug(lab.lb1());
        QCOMPARE(lab.lb1().must({"cat", "/sys/class/net/eth0/carrier"}), std::string("0\n"));
        lab.plug(lab.lb1());
        QVERIFY(eventually([&] { return reaches(lab.client(), "10.0.0.5"); }, Millis(3000)));
    }

    void packetsAreLostOneWayOnly()
    {
        Lab lab;
        Sniffer sniffer(lab.lb2(), "eth0");
        lab.loseOneWay(lab.lb1(), lab.lb2());
        lab.lb1().must({"arping", "-U", "-c1", "-I", "eth0", "10.0.0.5"});
        QVERIFY(sniffer.gratuitousArps().empty());
        lab.loseNothing();
        lab.lb1().must({"arping", "-U", "-c1", "-I", "eth0", "10.0.0.5"});
        QVERIFY(eventually([&] { return sniffer.gratuitousArps().size() == 1; }, Millis(1000)));
        QCOMPARE(sniffer.gratuitousArps().front().address, std::string("10.0.0.5"));
    }

    void leavesNothingBehind()
    {
        std::filesystem::path folder;
        pid_t holder = 0;
        {
            Lab lab;
            folder = lab.folder();
            holder = lab.lb1().holder();
            const auto sleeper = lab.lb1().start({"sleep", "60"}, "sleep");
        }
        QVERIFY(!std::filesystem::exists(folder));
        QVERIFY(!std::filesystem::exists("/proc/" + std::to_string(holder)));
    }

    /// The owner is killed with SIGKILL: its hosts and their processes must end by themselves, and the next
    /// lab removes the folder.
    void leavesNothingBehindAfterACrash()
    {
        int told[2];
        QCOMPARE(pipe(told), 0);
        const auto owner = fork();
        if (owner == 0) {
            auto *lab = new Lab;
            auto *engine = new Engine(lab->lb1(), EngineKind::Keepalived, seed000("lb01"));
            eventually([&] { return engine->process().tree().size() > 1; }, Millis(3000));
            std::string report = lab->folder().string() + " " + std::to_string(lab->switchNode().holder());
            for (const auto pid : engine->process().tree())
                report += " " + std::to_string(pid);
            [[maybe_unused]] const auto written = write(told[1], report.data(), report.size());
            ::close(told[1]);
            pause();
            _exit(0);
        }
        ::close(told[1]);
        std::string report;
        char buffer[512];
        for (ssize_t size; (size = read(told[0], buffer, sizeof buffer)) > 0;)
            report.append(buffer, static_cast<std::size_t>(size));
        ::close(told[0]);
        const auto words = QString::fromStdString(report).split(' ');
        QVERIFY2(words.size() >= 4, report.c_str());
        QVERIFY(QFile::exists(words[0]));

        kill(owner, SIGKILL);
        waitpid(owner, nullptr, 0);
        for (auto i = 1; i < words.size(); ++i)
            QVERIFY2(eventually([&] { return !ProcessId::of(words[i].toInt()); }, Millis(3000)), qPrintable(words[i]));
        Lab next;
        // A lab of another test may be sweeping it too.
        QVERIFY(eventually([&] { return !QFile::exists(words[0]); }, Millis(3000)));
        QVERIFY(QFile::exists(QString::fromStdString(next.folder().string())));
    }

    void outageAndAdvertsAreMeasured()
    {
        Lab lab;
        Responder atLb1(lab.lb1());
        Responder atLb2(lab.lb2());
        Sniffer sniffer(lab.client(), "eth0");
        InstanceText text{.priority = 150, .version = 3, .advert = "0.1", .password = ""};
        Engine first(lab.lb1(), EngineKind::Keepalived, configText("lb01", {text}));
        text.priority = 100;
        Engine second(lab.lb2(), EngineKind::Keepalived, configText("lb02", {text}));
        OutageMeter meter(lab.client(), "10.0.0.3");
        VERIFY_IN_LAB((meter.waitForOwner("lb01", Millis(8000))), lab);
        QVERIFY(lab.lb1().holds("10.0.0.3"));
        QVERIFY(!lab.lb2().holds("10.0.0.3"));
        QVERIFY(eventually([&] { return sniffer.advertsFrom("10.0.0.5").size() > 5; }, Millis(3000)));
        const auto advert = sniffer.advertsFrom("10.0.0.5").back();
        QCOMPARE(advert.version, 3);
        QCOMPARE(advert.virtualRouterId, 50);
        QCOMPARE(advert.priority, 150);
        QCOMPARE(advert.interval.count(), 100);
        QCOMPARE(advert.destination, std::string("224.0.0.18"));
        QCOMPARE(advert.addresses, std::vector<std::string>{"10.0.0.3"});

        const auto start = Clock::now();
        lab.cut(lab.lb1());
        first.killTree();
        VERIFY_IN_LAB((meter.waitForOwner("lb02", Millis(3000))), lab);
        const auto outage = meter.outageSince(start);
        QVERIFY(outage);
        QCOMPARE(outage->from, std::string("lb01"));
        qInfo("keepalived: outage %.1f ms", outage->ms());
        QVERIFY(outage->ms() > 200);
        QVERIFY(outage->ms() < 1000); // this proves the meter; limits are tst_failover's
        QVERIFY(!sniffer.gratuitousArps().empty());
        QVERIFY(meter.longestSilence(start, Clock::now()) >= outage->ms() - 1);
    }

    void webServersAnswerThroughTheBalancers()
    {
        LabOptions options = LabOptions::seed000();
        options.web = true;
        Lab lab(options);
        const auto web1 = startWebServer(lab.web1(), "web01\n");
        const auto web2 = startWebServer(lab.web2(), "web02\n");
        const auto proxy = startReverseProxy(lab.lb1(), {"172.16.1.7", "172.16.1.8"});
        std::set<std::string> pages;
        for (int i = 0; i < 4; ++i)
            pages.insert(lab.client().must({"curl", "-s", "-H", "Host: www.mysun.com", "http://10.0.0.5/"}));
        QCOMPARE(pages, (std::set<std::string>{"web01\n", "web02\n"}));
    }

    void sshServerLetsTheLabsKeyIn()
    {
        LabOptions options;
        options.deskHost = true;
        Lab lab(options);
        const auto server = startSshServer(lab, lab.lb1());
        const auto known = lab.folder() / "known_hosts";
        writeWholeFile(known, knownHostLine(lab.lb1(), "10.0.0.5"));
        const auto outcome =
            lab.desk().run({"ssh", "-F", "none", "-o", "BatchMode=yes", "-o", "UserKnownHostsFile=" + known.string(),
                            "-i", labKey(lab).string(), "root@10.0.0.5", "hostname; echo $PATH"});
        QVERIFY2(outcome.exitCode == 0, outcome.output.c_str());
        QVERIFY2(outcome.output.starts_with("lb01\n"), outcome.output.c_str());
        const auto programs = std::filesystem::path(ownProgram("twinhelmctl")).parent_path().string();
        QVERIFY2(outcome.output.find(programs) != std::string::npos, outcome.output.c_str());
        QVERIFY(acceptsTcp(lab.desk(), "10.0.0.5", 22));
        QVERIFY(!acceptsTcp(lab.desk(), "10.0.0.6", 22));
    }
};

QTEST_GUILESS_MAIN(TestLab)
#include "tst_lab.moc"
