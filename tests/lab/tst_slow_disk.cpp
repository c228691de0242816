#include <csignal>

#include "tests/lab/config_text.h"
#include "tests/lab/engine.h"
#include "tests/lab/lab_test.h"
#include "tests/lab/outage_meter.h"

using namespace twinhelm::lab;

namespace
{

/// Longer than a backup waits for its master with the adverts below.
constexpr auto standstill = "700";
constexpr double skewMs = (256 - 100) / 256.0 * 100;

std::string pairText(const std::string &node, int priority)
{
    InstanceText text;
    text.version = 3;
    text.advert = "0.1";
    text.password.clear();
    text.priority = priority;
    return configText(node, {text});
}

EngineOptions onSlowDisk()
{
    EngineOptions options;
    options.environment = {{"LD_PRELOAD", TWINHELM_BIN_DIR "/slow_disk.so"}, {"TH_SLOW_DISK_MS", standstill}};
    return options;
}

} // namespace

/// The journal's disk answers late, as disks do under load: no address may wait for it.
class TestSlowDisk : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { REQUIRE_LAB(); }

    void anOrderlyStopDoesNotWait()
    {
        Lab lab;
        const Responder atLb1(lab.lb1());
        const Responder atLb2(lab.lb2());
        const OutageMeter meter(lab.client(), lab.options().vip);
        const Engine backup(lab.lb2(), EngineKind::Twinhelm, pairText("lb02", 100), onSlowDisk());
        VERIFY_IN_LAB(meter.waitForOwner("lb02", Millis(10000)), lab);
        Engine master(lab.lb1(), EngineKind::Twinhelm, pairText("lb01", 150), onSlowDisk());
        VERIFY_IN_LAB(meter.waitForOwner("lb01", Millis(10000)), lab);
        const auto start = Clock::now();
        master.process().signal(SIGTERM); // while the news of the change still wait for the disk
        VERIFY_IN_LAB(meter.waitForOwner("lb02", Millis(10000)), lab);
        const auto outage = meter.outageSince(start);
        QVERIFY(outage.has_value());
        const auto wholeMs = std::chrono::duration<double, std::milli>(outage->firstGood - start).count();
        qInfo("SIGTERM to the other node's first answer: %.1f ms", wholeMs);
        QVERIFY2(wholeMs <= skewMs + 60, qPrintable(QString::number(wholeMs)));
        VERIFY_IN_LAB(master.process().wait(Millis(20000)) == 0, lab);
        // What was said at the end is in the journal all the same.
        QVERIFY(lab.lb1().run({"sh", "-c", "cat /var/lib/twinhelm/journal/*.jsonl"}).output.find("agent.stopped") !=
                std::string::npos);
    }

    void aKilledEngineIsStartedAgainInTime()
    {
        Lab lab;
        const Responder atLb1(lab.lb1());
        const Responder atLb2(lab.lb2());
        const OutageMeter meter(lab.client(), lab.options().vip);
        const Engine backup(lab.lb2(), EngineKind::Twinhelm, pairText("lb02", 100), onSlowDisk());
        VERIFY_IN_LAB(meter.waitForOwner("lb02", Millis(10000)), lab);
        Engine master(lab.lb1(), EngineKind::Twinhelm, pairText("lb01", 150), onSlowDisk());
        VERIFY_IN_LAB(meter.waitForOwner("lb01", Millis(10000)), lab);
        const auto start = Clock::now();
        for (const auto pid : master.process().tree()) {
            if (processName(pid) == "twinhelmd-vrrp")
                kill(pid, SIGKILL);
        }
        std::this_thread::sleep_for(Millis(1500));
        const auto outage = meter.outageSince(start);
        VERIFY_IN_LAB(!outage.has_value(), lab);
    }
};

QTEST_GUILESS_MAIN(TestSlowDisk)
#include "tst_slow_disk.moc"
