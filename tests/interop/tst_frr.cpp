#include "tests/lab/config_text.h"
#include "tests/lab/engine.h"
#include "tests/lab/frr.h"
#include "tests/lab/lab_test.h"
#include "tests/lab/outage_meter.h"
#include "tests/lab/sniffer.h"

using namespace twinhelm::lab;

/// twinhelmd and FRR's vrrpd share a VIP: the higher priority holds it, both ways round.
/// FRR answers from the virtual MAC of a macvlan device; kernels without macvlan cannot run it.
class TestFrr : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        REQUIRE_LAB();
        Lab lab;
        if (const auto why = Frr::whyNot(lab.lb1()); !why.empty())
            QSKIP(why.c_str());
    }

    void theHigherPriorityIsMaster_data()
    {
        QTest::addColumn<int>("version");
        QTest::addColumn<int>("advertMs");
        QTest::addColumn<int>("frrPriority");
        QTest::newRow("v2, FRR is master") << 2 << 1000 << 200;
        QTest::newRow("v2, ours is master") << 2 << 1000 << 100;
        QTest::newRow("v3 0.1 s, FRR is master") << 3 << 100 << 200;
        QTest::newRow("v3 0.1 s, ours is master") << 3 << 100 << 100;
    }
    void theHigherPriorityIsMaster()
    {
        QFETCH(int, version);
        QFETCH(int, advertMs);
        QFETCH(int, frrPriority);
        Lab lab;
        const Responder atLb1(lab.lb1());
        const Responder atLb2(lab.lb2());
        const Sniffer sniffer(lab.client(), "eth0");
        const OutageMeter meter(lab.client(), "10.0.0.3", Millis(5));
        const auto patience = Millis(5 * advertMs + 6000);
        const bool frrWins = frrPriority > 150;

        Frr frr(lab.lb1(),
                {{.version = version, .priority = frrPriority, .advert = Millis(advertMs), .addresses = {"10.0.0.3"}}});
        InstanceText text{
            .priority = 150, .version = version, .advert = advertMs == 1000 ? "1" : "0.1", .password = ""};
        const auto stand = qgetenv("TH_LAB_ENGINE") == "keepalived" ? EngineKind::Keepalived : EngineKind::Twinhelm;
        Engine ours(lab.lb2(), stand, configText("lb02", {text}));
        VERIFY_IN_LAB((meter.waitForOwner(frrWins ? "lb01" : "lb02", patience)), lab);
        const std::string master = frrWins ? lab.options().lb1.address : lab.options().lb2.address;
        const std::string silent = frrWins ? lab.options().lb2.address : lab.options().lb1.address;
        const auto since = Clock::now();
        VERIFY_IN_LAB(
            (eventually([&] { return sniffer.advertsFrom(master, since).size() >= 3; }, Millis(8 * advertMs + 500))),
            lab);
        QVERIFY(sniffer.advertsFrom(silent, since).empty());
        QVERIFY(frrWins ? lab.lb2().releases("10.0.0.3") : lab.lb2().holds("10.0.0.3"));

        if (frrWins)
            frr.stop();
        else
            ours.stop();
        VERIFY_IN_LAB((meter.waitForOwner(frrWins ? "lb02" : "lb01", patience)), lab);
        QVERIFY(frrWins ? lab.lb2().holds("10.0.0.3") : lab.lb2().releases("10.0.0.3"));
    }
};

QTEST_GUILESS_MAIN(TestFrr)
#include "tst_frr.moc"
