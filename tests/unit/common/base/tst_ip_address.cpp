#include "common/base/ip_address.h"

#include <QtTest>

using twinhelm::IpAddress;
using twinhelm::Prefix;

class TestIpAddress : public QObject
{
    Q_OBJECT

private slots:
    void parsesAndPrints_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("canonical");
        QTest::newRow("v4") << "10.0.0.3"
                            << "10.0.0.3";
        QTest::newRow("v4 largest") << "255.255.255.255"
                                    << "255.255.255.255";
        QTest::newRow("v6 any") << "::"
                                << "::";
        QTest::newRow("v6 loopback") << "::1"
                                     << "::1";
        QTest::newRow("v6 upper case, zeros") << "FE80:0:0:0:0202:B3FF:FE1E:8329"
                                              << "fe80::202:b3ff:fe1e:8329";
        QTest::newRow("v6 longest run wins") << "1:0:0:2:0:0:0:3"
                                             << "1:0:0:2::3";
        QTest::newRow("v6 one zero stays") << "1:0:2:3:4:5:6:7"
                                           << "1:0:2:3:4:5:6:7";
        QTest::newRow("v6 trailing run") << "ff02:12::"
                                         << "ff02:12::";
        QTest::newRow("v6 with quad") << "::ffff:10.0.0.3"
                                      << "::ffff:a00:3";
    }
    void parsesAndPrints()
    {
        QFETCH(QString, text);
        QFETCH(QString, canonical);
        const auto address = IpAddress::parse(text.toStdString());
        QVERIFY(address);
        QCOMPARE(QString::fromStdString(address->toString()), canonical);
        QCOMPARE(IpAddress::parse(address->toString()), address);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        for (const auto *text : {"", "10.0.0", "10.0.0.0.1", "10.0.0.256", "10.0.0.3 ", " 10.0.0.3", "10.0..3",
                                 "0010.0.0.3", "+1.0.0.3", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1::2::3", ":::",
                                 "12345::", "g::", "fe80::1%eth0", "1:2:3:4:5:6:7::8", "::10.0.0.300", "10.0.0.3/24"})
            QTest::newRow(text) << text;
    }
    void refuses()
    {
        QFETCH(QString, text);
        QVERIFY(!IpAddress::parse(text.toStdString()));
    }

    void prefixes()
    {
        QCOMPARE(Prefix::parse("10.0.0.3")->length, 32);
        QCOMPARE(Prefix::parse("10.0.0.3/24")->toString(), std::string("10.0.0.3/24"));
        QCOMPARE(Prefix::parse("2001:db8::1")->length, 128);
        QVERIFY(!Prefix::parse("10.0.0.3/33"));
        QVERIFY(!Prefix::parse("10.0.0.3/"));
        QVERIFY(!Prefix::parse("2001:db8::1/129"));
    }

    void ordersNumerically()
    {
        QVERIFY(*IpAddress::parse("10.0.0.10") > *IpAddress::parse("10.0.0.9"));
        QVERIFY(*IpAddress::parse("9.255.255.255") < *IpAddress::parse("10.0.0.0"));
    }
};

QTEST_APPLESS_MAIN(TestIpAddress)
#include "tst_ip_address.moc"
