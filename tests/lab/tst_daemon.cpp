#include <csignal>

#include "tests/lab/config_text.h"
#include "tests/lab/engine.h"
#include "tests/lab/lab_test.h"
#include "tests/lab/outage_meter.h"
#include "tests/lab/sniffer.h"

using namespace twinhelm::lab;

namespace
{

constexpr auto vip = "10.0.0.3";

InstanceText fast(int priority)
{
    return {.priority = priority, .version = 3, .advert = "0.1", .password = ""};
}

/// A lab with a client that asks the VIP, somebody who listens, and our engine on both nodes or on one.
struct Pair {
    Lab lab;
    Responder atLb1{lab.lb1()};
    Responder atLb2{lab.lb2()};
    Sniffer sniffer{lab.client(), lab.options().interface};
    OutageMeter meter{lab.client(), lab.options().vip};
    std::string more; ///< of both configurations
    std::optional<Engine> one;
    std::optional<Engine> two;

    void startFirst(const InstanceText &text = fast(150))
    {
        one.emplace(lab.lb1(), EngineKind::Twinhelm, configText("lb01", {text}) + more);
    }
    void startSecond(const InstanceText &text = fast(100))
    {
        two.emplace(lab.lb2(), EngineKind::Twinhelm, configText("lb02", {text}) + more);
    }
    /// The backup first: when it gave the VIP away to the master, both are surely up.
    [[nodiscard]] bool bothUp()
    {
        startSecond();
        if (!ownedBy("lb02"))
            return false;
        startFirst();
        return ownedBy("lb01");
    }
    [[nodiscard]] bool ownedBy(const std::string &node) { return meter.waitForOwner(node, Millis(8000)); }
    [[nodiscard]] bool heard(const std::string &source, int count)
    {
        const auto since = Clock::now();
        return eventually([&] { return sniffer.advertsFrom(source, since).size() >= static_cast<std::size_t>(count); },
                          Millis(200 * count + 2000));
    }
    [[nodiscard]] std::string lastPriority(const std::string &source) const
    {
        const auto adverts = sniffer.advertsFrom(source);
        return adverts.empty() ? "none" : std::to_string(adverts.back().priority);
    }
    /// The process of one role; -1: it does not run.
    static pid_t role(Engine &engine, const std::string &name)
    {
        for (const auto pid : engine.process().tree()) {
            if (processName(pid) == ("twinhelmd-" + name).substr(0, 15))
                return pid;
        }
        return -1;
    }
};

constexpr auto lb1 = "10.0.0.5";
constexpr auto lb2 = "10.0.0.6";

/// Something for the checker.
constexpr auto balanced = "virtual_server 10.0.0.3 80 {\n    protocol TCP\n    real_server 172.16.1.7 80 {\n"
                          "        TCP_CHECK {\n        }\n    }\n}\n";

} // namespace

