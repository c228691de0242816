#include <algorithm>

#include "tests/lab/config_text.h"
#include "tests/lab/engine.h"
#include "tests/lab/lab_test.h"
#include "tests/lab/outage_meter.h"
#include "tests/lab/sniffer.h"

using namespace twinhelm::lab;

namespace
{

constexpr auto lb1 = "10.0.0.5";

InstanceText instance(int number, int priority = 150)
{
    InstanceText text{.priority = priority, .version = 3, .advert = "0.1", .password = ""};
    text.name = "VI_" + std::to_string(number);
    text.virtualRouterId = number;
    text.addresses = {"10.1." + std::to_string(number / 250) + "." + std::to_string(number % 250 + 1)};
    return text;
}

std::string fileOf(const std::vector<InstanceText> &instances)
{
    return configText("lb01", instances);
}

/// Times between the adverts of one virtual router after `since`, in ms.
std::vector<double> gapsOf(const std::vector<SeenAdvert> &adverts, int virtualRouterId)
{
    std::vector<double> gaps;
    std::optional<Clock::time_point> last;
    for (const auto &one : adverts) {
        if (one.virtualRouterId != virtualRouterId)
            continue;
        if (last)
            gaps.push_back(std::chrono::duration<double, std::milli>(one.at - *last).count());
        last = one.at;
    }
    return gaps;
}

} // namespace

