#include "common/config/import/import_ipvsadm.h"

#include <QtTest>

#include "common/config/load.h"

using namespace twinhelm;
using namespace twinhelm::config;

namespace
{

model::NodeConfig modelOf(const ImportResult &result)
{
    return loadText(result.config, "lb01").model;
}

int count(const ImportResult &result, std::string_view code)
{
    return static_cast<int>(std::count_if(result.diagnostics.begin(), result.diagnostics.end(),
                                          [&](const auto &one) { return one.code == code; }));
}

} // namespace

class TestImportIpvsadm : public QObject
{
    Q_OBJECT

private slots:
    void servicesOfEveryKind()
    {
        const auto result =
            importIpvsadm("-A -t 192.168.1.254:80 -s wlc -p 300 -M 255.255.255.0\n"
                          "-a -t 192.168.1.254:80 -r 192.168.1.7:80 -g -w 3\n"
                          "-a -t 192.168.1.254:80 -r 192.168.1.8:8080 -m -w 0 -x 100 -y 50\n"
                          "-A -u [2001:db8::1]:53 -s rr -o\n"
                          "-a -u [2001:db8::1]:53 -r [2001:db8::7]:53 -i -w 1\n"
                          "-A -f 7 -6 -s sh -b sh-port\n"
                          "-a -f 7 -6 -r [2001:db8::8]:0 -i --tun-type gue --tun-port 6080 --tun-csum -w 1\n");
        QCOMPARE(count(result, importcodes::notUnderstood), 0);
        QCOMPARE(count(result, importcodes::unchecked), 3);
        const auto model = modelOf(result);
        QCOMPARE(model.virtualServers.size(), std::size_t(3));
        const auto &web = model.virtualServers[0];
        QCOMPARE(*web.persistenceTimeout, 300U);
        QCOMPARE(*web.persistenceGranularity, 24U);
        QVERIFY(web.forwarding->method == model::Forwarding::Method::Direct);
        QVERIFY(web.realServers[1].options->forwarding->method == model::Forwarding::Method::Nat);
        QCOMPARE(*web.realServers[1].weight, 0);
        QCOMPARE(*web.realServers[1].options->upperThreshold, 100U);
        QVERIFY(*model.virtualServers[1].onePacket);
        const auto &mark = model.virtualServers[2];
        QCOMPARE(*mark.fwmark, 7U);
        QVERIFY(*mark.family == Family::IPv6 && *mark.schedulerFlag2);
        QVERIFY(mark.forwarding->tunnel == model::Forwarding::Tunnel::Gue);
        QCOMPARE(mark.forwarding->port, std::uint16_t(6080));
    }

    void longOptionsAndTheCommandItself()
    {
        const auto result = importIpvsadm("ipvsadm --add-service --tcp-service 10.0.0.3:443 --scheduler rr\n"
                                          "ipvsadm --add-server --tcp-service 10.0.0.3:443 --real-server 10.0.0.7:443 "
                                          "--gatewaying --weight 2\n");
        QVERIFY(count(result, importcodes::notUnderstood) == 0);
        QCOMPARE(*modelOf(result).virtualServers.front().realServers.front().weight, 2);
    }

    void linesThatAreNotUnderstood_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("a server without its service") << QByteArray("-a -t 10.0.0.3:80 -r 10.0.0.7:80 -g -w 1");
        QTest::newRow("a host name") << QByteArray("-A -t www.example.com:80 -s rr");
        QTest::newRow("an unknown option") << QByteArray("-A -t 10.0.0.3:80 -s rr --frobnicate");
        QTest::newRow("a weight that is none")
            << QByteArray("-A -t 10.0.0.3:80 -s rr\n-a -t 10.0.0.3:80 -r 10.0.0.7:80 -w x");
        QTest::newRow("something else") << QByteArray("hello");
        QTest::newRow("nothing behind an option") << QByteArray("-A -t");
    }
    void linesThatAreNotUnderstood()
    {
        QFETCH(QByteArray, text);
        const auto result = importIpvsadm(text.toStdString());
        QCOMPARE(count(result, importcodes::notUnderstood), 1);
        const auto range = result.diagnostics.front().range;
        QVERIFY(range.end <= static_cast<std::uint32_t>(text.size()) && range.end > range.begin);
    }

    void emptyTextIsAnEmptyConfiguration() { QVERIFY(importIpvsadm("").config.empty()); }
};

QTEST_APPLESS_MAIN(TestImportIpvsadm)
#include "tst_import_ipvsadm.moc"
