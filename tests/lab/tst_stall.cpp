#include <csignal>

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

InstanceText fast(int priority)
{
    return {.priority = priority, .version = 3, .advert = "0.1", .password = ""};
}

/// lb01 is MASTER with 150, lb02 BACKUP with 100; v3, advert 0.1 s, down timer 0.361 s.
struct Pair {
    Lab lab;
    Responder atLb1{lab.lb1()};
    Responder atLb2{lab.lb2()};
    Sniffer sniffer{lab.client(), lab.options().interface};
    OutageMeter meter{lab.client(), vip};
    Engine two{lab.lb2(), EngineKind::Twinhelm, configText("lb02", {fast(100)})};
    std::optional<Engine> one;

    [[nodiscard]] bool up()
    {
        if (!meter.waitForOwner("lb02", Millis(8000)))
            return false;
        one.emplace(lab.lb1(), EngineKind::Twinhelm, configText("lb01", {fast(150)}));
        return meter.waitForOwner("lb01", Millis(8000)) && lab.lb2().releases(vip);
    }

    static void signalAll(Engine &engine, int number)
    {
        for (const auto pid : engine.process().tree())
            kill(pid, number);
    }
    static pid_t vrrpOf(Engine &engine)
    {
        for (const auto pid : engine.process().tree()) {
            if (processName(pid) == "twinhelmd-vrrp")
                return pid;
        }
        return -1;
    }
    [[nodiscard]] std::string events(Engine &engine) { return engine.ctl({"events", "--last", "50"}).output; }
};

} // namespace