/// A reload changes what the file changes, and nothing else is heard of it on the wire.
class TestReload : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { REQUIRE_LAB(); }

    /// One of many changes its priority. The others: an advert each interval, none missing, none besides, no
    /// announcement of their addresses.
    void unchangedInstancesAreNotHeardOf()
    {
        constexpr int count = 200;
        constexpr double intervalMs = 100;
        Lab lab;
        Sniffer sniffer(lab.client(), lab.options().interface);
        std::vector<InstanceText> instances;
        for (int i = 1; i <= count; ++i)
            instances.push_back(instance(i));
        Engine engine(lab.lb1(), EngineKind::Twinhelm, fileOf(instances));
        VERIFY_IN_LAB(eventually([&] { return lab.lb1().addresses().size() >= count; }, Millis(10000)), lab);
        std::this_thread::sleep_for(Millis(6000)); // until the second burst of announcements is over

        const auto start = Clock::now();
        std::this_thread::sleep_for(Millis(1000));
        instances[7].priority = 140;
        engine.writeConfig(fileOf(instances));
        const auto reloaded = engine.ctl({"reload"});
        QVERIFY2(reloaded.exitCode == 0, reloaded.output.c_str());
        std::this_thread::sleep_for(Millis(1500));
        const double lasted = std::chrono::duration<double, std::milli>(Clock::now() - start).count();

        const auto adverts = sniffer.advertsFrom(lb1, start);
        double longest = 0;
        double shortest = intervalMs;
        for (int id = 1; id <= count; ++id) {
            const auto gaps = gapsOf(adverts, id);
            const auto expected = static_cast<std::size_t>(lasted / intervalMs);
            QVERIFY2(gaps.size() + 2 >= expected && gaps.size() <= expected + 1,
                     qPrintable(QString("router %1: %2 adverts in %3 ms").arg(id).arg(gaps.size() + 1).arg(lasted)));
            longest = std::max(longest, *std::ranges::max_element(gaps));
            shortest = std::min(shortest, *std::ranges::min_element(gaps));
        }
        qInfo("gaps of %d instances over a reload: %.1f to %.1f ms", count, shortest, longest);
        QVERIFY2(longest < 2 * intervalMs, "an advert is missing");
        for (const auto &arp : sniffer.gratuitousArps())
            QVERIFY2(arp.at < start, "nobody may announce an address over this reload");
        const auto changed = std::ranges::any_of(
            adverts, [](const auto &one) { return one.virtualRouterId == 8 && one.priority == 140; });
        QVERIFY(changed);
        const auto others = std::ranges::any_of(
            adverts, [](const auto &one) { return one.virtualRouterId != 8 && one.priority != 150; });
        QVERIFY(!others);
    }

    /// What runs, what was refused and why: in the state until a file is taken again.
    void aRefusedFileIsToldOfAndTheOldOneStays()
    {
        Lab lab;
        Sniffer sniffer(lab.client(), lab.options().interface);
        Engine engine(lab.lb1(), EngineKind::Twinhelm, fileOf({instance(1)}));
        VERIFY_IN_LAB(eventually([&] { return lab.lb1().holds("10.1.0.2"); }, Millis(5000)), lab);
        const auto start = Clock::now();
        engine.writeConfig("vrrp_instance VI_1 {\n    interface eth0\n    priority 999\n");
        const auto refused = engine.ctl({"reload"});
        QCOMPARE(refused.exitCode, 5);
        const auto status = engine.ctl({"status"}).output;
        QVERIFY2(status.find("running revision ") != std::string::npos, status.c_str());
        QVERIFY2(status.find(", refused revision ") != std::string::npos, status.c_str());
        QVERIFY2(status.find(" ago because /etc/keepalived/keepalived.conf:") != std::string::npos, status.c_str());
        engine.writeConfig(fileOf({instance(1)}));
        QCOMPARE(engine.ctl({"reload"}).exitCode, 0);
        QVERIFY(engine.ctl({"status"}).output.find("refused revision") == std::string::npos);
        std::this_thread::sleep_for(Millis(500));
        QVERIFY(sniffer.longestGap(lb1, start) < 200);
        QVERIFY(lab.lb1().holds("10.1.0.2"));
    }

    /// The plan says what the reload then does, and does nothing itself.
    void aPlanChangesNothingAndComesTrue()
    {
        Lab lab;
        Sniffer sniffer(lab.client(), lab.options().interface);
        Engine engine(lab.lb1(), EngineKind::Twinhelm, fileOf({instance(1), instance(2), instance(3)}));
        VERIFY_IN_LAB(eventually([&] { return lab.lb1().holds("10.1.0.4"); }, Millis(5000)), lab);
        auto more = instance(1);
        more.addresses.emplace_back("10.1.0.99");
        auto other = instance(2);
        other.virtualRouterId = 77;
        lab.lb1().writeFile("/etc/twinhelm/candidate.conf", fileOf({more, other, instance(3)}));
        const auto start = Clock::now();
        const auto plan = engine.ctl({"plan", "/etc/twinhelm/candidate.conf"});
        QVERIFY2(plan.exitCode == 0, plan.output.c_str());
        QVERIFY2(plan.output.find("reannounce  VI_1 (MASTER)") != std::string::npos, plan.output.c_str());
        QVERIFY2(plan.output.find("+ 10.1.0.99/32 dev eth0") != std::string::npos, plan.output.c_str());
        QVERIFY2(plan.output.find("restart  VI_2 (MASTER)") != std::string::npos, plan.output.c_str());
        QVERIFY2(plan.output.find("virtual router id 2 -> 77") != std::string::npos, plan.output.c_str());
        QVERIFY2(plan.output.find("unchanged: VI_3") != std::string::npos, plan.output.c_str());
        QVERIFY(
            engine.ctl({"plan", "--json", "/etc/twinhelm/candidate.conf"}).output.find(R"("effect":"reannounce")") !=
            std::string::npos);
        std::this_thread::sleep_for(Millis(400));
        QVERIFY(!lab.lb1().holds("10.1.0.99"));
        for (const auto &advert : sniffer.advertsFrom(lb1, start))
            QVERIFY(advert.virtualRouterId <= 3 && advert.priority == 150);
        QVERIFY(sniffer.longestGap(lb1, start) < 200);

        lab.lb1().writeFile("/etc/twinhelm/faulty.conf", "vrrp_instance VI_1 {\n    priority 999\n}\n");
        const auto faulty = engine.ctl({"plan", "/etc/twinhelm/faulty.conf"});
        QCOMPARE(faulty.exitCode, 5);
        QVERIFY2(faulty.output.find("a reload would refuse this file") != std::string::npos, faulty.output.c_str());

        engine.writeConfig(fileOf({more, other, instance(3)}));
        QCOMPARE(engine.ctl({"reload"}).exitCode, 0);
        VERIFY_IN_LAB(eventually([&] { return lab.lb1().holds("10.1.0.99"); }, Millis(2000)), lab);
    }
};

QTEST_GUILESS_MAIN(TestReload)
#include "tst_reload.moc"
