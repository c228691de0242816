#include "tests/lab/config_text.h"
#include "tests/lab/engine.h"
#include "tests/lab/lab_test.h"
#include "tests/lab/outage_meter.h"
#include "tests/lab/sniffer.h"

using namespace twinhelm::lab;

namespace
{

/// FRR's vrrpd in a host: zebra, vrrpd and the macvlan device with the virtual MAC that it needs.
class Frr
{
public:
    Frr(Node &node, int version, int priority, Millis advert) : node_(&node)
    {
        node.must({"ip", "-batch", "-"}, "link add vrrp4-2-1 link eth0 type macvlan mode bridge\n"
                                         "link set dev vrrp4-2-1 address 00:00:5e:00:01:32\n"
                                         "addr add 10.0.0.3/24 dev vrrp4-2-1\nlink set dev vrrp4-2-1 up\n");
        node.must({"install", "-d", "-o", "frr", "-g", "frr", "/run/frr"});
        node.writeFile("/etc/frr/zebra.conf", "hostname frr\n");
        node.writeFile("/etc/frr/vrrpd.conf", "interface eth0\n vrrp 50 version " + std::to_string(version) +
                                                  "\n vrrp 50 priority " + std::to_string(priority) +
                                                  "\n vrrp 50 advertisement-interval " +
                                                  std::to_string(advert.count()) + "\n vrrp 50 ip 10.0.0.3\n");
        zebra_ = node.start({"/usr/lib/frr/zebra", "-f", "/etc/frr/zebra.conf", "--log", "stdout"}, "zebra");
        if (!eventually([&] { return std::filesystem::exists(node.outside("/run/frr/zserv.api")); }, Millis(5000)))
            throw std::runtime_error("zebra does not start: " + zebra_.output());
        vrrpd_ = node.start(
            {"/usr/lib/frr/vrrpd", "-f", "/etc/frr/vrrpd.conf", "--log", "stdout", "--log-level", "info"}, "vrrpd");
    }

    /// vrrpd's orderly end says priority 0.
    void stop()
    {
        vrrpd_.signal(SIGTERM);
        vrrpd_.wait(Millis(5000));
    }
    [[nodiscard]] std::string log() const { return vrrpd_.output(); }

private:
    Node *node_;
    Process zebra_;
    Process vrrpd_;
};

} // namespace

/// twinhelmd and FRR's vrrpd share a VIP: the higher priority holds it, both ways round.
/// FRR answers from the virtual MAC of a macvlan device; kernels without macvlan cannot run it.
class TestFrr : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        REQUIRE_LAB();
        if (!QFile::exists("/usr/lib/frr/vrrpd"))
            QSKIP("FRR's vrrpd is not installed: nothing is known about meeting it");
        Lab lab;
        const auto tried = lab.lb1().run({"ip", "link", "add", "try0", "link", "eth0", "type", "macvlan"});
        if (tried.exitCode != 0)
            QSKIP("this kernel has no macvlan, which FRR's vrrpd needs: nothing is known about meeting it");
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

        Frr frr(lab.lb1(), version, frrPriority, Millis(advertMs));
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