/// A process that stood still is no dead peer and must not behave as if the others had died.
class TestStall : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { REQUIRE_LAB(); }

    /// SIGSTOP for ten advert intervals, then SIGCONT: not one advert of the backup, no change of owner.
    void frozenBackupDoesNotFight_data()
    {
        QTest::addColumn<bool>("wholeHost");
        QTest::newRow("its vrrp process") << false;
        QTest::newRow("all its processes") << true;
    }
    void frozenBackupDoesNotFight()
    {
        QFETCH(bool, wholeHost);
        Pair pair;
        VERIFY_IN_LAB(pair.up(), pair.lab);
        const auto start = Clock::now();
        const auto process = Pair::vrrpOf(pair.two);
        QVERIFY(process > 0);
        const auto tell = [&](int number) {
            wholeHost ? Pair::signalAll(pair.two, number) : void(kill(process, number));
        };
        tell(SIGSTOP);
        std::this_thread::sleep_for(Millis(1000));
        tell(SIGCONT);
        std::this_thread::sleep_for(Millis(700));
        VERIFY_IN_LAB(pair.sniffer.advertsFrom(lb2, start).empty(), pair.lab);
        QVERIFY(!pair.meter.outageSince(start));
        QVERIFY2(pair.meter.longestSilence(start, Clock::now()) < 50, "the client must not notice");
        // And it still does its work.
        pair.one->killTree();
        pair.lab.cut(pair.lab.lb1());
        VERIFY_IN_LAB(pair.meter.waitForOwner("lb02", Millis(3000)), pair.lab);
    }

    /// Longer than the peer's down timer: the peer has taken over. On waking the old master lets go within an advert
    /// interval and says nothing while it is BACKUP.
    void frozenMasterYields_data() { frozenBackupDoesNotFight_data(); }
    void frozenMasterYields()
    {
        QFETCH(bool, wholeHost);
        Pair pair;
        VERIFY_IN_LAB(pair.up(), pair.lab);
        auto text = fast(150);
        text.more = "    nopreempt\n"; // not at once, or it would not have become MASTER
        pair.one->writeConfig(configText("lb01", {text}));
        QCOMPARE(pair.one->ctl({"reload"}).exitCode, 0);
        const auto process = Pair::vrrpOf(*pair.one);
        QVERIFY(process > 0);
        const auto tell = [&](int number) {
            wholeHost ? Pair::signalAll(*pair.one, number) : void(kill(process, number));
        };
        tell(SIGSTOP);
        VERIFY_IN_LAB(pair.meter.waitForOwner("lb02", Millis(3000)), pair.lab);
        std::this_thread::sleep_for(Millis(500));
        QVERIFY2(pair.lab.lb1().holds(vip), "nobody could take the address off");
        const auto woken = Clock::now();
        tell(SIGCONT);
        VERIFY_IN_LAB(eventually([&] { return !pair.lab.lb1().holds(vip); }, Millis(2000)), pair.lab);
        const auto twice = std::chrono::duration<double, std::milli>(Clock::now() - woken).count();
        qInfo("the address was on both nodes for %.1f ms after waking", twice);
        QVERIFY2(twice < 150, "longer than an advert interval");
        std::this_thread::sleep_for(Millis(800));
        QVERIFY2(pair.sniffer.advertsFrom(lb1, woken).empty(), "whoever slept must not speak as a master");
        QCOMPARE(pair.meter.owner(), std::string("lb02"));
        QVERIFY2(!pair.meter.outageSince(woken), "the owner must not change any more");
        const auto told = pair.events(*pair.one);
        QVERIFY2(told.find("stall of ") != std::string::npos, told.c_str());
        QVERIFY2(told.find("10.0.0.6 is master by now, stepping down") != std::string::npos, told.c_str());
    }

    /// With preemption it comes back, once and in order: by its own down timer, not by shouting on waking.
    void frozenMasterThatPreemptsComesBackOnce()
    {
        Pair pair;
        VERIFY_IN_LAB(pair.up(), pair.lab);
        const auto process = Pair::vrrpOf(*pair.one);
        kill(process, SIGSTOP);
        VERIFY_IN_LAB(pair.meter.waitForOwner("lb02", Millis(3000)), pair.lab);
        const auto woken = Clock::now();
        kill(process, SIGCONT);
        VERIFY_IN_LAB(pair.meter.waitForOwner("lb01", Millis(3000)), pair.lab);
        const auto adverts = pair.sniffer.advertsFrom(lb1, woken);
        QVERIFY(!adverts.empty());
        const auto after = std::chrono::duration<double, std::milli>(adverts.front().at - woken).count();
        qInfo("the first advert came %.0f ms after waking", after);
        QVERIFY2(after > 250, "before its down timer, an advert is a fight");
        std::this_thread::sleep_for(Millis(600));
        QCOMPARE(pair.meter.owner(), std::string("lb01"));
        VERIFY_IN_LAB(pair.lab.lb2().releases(vip), pair.lab);
    }

    /// Shorter than the down timer: nothing happens at all.
    void aShortStallIsNoFailover()
    {
        Pair pair;
        VERIFY_IN_LAB(pair.up(), pair.lab);
        const auto start = Clock::now();
        const auto process = Pair::vrrpOf(*pair.one);
        kill(process, SIGSTOP);
        std::this_thread::sleep_for(Millis(150));
        kill(process, SIGCONT);
        std::this_thread::sleep_for(Millis(600));
        VERIFY_IN_LAB(pair.sniffer.advertsFrom(lb2, start).empty(), pair.lab);
        QCOMPARE(pair.meter.owner(), std::string("lb01"));
    }

    /// Why: in the state, in the events and in numbers.
    void everyTransitionSaysWhy()
    {
        Pair pair;
        VERIFY_IN_LAB(pair.up(), pair.lab);
        std::this_thread::sleep_for(Millis(500)); // a few intervals to be heard
        pair.one->killTree();
        pair.lab.cut(pair.lab.lb1());
        VERIFY_IN_LAB(pair.meter.waitForOwner("lb02", Millis(3000)), pair.lab);
        const auto said = [&] {
            const auto state = pair.two.ctl({"status", "--json"}).output;
            return state.find(R"("kind":"missed_adverts","word":"master_down")") != std::string::npos &&
                   state.find(R"("peer":"10.0.0.5","peer_priority":150,"missed_adverts":3)") != std::string::npos &&
                   state.find(R"("advert_intervals":{"count":)") != std::string::npos;
        };
        QVERIFY2(eventually(said, Millis(3000)), pair.two.ctl({"status", "--json"}).output.c_str());
        const auto metrics = pair.two.ctl({"metrics"}).output;
        QVERIFY2(metrics.find("from=\"BACKUP\",to=\"MASTER\",cause=\"master_down\"") != std::string::npos,
                 metrics.c_str());
        QVERIFY(metrics.find("twinhelm_vrrp_advert_interval_seconds_bucket{instance=\"VI_1\",le=\"+Inf\"}") !=
                std::string::npos);
        pair.lab.lb2().writeFile("/run/metrics", metrics);
        const auto checked = pair.lab.lb2().run({"/bin/sh", "-c", "promtool check metrics </run/metrics"});
        if (checked.exitCode == 127)
            QSKIP("promtool is not installed (package prometheus): the exposition was NOT checked");
        QVERIFY2(checked.exitCode == 0, checked.output.c_str());
    }
};

QTEST_GUILESS_MAIN(TestStall)
#include "tst_stall.moc"
