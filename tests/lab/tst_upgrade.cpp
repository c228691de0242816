#include <csignal>

#include <QRegularExpression>

#include "tests/lab/config_text.h"
#include "tests/lab/engine.h"
#include "tests/lab/lab_test.h"
#include "tests/lab/outage_meter.h"
#include "tests/lab/sniffer.h"

using namespace twinhelm::lab;

namespace
{

constexpr auto lb1 = "10.0.0.5";
constexpr auto lb2 = "10.0.0.6";
constexpr auto vip = "10.0.0.3";
const std::vector<std::string> roles{"vrrp", "checker", "api"};

/// So that there is a checker.
constexpr auto balanced = "virtual_server 10.9.9.9 80 {\n    protocol TCP\n    real_server 10.9.9.10 80 {\n"
                          "        TCP_CHECK {\n        }\n    }\n}\n";

/// lb01 is MASTER with 150, lb02 BACKUP with 100; each state that is entered becomes a line of /run/told.
struct Pair {
    std::string advert = "0.1";
    std::string scripts;        ///< of both nodes
    std::string moreOfInstance; ///< likewise
    std::string moreOfFirst = balanced;
    Lab lab;
    Responder atLb1{lab.lb1()};
    Responder atLb2{lab.lb2()};
    Sniffer sniffer{lab.client(), lab.options().interface};
    OutageMeter meter{lab.client(), vip};
    std::optional<Engine> one;
    std::optional<Engine> two;

    [[nodiscard]] std::string config(const std::string &name, int priority, const std::string &more) const
    {
        const auto node = configText(name, {{.priority = priority,
                                             .version = 3,
                                             .advert = advert,
                                             .password = "",
                                             .more = "    notify /etc/keepalived/told.sh\n" + moreOfInstance}});
        return "global_defs {\n    script_user root\n}\n" + scripts + more + node;
    }
    [[nodiscard]] bool up()
    {
        for (auto *node : {&lab.lb1(), &lab.lb2()})
            node->writeFile("/etc/keepalived/told.sh", "#!/bin/sh\necho \"$*\" >> /run/told\n", 0755);
        two.emplace(lab.lb2(), EngineKind::Twinhelm, config("lb02", 100, {}));
        if (!meter.waitForOwner("lb02", Millis(8000)))
            return false;
        one.emplace(lab.lb1(), EngineKind::Twinhelm, config("lb01", 150, moreOfFirst));
        return meter.waitForOwner("lb01", Millis(8000)) && lab.lb2().releases(vip) && heard(5);
    }
    [[nodiscard]] bool heard(std::size_t count, const std::string &source = lb1)
    {
        const auto since = Clock::now();
        return eventually([&] { return sniffer.advertsFrom(source, since).size() >= count; }, Millis(8000));
    }
    [[nodiscard]] static pid_t role(Engine &engine, const std::string &name)
    {
        for (const auto pid : engine.process().tree()) {
            if (processName(pid) == ("twinhelmd-" + name).substr(0, 15))
                return pid;
        }
        return -1;
    }
    [[nodiscard]] std::map<std::string, pid_t> children()
    {
        std::map<std::string, pid_t> out;
        for (const auto &name : roles)
            out[name] = role(*one, name);
        return out;
    }
    /// Every one is there and none is the one before.
    [[nodiscard]] bool allNew(const std::map<std::string, pid_t> &before)
    {
        return eventually(
            [&] {
                const auto now = children();
                return std::ranges::all_of(
                    now, [&](const auto &one) { return one.second > 0 && one.second != before.at(one.first); });
            },
            Millis(5000));
    }
    [[nodiscard]] static std::size_t count(Engine &engine, const std::string &kind)
    {
        const auto events = engine.ctl({"events", "--json", "--last", "1000"}).output;
        return static_cast<std::size_t>(
            QString::fromStdString(events).count(QString::fromStdString("\"kind\":\"" + kind + "\"")));
    }
    [[nodiscard]] std::string told(Node &node) { return node.run({"cat", "/run/told"}).output; }
};

} // namespace