/// twinhelmd as a whole program, on a real network.
class TestDaemon : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { REQUIRE_LAB(); }

    void orderlyEndLeavesNothing()
    {
        Pair pair;
        pair.startFirst();
        VERIFY_IN_LAB(pair.ownedBy("lb01"), pair.lab);
        QVERIFY(pair.heard(lb1, 2));
        QCOMPARE(pair.one->stop().value_or(-1), 0);
        QVERIFY(!pair.lab.lb1().holds(vip));
        QVERIFY2(pair.lab.lb1().processes().empty(), "processes are left behind");
        QVERIFY(eventually([&] { return pair.lastPriority(lb1) == "0"; }, Millis(500)));
    }

    void backupEndsWithoutAWord()
    {
        Pair pair;
        pair.startFirst();
        VERIFY_IN_LAB(pair.ownedBy("lb01"), pair.lab);
        pair.startSecond();
        QVERIFY(eventually([&] { return Pair::role(*pair.two, "vrrp") > 0; }, Millis(3000)));
        QVERIFY(pair.heard(lb1, 10));
        QCOMPARE(pair.two->stop().value_or(-1), 0);
        QVERIFY2(pair.sniffer.advertsFrom(lb2).empty(), "a backup must not speak");
    }

    void killedChildComesBackAndNobodyNotices_data()
    {
        QTest::addColumn<QString>("role");
        QTest::newRow("vrrp") << "vrrp";
        QTest::newRow("checker") << "checker";
        QTest::newRow("api") << "api";
    }
    void killedChildComesBackAndNobodyNotices()
    {
        QFETCH(QString, role);
        const auto name = role.toStdString();
        Pair pair;
        if (name == "checker") // which does not run without anything to check
            pair.more = balanced;
        VERIFY_IN_LAB(pair.bothUp(), pair.lab);
        QVERIFY(pair.heard(lb1, 5));

        const auto start = Clock::now();
        const auto killed = Pair::role(*pair.one, name);
        QVERIFY2(killed > 0, "the role has no process");
        kill(killed, SIGKILL);
        VERIFY_IN_LAB(
            eventually([&] { return Pair::role(*pair.one, name) > 0 && Pair::role(*pair.one, name) != killed; },
                       Millis(3000)),
            pair.lab);
        VERIFY_IN_LAB(pair.heard(lb1, 10), pair.lab);
        const auto gap = pair.sniffer.longestGap(lb1, start);
        qInfo("longest silence of the master after the kill of %s: %.0f ms", name.c_str(), gap);
        VERIFY_IN_LAB(pair.sniffer.advertsFrom(lb2, start).empty(), pair.lab);
        QVERIFY2(pair.meter.longestSilence(start, Clock::now()) < 50, "the client must not notice");
        QVERIFY(pair.lab.lb1().holds(vip));
    }

    /// Whatever is left of the node must not keep an address nobody looks after.
    void killedGuardianTakesTheNodeDown()
    {
        Pair pair;
        VERIFY_IN_LAB(pair.bothUp(), pair.lab);
        QVERIFY(pair.heard(lb1, 3));
        kill(pair.one->process().pid(), SIGKILL);
        VERIFY_IN_LAB(pair.ownedBy("lb02"), pair.lab);
        VERIFY_IN_LAB(eventually([&] { return !pair.lab.lb1().holds(vip); }, Millis(2000)), pair.lab);
        VERIFY_IN_LAB(eventually([&] { return pair.lab.lb1().processes().empty(); }, Millis(3000)), pair.lab);
    }

    /// A reload may bring the first virtual server; until then nobody holds memory for it.
    void theCheckerRunsWhenThereIsSomethingToCheck()
    {
        Pair pair;
        pair.startFirst();
        VERIFY_IN_LAB(pair.ownedBy("lb01"), pair.lab);
        QCOMPARE(Pair::role(*pair.one, "checker"), -1);
        pair.one->writeConfig(configText("lb01", {fast(150)}) + balanced);
        pair.one->reload();
        VERIFY_IN_LAB(eventually([&] { return Pair::role(*pair.one, "checker") > 0; }, Millis(3000)), pair.lab);
    }

    void brokenFileKeepsTheOldState()
    {
        Pair pair;
        pair.startFirst();
        VERIFY_IN_LAB(pair.ownedBy("lb01"), pair.lab);
        QVERIFY(pair.heard(lb1, 2));

        const auto start = Clock::now();
        pair.one->writeConfig("vrrp_instance VI_1 {\n    interface eth0\n    priority 999\n");
        pair.one->reload();
        VERIFY_IN_LAB(eventually([&] { return pair.one->log().find("refused") != std::string::npos; }, Millis(3000)),
                      pair.lab);
        QVERIFY(pair.heard(lb1, 5));
        QCOMPARE(pair.lastPriority(lb1), std::string("150"));
        QVERIFY(pair.sniffer.longestGap(lb1, start) < 150);

        pair.one->writeConfig(configText("lb01", {fast(140)}));
        pair.one->reload();
        VERIFY_IN_LAB(eventually([&] { return pair.lastPriority(lb1) == "140"; }, Millis(3000)), pair.lab);
        QVERIFY(pair.sniffer.longestGap(lb1, start) < 150);
        QVERIFY2(pair.meter.longestSilence(start, Clock::now()) < 50, "the VIP must stay through both reloads");
    }

    void lowerPriorityAfterReloadHandsTheAddressOver()
    {
        Pair pair;
        VERIFY_IN_LAB(pair.bothUp(), pair.lab);
        const auto start = Clock::now();
        pair.one->writeConfig(configText("lb01", {fast(50)}));
        pair.one->reload();
        VERIFY_IN_LAB(pair.ownedBy("lb02"), pair.lab);
        VERIFY_IN_LAB(pair.lab.lb1().releases(vip), pair.lab);
        const auto outage = pair.meter.outageSince(start);
        QVERIFY(outage);
        qInfo("preempted after a reload: outage %.1f ms", outage->ms());
        QVERIFY(outage->ms() < 50);
    }

    void twoDaemonsInOneNamespaceDoNotMeet()
    {
        Pair pair;
        pair.startFirst();
        auto text = fast(120);
        text.name = "VI_2";
        text.virtualRouterId = 60;
        text.addresses = {"10.0.0.4"};
        EngineOptions options;
        options.configPath = "/etc/twinhelm/second.conf";
        options.runtimeDir = "/run/twinhelm-second";
        options.stateDir = "/var/lib/twinhelm-second";
        options.log = "second";
        Engine second(pair.lab.lb1(), EngineKind::Twinhelm, configText("lb01", {text}), options);
        VERIFY_IN_LAB(pair.ownedBy("lb01"), pair.lab);
        VERIFY_IN_LAB(eventually([&] { return pair.lab.lb1().holds("10.0.0.4"); }, Millis(3000)), pair.lab);
        QCOMPARE(second.stop().value_or(-1), 0);
        QVERIFY(!pair.lab.lb1().holds("10.0.0.4"));
        QVERIFY(pair.lab.lb1().holds(vip));
        QVERIFY(pair.heard(lb1, 3));
    }

    void secondDaemonInTheSameFoldersIsTurnedAway()
    {
        Pair pair;
        pair.startFirst();
        VERIFY_IN_LAB(pair.ownedBy("lb01"), pair.lab);
        Engine same(pair.lab.lb1(), EngineKind::Twinhelm, configText("lb01", {fast(150)}), {.log = "same"});
        const auto exitCode = same.process().wait(Millis(3000));
        QVERIFY(exitCode);
        QVERIFY(*exitCode != 0);
        QVERIFY2(same.log().find("/run/twinhelm") != std::string::npos, same.log().c_str());
        QVERIFY(pair.heard(lb1, 3));
        QVERIFY(pair.lab.lb1().holds(vip));
    }

    void lostCarrierIsAFaultAndComesBack()
    {
        Pair pair;
        VERIFY_IN_LAB(pair.bothUp(), pair.lab);
        pair.lab.unplug(pair.lab.lb1());
        VERIFY_IN_LAB(pair.ownedBy("lb02"), pair.lab);
        VERIFY_IN_LAB(eventually([&] { return !pair.lab.lb1().holds(vip); }, Millis(2000)), pair.lab);
        pair.lab.plug(pair.lab.lb1());
        VERIFY_IN_LAB(pair.ownedBy("lb01"), pair.lab);
        VERIFY_IN_LAB(pair.lab.lb2().releases(vip), pair.lab);
    }

    void splitIsHealedByTheHigherPriority()
    {
        Pair pair;
        VERIFY_IN_LAB(pair.bothUp(), pair.lab);
        pair.lab.loseOneWay(pair.lab.lb1(), pair.lab.lb2());
        VERIFY_IN_LAB(eventually([&] { return pair.lab.lb2().holds(vip); }, Millis(3000)), pair.lab);
        QVERIFY2(pair.lab.lb1().holds(vip), "a master does not yield to a lower priority");
        pair.lab.loseNothing();
        VERIFY_IN_LAB(eventually([&] { return !pair.lab.lb2().holds(vip); }, Millis(3000)), pair.lab);
        VERIFY_IN_LAB(pair.ownedBy("lb01"), pair.lab);
        QVERIFY(pair.lab.lb1().holds(vip));
    }

    void failingScriptMovesTheAddressAndNotifyTells()
    {
        Pair pair;
        auto text = fast(150);
        text.more = "    track_script {\n        check_web\n    }\n    notify /server/scripts/told.sh\n";
        pair.lab.lb1().writeFile("/server/scripts/check_web.sh", "#!/bin/sh\ntest ! -e /run/web-is-down\n", 0755);
        pair.lab.lb1().writeFile("/server/scripts/told.sh", "#!/bin/sh\necho \"$@\" >>/run/told\n", 0755);
        const std::string script =
            "vrrp_script check_web {\n    script /server/scripts/check_web.sh\n    interval 0.1\n"
            "    weight -80\n    user root\n}\n";
        pair.startSecond();
        VERIFY_IN_LAB(pair.ownedBy("lb02"), pair.lab);
        pair.one.emplace(pair.lab.lb1(), EngineKind::Twinhelm,
                         "global_defs {\n    router_id lb01\n    script_user root\n}\n" + script + text.text());
        VERIFY_IN_LAB(pair.ownedBy("lb01"), pair.lab);
        pair.lab.lb1().writeFile("/run/web-is-down", "");
        VERIFY_IN_LAB(pair.ownedBy("lb02"), pair.lab);
        VERIFY_IN_LAB(pair.lab.lb1().releases(vip), pair.lab);
        std::filesystem::remove(pair.lab.lb1().outside("/run/web-is-down"));
        VERIFY_IN_LAB(pair.ownedBy("lb01"), pair.lab);
        const auto toldBackAndForth = [&] {
            const auto told = pair.lab.lb1().readFile("/run/told");
            const auto lost = told.find("INSTANCE VI_1 BACKUP 70\n");
            return lost != std::string::npos && told.find("INSTANCE VI_1 MASTER 150\n", lost) != std::string::npos;
        };
        VERIFY_IN_LAB(eventually(toldBackAndForth, Millis(2000)), pair.lab);
    }
};

QTEST_GUILESS_MAIN(TestDaemon)
#include "tst_daemon.moc"
