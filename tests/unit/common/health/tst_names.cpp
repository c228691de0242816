#include "common/health/names.h"

#include <QtTest>

using namespace twinhelm;
using namespace twinhelm::health;

class TestNames : public QObject
{
    Q_OBJECT

    static ipvs::Service service(bool marked)
    {
        ipvs::Service out;
        out.listeners.push_back({marked, Family::IPv4, ipvs::Protocol::Udp, {}, 1, 53, 1});
        return out;
    }
    static ipvs::Destination destination(const char *address)
    {
        ipvs::Destination out;
        out.address = *IpAddress::parse(address);
        out.port = 53;
        return out;
    }

private slots:
    void servers()
    {
        QCOMPARE(serverName(service(false), destination("10.0.0.2")), std::string("[10.0.0.2]:udp:53"));
        QCOMPARE(serverName(service(true), destination("fd00::2")), std::string("[fd00::2]:none:53"));
    }

    void whatPeopleCallThem_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("words");
        QTest::addColumn<bool>("meant");
        QTest::newRow("whole") << "10.0.0.2"
                               << "[10.0.0.2]:udp:53" << true;
        QTest::newRow("address and port") << "10.0.0.2"
                                          << "10.0.0.2:53" << true;
        QTest::newRow("address") << "10.0.0.2"
                                 << "10.0.0.2" << true;
        QTest::newRow("IPv6") << "fd00::2"
                              << "[fd00::2]:53" << true;
        QTest::newRow("another port") << "10.0.0.2"
                                      << "10.0.0.2:54" << false;
        QTest::newRow("the beginning of it") << "10.0.0.23"
                                             << "10.0.0.2" << false;
        QTest::newRow("nothing") << "10.0.0.2"
                                 << "" << false;
    }
    void whatPeopleCallThem()
    {
        QFETCH(QString, address);
        QFETCH(QString, words);
        QTEST(isCalled(service(false), destination(qPrintable(address)), words.toStdString()), "meant");
    }

    void probes()
    {
        Probe probe;
        probe.endpoint.address = *IpAddress::parse("fd00::2");
        probe.endpoint.port = 80;
        QCOMPARE(probeName(probe), std::string("TCP_CHECK of [fd00::2]:80"));
        probe.kind = PingProbe{};
        QCOMPARE(probeName(probe), std::string("PING_CHECK of fd00::2"));
        probe.kind = MiscProbe{{{"/bin/look", "x"}, {}, {}}, {}, false};
        QCOMPARE(probeName(probe), std::string("MISC_CHECK /bin/look"));
        HttpProbe http;
        http.secure = true;
        probe.kind = http;
        QCOMPARE(kindName(probe), std::string_view("SSL_GET"));
    }
};

QTEST_GUILESS_MAIN(TestNames)
#include "tst_names.moc"