/// Another version of the program in the place of the running one: nobody who is not told of it can tell.
class TestUpgrade : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { REQUIRE_LAB(); }

    void theMasterIsUpgraded_data()
    {
        QTest::addColumn<QString>("advert");
        QTest::addColumn<double>("longestSilence"); // ms
        QTest::newRow("0.1 s") << "0.1" << 210.0;
        QTest::newRow("1 s") << "1" << 2010.0;
    }
    void theMasterIsUpgraded()
    {
        QFETCH(QString, advert);
        QFETCH(double, longestSilence);
        Pair pair;
        pair.advert = advert.toStdString();
        VERIFY_IN_LAB(pair.up(), pair.lab);
        const auto guardian = pair.one->process().pid();
        const auto told = pair.told(pair.lab.lb1()) + pair.told(pair.lab.lb2());
        const auto states = Pair::count(*pair.one, "vrrp.state") + Pair::count(*pair.two, "vrrp.state");

        const auto start = Clock::now();
        for (int round = 1; round <= 2; ++round) { // what was upgraded can be upgraded
            const auto before = pair.children();
            const auto outcome = pair.one->ctl({"upgrade"});
            QVERIFY2(outcome.exitCode == 0, outcome.output.c_str());
            QVERIFY2(outcome.output.find("no instance changed its state") != std::string::npos, outcome.output.c_str());
            VERIFY_IN_LAB(pair.allNew(before), pair.lab);
        }
        VERIFY_IN_LAB(pair.heard(5), pair.lab);

        QCOMPARE(pair.one->process().pid(), guardian);
        QVERIFY(pair.one->process().running());
        const auto gap = pair.sniffer.longestGap(lb1, start);
        const auto lost = pair.meter.lost(start, Clock::now() - Millis(200));
        qInfo("longest silence of the master: %.1f ms, %zu packets lost", gap, lost);
        QVERIFY2(gap < longestSilence, "two adverts at most");
        VERIFY_IN_LAB(pair.sniffer.advertsFrom(lb2, start).empty(), pair.lab);
        QCOMPARE(lost, std::size_t(0));
        VERIFY_IN_LAB(eventually([&] { return Pair::count(*pair.one, "agent.upgraded") == 2; }, Millis(3000)),
                      pair.lab);
        QCOMPARE(Pair::count(*pair.one, "vrrp.state") + Pair::count(*pair.two, "vrrp.state"), states);
        QCOMPARE(Pair::count(*pair.one, "process.died"), std::size_t(0));
        QCOMPARE(pair.told(pair.lab.lb1()) + pair.told(pair.lab.lb2()), told);
        QVERIFY(pair.one->ctl({"status"}).output.find("MASTER") != std::string::npos);

        // And it is a daemon like any other: it reloads, and ends in order.
        const auto reloaded = pair.one->ctl({"reload"});
        QVERIFY2(reloaded.exitCode == 0, reloaded.output.c_str());
        QCOMPARE(pair.one->stop(), std::optional(0));
        VERIFY_IN_LAB(pair.meter.waitForOwner("lb02", Millis(3000)), pair.lab);
        VERIFY_IN_LAB(pair.lab.lb1().processes().empty(), pair.lab);
    }

    /// What only the old engine knew: an operator's hold, and the verdict of a script that would take a while to fail.
    void holdsAndVerdictsAreCarriedOver()
    {
        Pair pair;
        pair.scripts = "vrrp_script check {\n    script \"/bin/sh -c 'test ! -e /run/sick'\"\n    interval 1\n"
                       "    fall 3\n    rise 2\n    weight -60\n}\n";
        pair.moreOfInstance = "    track_script {\n        check\n    }\n";
        VERIFY_IN_LAB(pair.up(), pair.lab);
        pair.lab.lb1().writeFile("/run/sick", "");
        VERIFY_IN_LAB(pair.meter.waitForOwner("lb02", Millis(9000)), pair.lab);
        const auto sick = pair.children();
        const auto start = Clock::now();
        QCOMPARE(pair.one->ctl({"upgrade"}).exitCode, 0);
        VERIFY_IN_LAB(eventually([&] { return Pair::role(*pair.one, "vrrp") != sick.at("vrrp"); }, Millis(3000)),
                      pair.lab);
        std::this_thread::sleep_for(Millis(1500)); // longer than any down timer of the pair
        VERIFY_IN_LAB(pair.sniffer.advertsFrom(lb1, start).empty(), pair.lab);
        const auto status = pair.one->ctl({"status", "--json"}).output;
        QVERIFY2(status.find("\"effective_priority\":90") != std::string::npos, status.c_str());

        pair.lab.lb1().run({"rm", "/run/sick"});
        VERIFY_IN_LAB(pair.meter.waitForOwner("lb01", Millis(9000)), pair.lab);
        QCOMPARE(pair.one->ctl({"handover", "VI_1"}).exitCode, 0);
        VERIFY_IN_LAB(pair.meter.waitForOwner("lb02", Millis(3000)), pair.lab);
        VERIFY_IN_LAB(pair.heard(3, lb2), pair.lab);
        const auto held = Clock::now();
        QCOMPARE(pair.one->ctl({"upgrade"}).exitCode, 0);
        std::this_thread::sleep_for(Millis(1500));
        VERIFY_IN_LAB(pair.sniffer.advertsFrom(lb1, held).empty(), pair.lab);
        QCOMPARE(pair.one->ctl({"release", "VI_1"}).exitCode, 0);
        VERIFY_IN_LAB(pair.meter.waitForOwner("lb01", Millis(3000)), pair.lab);
    }

    /// The configuration in force goes over, not what stands on the disk by now.
    void aBrokenFileOnTheDiskDoesNotMatter()
    {
        Pair pair;
        VERIFY_IN_LAB(pair.up(), pair.lab);
        pair.one->writeConfig("vrrp_instance VI_1 {\n    interface eth0\n    priority 900\n");
        const auto start = Clock::now();
        const auto outcome = pair.one->ctl({"upgrade"});
        QVERIFY2(outcome.exitCode == 0, outcome.output.c_str());
        VERIFY_IN_LAB(pair.heard(5), pair.lab);
        VERIFY_IN_LAB(pair.sniffer.advertsFrom(lb2, start).empty(), pair.lab);
    }

    void whatCannotTakeOverIsRefused_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("make"); // a shell line
        QTest::addColumn<QString>("why");
        QTest::newRow("missing") << "/run/new"
                                 << "true"
                                 << "No such file";
        QTest::newRow("not executable") << "/run/new"
                                        << "echo > /run/new"
                                        << "not executable";
        QTest::newRow("no program") << "/run/new"
                                    << "echo rubbish > /run/new; chmod 755 /run/new"
                                    << "Exec format error";
        // The head of an ELF file for AArch64.
        QTest::newRow("another architecture")
            << "/run/new"
            << R"(printf '\177ELF\2\1\1\0\0\0\0\0\0\0\0\0\2\0\267\0\1\0\0\0' > /run/new; chmod 755 /run/new)"
            << "Exec format error";
        QTest::newRow("another program") << "/bin/true"
                                         << "true"
                                         << "does not say that it can take over";
        QTest::newRow("fails") << "/bin/false"
                               << "true"
                               << "exited with 1";
        QTest::newRow("a folder") << "/run"
                                  << "true"
                                  << "not a regular file";
        QTest::newRow("others may write it") << "/run/new"
                                             << "cp /bin/true /run/new; chmod 777 /run/new"
                                             << "others than root";
        QTest::newRow("hangs") << "/run/new"
                               << "printf '#!/bin/sh\\nexec sleep 1000\\n' > /run/new; chmod 755 /run/new"
                               << "did not say in time";
    }
    void whatCannotTakeOverIsRefused()
    {
        QFETCH(QString, path);
        QFETCH(QString, make);
        QFETCH(QString, why);
        Pair pair;
        VERIFY_IN_LAB(pair.up(), pair.lab);
        pair.lab.lb1().must({"sh", "-c", make.toStdString()});
        const auto before = pair.children();
        const auto start = Clock::now();
        const auto outcome = pair.lab.lb1().run(
            {ownProgram("twinhelmctl"), "--socket", pair.one->apiSocket(), "upgrade", "--binary", path.toStdString()},
            {}, Millis(40000));
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.output.find(why.toStdString()) != std::string::npos, outcome.output.c_str());
        VERIFY_IN_LAB(pair.heard(5), pair.lab);
        QVERIFY(pair.children() == before);
        QVERIFY2(pair.sniffer.longestGap(lb1, start) < 150, "not an advert is late");
        QVERIFY(pair.one->ctl({"events"}).output.find("upgrade was refused") != std::string::npos);
    }

    /// The new engine is no better protected than the old one: it may die once, and goes on then.
    void whatWasUpgradedMayStillDie()
    {
        Pair pair;
        VERIFY_IN_LAB(pair.up(), pair.lab);
        const auto before = pair.children();
        QCOMPARE(pair.one->ctl({"upgrade"}).exitCode, 0);
        VERIFY_IN_LAB(pair.allNew(before), pair.lab);
        const auto start = Clock::now();
        const auto engine = Pair::role(*pair.one, "vrrp");
        kill(engine, SIGKILL);
        VERIFY_IN_LAB(
            eventually([&] { return Pair::role(*pair.one, "vrrp") > 0 && Pair::role(*pair.one, "vrrp") != engine; },
                       Millis(3000)),
            pair.lab);
        VERIFY_IN_LAB(pair.heard(10), pair.lab);
        VERIFY_IN_LAB(pair.sniffer.advertsFrom(lb2, start).empty(), pair.lab);
        QVERIFY2(pair.meter.longestSilence(start, Clock::now()) < 50, "the client must not notice");
    }
};

QTEST_GUILESS_MAIN(TestUpgrade)
#include "tst_upgrade.moc"
