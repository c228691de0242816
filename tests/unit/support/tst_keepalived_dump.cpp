#include "tests/support/keepalived_dump.h"

#include <QtTest>

using namespace twinhelm::test;
using Lines = std::vector<std::string>;

class TestKeepalivedDump : public QObject
{
    Q_OBJECT

private slots:
    void whatPassesIsLeftOut()
    {
        const auto lines = configurationLines("------< VRRP Topology >------\n VRRP Instance = VI_1\n   State = FAULT\n"
                                              "   Priority = 100\n   Effective priority = 90\n   Master down timer = "
                                              "3414062 usecs\n   fd_in 12, fd_out 13\n"
                                              " current realtime priority = 1\n current realtime time limit = 10000\n"
                                              "     10.0.0.3 dev eth0 scope global set\n");
        QCOMPARE(lines, (Lines{"------< VRRP Topology >------", " VRRP Instance = VI_1", "   Priority = 100",
                               "     10.0.0.3 dev eth0 scope global"}));
    }

    void whereARouteIsForTheMomentIsLeftOut()
    {
        const Lines lines{"     prepend 10.1.0.0/24 dev eth1 metric 12"};
        QCOMPARE(configurationLines(lines.front() + " [dev vrrp.254]\n"), lines);
        QCOMPARE(configurationLines(lines.front() + " [installed ifindex 7]\n"), lines);
        QCOMPARE(configurationLines(lines.front() + "\n"), lines);
    }

    void whetherAVirtualInterfaceIsUpIsLeftOut()
    {
        const std::string line = "   Use VMAC, i/f name vrrp.5, is_up = ";
        QCOMPARE(configurationLines(line + "true, xmit_base = false\n"),
                 Lines{"   Use VMAC, i/f name vrrp.5, xmit_base = false"});
        QCOMPARE(configurationLines(line + "false\n"), Lines{"   Use VMAC, i/f name vrrp.5"});
    }

    void valuesThatOnlySoundLikeItStay()
    {
        const Lines lines{"   Init priority = 3", " State = 5", "   Script State = x", "     State = x"};
        QCOMPARE(configurationLines("   Init priority = 3\n State = 5\n   Script State = x\n     State = x\n"), lines);
    }

    void ofInterfacesWhatIsConfiguredStays()
    {
        const auto lines = configurationLines("------< Interfaces >------\n Name = lo\n   Up debounce timer = 0us\n"
                                              " Name = eth0\n   MTU = 1500\n   Down debounce timer = 0us\n"
                                              "   Up debounce timer = 7us\n------< VRRP Scripts >------\n   MTU = 9\n");
        QCOMPARE(lines,
                 (Lines{" Name = eth0", "   Up debounce timer = 7us", "------< VRRP Scripts >------", "   MTU = 9"}));
    }

    void checkersHaveNoOrder()
    {
        const std::string title = "------< Health checkers >------\n";
        const std::string a = " [10.0.0.1]:80\n   Retries = 1\n";
        const std::string b = " [10.0.0.1]:80\n   Retries = 2\n";
        const std::string after = "------< SSL definitions >------\n x\n";
        QCOMPARE(configurationLines(title + a + b + after), configurationLines(title + b + a + after));
        QVERIFY(configurationLines(title + a + after) != configurationLines(title + b + after));
        QCOMPARE(configurationLines(title + b + after).back(), std::string(" x"));
    }

    void groupNumbersAreThoseOfTheirOrder()
    {
        QCOMPARE(configurationLines("   Gratuitous ARP aggregation group 4\n------< GARP delay group 7 >------\n"),
                 configurationLines("   Gratuitous ARP aggregation group 1\n------< GARP delay group 0 >------\n"));
        QVERIFY(configurationLines("------< GARP delay group 1 >------\n------< GARP delay group 1 >------\n") !=
                configurationLines("------< GARP delay group 1 >------\n------< GARP delay group 2 >------\n"));
    }

    void differencesAreFewAndAll()
    {
        QCOMPARE(differences({"a", "b", "c"}, {"a", "b", "c"}), Lines{});
        QCOMPARE(differences({"a", "b", "c"}, {"a", "x", "c", "d"}), (Lines{"- b", "+ x", "+ d"}));
        QCOMPARE(differences({}, {"a"}), Lines{"+ a"});
        QCOMPARE(differences({"a"}, {}), Lines{"- a"});
    }
};

QTEST_APPLESS_MAIN(TestKeepalivedDump)
#include "tst_keepalived_dump.moc"
