#include <QtTest>

#include "common/ipvs/describe.h"

using namespace twinhelm;
using namespace twinhelm::ipvs;

class TestDescribe : public QObject
{
    Q_OBJECT

private slots:
    void scheduling()
    {
        Scheduling one;
        QCOMPARE(text(one), std::string("wlc"));
        one = {"sh", true, false, true, true, 300, 24, "sip"};
        QCOMPARE(text(one), std::string("sh with flag-1, flag-3, one-packet scheduling, persistence of 300 s by /24, "
                                        "engine sip"));
    }

    void destinations()
    {
        DestinationValue one;
        one.forwarding.method = Method::Tunnel;
        QCOMPARE(text(one), std::string("weight 1, TUN"));
        one.forwarding = {Method::Tunnel, TunnelType::Gue, TunnelChecksum::Remote, 6080};
        one.upperThreshold = 100;
        one.lowerThreshold = 80;
        QCOMPARE(text(one),
                 std::string("weight 1, TUN by GUE at port 6080 with remote checksums, thresholds 80 to 100"));
        one.forwarding = {Method::Tunnel, TunnelType::Gre, TunnelChecksum::Checksum, 0};
        one.upperThreshold = one.lowerThreshold = 0;
        QCOMPARE(text(one), std::string("weight 1, TUN by GRE with checksums"));
        one.forwarding = {Method::Direct, {}, {}, {}};
        QCOMPARE(text(one), std::string("weight 1, DR"));
        QCOMPARE(text(DestinationKey{IpAddress::parse("fd00::7").value(), 80}), std::string("[fd00::7]:80"));
    }
};

QTEST_APPLESS_MAIN(TestDescribe)
#include "tst_describe.moc"
