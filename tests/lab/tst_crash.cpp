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

InstanceText text(int priority, const std::string &advert)
{
    return {.priority = priority, .version = 3, .advert = advert, .password = ""};
}

/// lb01 is MASTER with 150, lb02 BACKUP with 100.
struct Pair {
    explicit Pair(std::string advertInterval = "0.1", std::string onTheFirst = {})
        : advert(std::move(advertInterval)), more(std::move(onTheFirst))
    {
    }

    std::string advert;
    std::string more; ///< of lb01's configuration
    Lab lab;
    Responder atLb1{lab.lb1()};
    Responder atLb2{lab.lb2()};
    Sniffer sniffer{lab.client(), lab.options().interface};
    OutageMeter meter{lab.client(), vip};
    Engine two{lab.lb2(), EngineKind::Twinhelm, configText("lb02", {text(100, advert)})};
    std::optional<Engine> one;

    void startFirst(const std::string &log = {})
    {
        EngineOptions options;
        options.log = log;
        one.emplace(lab.lb1(), EngineKind::Twinhelm, configText("lb01", {text(150, advert)}) + more, options);
    }
    [[nodiscard]] bool up()
    {
        if (!meter.waitForOwner("lb02", Millis(8000)))
            return false;
        startFirst();
        return meter.waitForOwner("lb01", Millis(8000)) && lab.lb2().releases(vip) && heard(5);
    }
    [[nodiscard]] bool heard(std::size_t count)
    {
        const auto since = Clock::now();
        return eventually([&] { return sniffer.advertsFrom(lb1, since).size() >= count; }, Millis(8000));
    }
    [[nodiscard]] pid_t role(const std::string &name)
    {
        for (const auto pid : one->process().tree()) {
            if (processName(pid) == ("twinhelmd-" + name).substr(0, 15))
                return pid;
        }
        return -1;
    }
};

} // namespace

/// Crash-only: what dies comes back and goes on; what cannot come back hands over in order.
class TestCrash : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { REQUIRE_LAB(); }

    /// vrrp, checker and api die in the same instant: the guardian brings all of them back, no address moves.
    void allChildrenAtOnce()
    {
        // Without anything to check there is no checker.
        Pair pair("0.1", "virtual_server 10.9.9.9 80 {\n    protocol TCP\n    real_server 10.9.9.10 80 {\n"
                         "        TCP_CHECK {\n        }\n    }\n}\n");
        VERIFY_IN_LAB(pair.up(), pair.lab);
        const auto start = Clock::now();
        const std::vector<pid_t> killed{pair.role("vrrp"), pair.role("checker"), pair.role("api")};
        for (const auto pid : killed) {
            QVERIFY(pid > 0);
            kill(pid, SIGKILL);
        }
        const auto back = [&](const char *name, pid_t old) { return pair.role(name) > 0 && pair.role(name) != old; };
        VERIFY_IN_LAB(
            eventually([&] { return back("vrrp", killed[0]) && back("checker", killed[1]) && back("api", killed[2]); },
                       Millis(3000)),
            pair.lab);
        VERIFY_IN_LAB(pair.heard(10), pair.lab);
        qInfo("longest silence of the master: %.0f ms", pair.sniffer.longestGap(lb1, start));
        VERIFY_IN_LAB(pair.sniffer.advertsFrom(lb2, start).empty(), pair.lab);
        QVERIFY2(pair.meter.longestSilence(start, Clock::now()) < 50, "the client must not notice");
        VERIFY_IN_LAB(pair.one->ctl({"status"}).exitCode == 0, pair.lab);
        const auto status = pair.one->ctl({"status", "--json"}).output;
        QVERIFY2(status.find(R"("kind":"adopted")") != std::string::npos, status.c_str());
    }

    /// A process that dies again at once cannot be relied on: priority 0 is said for it, its addresses go, and the peer
    /// has them within its skew time instead of its down timer.
    void aCrashLoopHandsOver()
    {
        Pair pair("1"); // down timer 3.6 s: the hand-over is told from a timeout
        VERIFY_IN_LAB(pair.up(), pair.lab);
        const auto first = pair.role("vrrp");
        QVERIFY(first > 0);
        kill(first, SIGKILL);
        VERIFY_IN_LAB(eventually([&] { return pair.role("vrrp") > 0 && pair.role("vrrp") != first; }, Millis(3000)),
                      pair.lab);
        VERIFY_IN_LAB(pair.heard(2), pair.lab);
        const auto start = Clock::now();
        kill(pair.role("vrrp"), SIGKILL);
        VERIFY_IN_LAB(pair.meter.waitForOwner("lb02", Millis(3000)), pair.lab);
        const auto outage = pair.meter.outageSince(start);
        QVERIFY(outage);
        qInfo("crash loop: the peer had the address after %.0f ms", outage->ms());
        QVERIFY2(outage->ms() < 1000, "the peer's skew time is 609 ms");
        VERIFY_IN_LAB(pair.lab.lb1().releases(vip), pair.lab);
        bool leaving = false;
        for (const auto &advert : pair.sniffer.advertsFrom(lb1, start))
            leaving = leaving || advert.priority == 0;
        QVERIFY2(leaving, "nobody said priority 0 for the dead process");
        VERIFY_IN_LAB(pair.meter.waitForOwner("lb01", Millis(8000)), pair.lab); // it is back after its pause
    }

    /// Guardian and all die, and a service manager starts the daemon again: it goes on as MASTER.
    void everythingAtOnceAndARestart()
    {
        Pair pair("1");
        VERIFY_IN_LAB(pair.up(), pair.lab);
        const auto start = Clock::now();
        pair.one->killTree();
        pair.startFirst("again");
        VERIFY_IN_LAB(pair.heard(3), pair.lab);
        qInfo("longest silence of the master: %.0f ms", pair.sniffer.longestGap(lb1, start));
        VERIFY_IN_LAB(pair.sniffer.advertsFrom(lb2, start).empty(), pair.lab);
        QVERIFY2(pair.meter.longestSilence(start, Clock::now()) < 50, "the client must not notice");
        QVERIFY(pair.lab.lb1().holds(vip));
    }
};

QTEST_GUILESS_MAIN(TestCrash)
#include "tst_crash.moc"
