#include <QtTest>

#include "common/ipvs/describe.h"
#include "common/ipvs/desired.h"

using namespace twinhelm;
using namespace twinhelm::ipvs;

namespace
{

IpAddress address(const char *text)
{
    return IpAddress::parse(text).value();
}

Listener at(const char *text, std::uint16_t port, std::uint32_t count = 1, Protocol protocol = Protocol::Tcp)
{
    Listener out;
    out.address = address(text);
    out.family = out.address.family();
    out.port = port;
    out.count = count;
    out.protocol = protocol;
    return out;
}

Listener marked(std::uint32_t mark, Family family = Family::IPv4)
{
    Listener out;
    out.byMark = true;
    out.mark = mark;
    out.family = family;
    return out;
}

Service service(std::vector<Listener> listeners)
{
    Service out;
    out.listeners = std::move(listeners);
    return out;
}

QStringList texts(const std::vector<ServiceKey> &keys)
{
    QStringList out;
    for (const auto &key : keys)
        out << QString::fromStdString(text(key));
    return out;
}

Destination destination(const char *text, std::uint16_t port, Method method = Method::Nat)
{
    Destination out;
    out.address = address(text);
    out.port = port;
    out.forwarding.method = method;
    return out;
}

} // namespace

class TestDesired : public QObject
{
    Q_OBJECT

private slots:
    void everyListenerIsAService()
    {
        QCOMPARE(texts(keysOf(service(
                     {at("10.0.0.3", 80), at("fd00::3", 80, 1, Protocol::Udp), marked(5), marked(5, Family::IPv6)}))),
                 QStringList({"TCP 10.0.0.3:80", "UDP [fd00::3]:80", "mark 5", "mark 5 (IPv6)"}));
    }

    void rangesCountUpAndCarry()
    {
        QCOMPARE(texts(keysOf(service({at("10.0.0.254", 0, 4, Protocol::Sctp)}))),
                 QStringList({"SCTP 10.0.0.254:0", "SCTP 10.0.0.255:0", "SCTP 10.0.1.0:0", "SCTP 10.0.1.1:0"}));
        QCOMPARE(texts(keysOf(service({at("fd00::ffff", 443, 2)}))),
                 QStringList({"TCP [fd00::ffff]:443", "TCP [fd00::1:0]:443"}));
    }

    void listenersThatOverlapAreOneService()
    {
        QCOMPARE(keysOf(service({at("10.0.0.1", 80, 3), at("10.0.0.3", 80), at("10.0.0.3", 81)})).size(),
                 std::size_t{4});
    }

    void whatNoPacketCanMatchIsNoService()
    {
        QVERIFY(keysOf(service({marked(0)})).empty());
        QVERIFY(keysOf(service({})).empty());
    }

    void endlessRangesEnd()
    {
        QCOMPARE(keysOf(service({at("fd00::", 80, ~std::uint32_t{0})})).size(), std::size_t{mostAddresses});
    }

    void whatHasNoEffectIsAtItsDefault()
    {
        auto one = service({at("10.0.0.3", 80), at("fd00::3", 80, 1, Protocol::Udp), marked(5)});
        one.onePacket = true;
        one.persistenceLength = 24;
        one.persistenceEngine = "sip";
        one.flag2 = true;
        const auto keys = keysOf(one);
        const auto tcp = schedulingOf(one, keys[0]);
        QVERIFY(!tcp.onePacket && tcp.flag2 && !tcp.flag1 && tcp.persistenceEngine.empty());
        QCOMPARE(int{tcp.persistenceLength}, 32);
        const auto udp = schedulingOf(one, keys[1]);
        QVERIFY(udp.onePacket);
        QCOMPARE(int{udp.persistenceLength}, 128);
        QVERIFY(schedulingOf(one, keys[2]).onePacket);
    }

    void netmaskIsForTheFamilyItWasWrittenFor()
    {
        auto one = service({at("10.0.0.3", 80), at("fd00::3", 80)});
        one.persistenceSeconds = 300;
        one.persistenceLength = 24;
        const auto keys = keysOf(one);
        QCOMPARE(int{schedulingOf(one, keys[0]).persistenceLength}, 24);
        QCOMPARE(int{schedulingOf(one, keys[1]).persistenceLength}, 128);
        one.listeners = {at("fd00::3", 80), at("10.0.0.3", 80)};
        one.persistenceLength = 64;
        one.persistenceEngine = "sip";
        QCOMPARE(int{schedulingOf(one, keys[1]).persistenceLength}, 64);
        QCOMPARE(int{schedulingOf(one, keys[0]).persistenceLength}, 32);
        QCOMPARE(schedulingOf(one, keys[0]).persistenceEngine, std::string("sip"));
    }

    void onlyNatTranslatesPorts()
    {
        const auto all = keysOf(service({at("10.0.0.3", 80), at("10.0.0.3", 0), marked(5)}));
        const auto port = [](const ServiceKey &key, Method method) {
            return int{keyOf(destination("10.0.0.7", 8080, method), key).port};
        };
        QCOMPARE(port(all[0], Method::Nat), 8080);
        QCOMPARE(port(all[0], Method::Direct), 80);
        QCOMPARE(port(all[0], Method::Tunnel), 80);
        QCOMPARE(port(all[1], Method::Direct), 0);
        QCOMPARE(port(all[2], Method::Direct), 0);
        QCOMPARE(port(all[2], Method::Nat), 8080);
        QCOMPARE(keyOf(destination("10.0.0.7", 0), all[0]).address, address("10.0.0.7"));
    }

    void weightsStayInRange()
    {
        const auto one = destination("10.0.0.7", 80);
        QCOMPARE(valueOf(one, 5).weight, 5);
        QCOMPARE(valueOf(one, -3).weight, 0);
        QCOMPARE(valueOf(one, 70000).weight, mostWeight);
    }

    void lowerThresholdStaysBelowTheUpperOne()
    {
        auto one = destination("10.0.0.7", 80);
        one.lowerThreshold = 10;
        QCOMPARE(valueOf(one, 1).lowerThreshold, 0U);
        one.upperThreshold = 20;
        QCOMPARE(valueOf(one, 1).lowerThreshold, 10U);
        QCOMPARE(valueOf(one, 1).upperThreshold, 20U);
    }

    void whatBelongsToTunnelsIsForTunnels()
    {
        auto one = destination("10.0.0.7", 80);
        one.forwarding = {Method::Direct, TunnelType::Gue, TunnelChecksum::Remote, 6080};
        QCOMPARE(valueOf(one, 1).forwarding, (Forwarding{Method::Direct, {}, {}, {}}));
        one.forwarding.method = Method::Tunnel;
        QCOMPARE(valueOf(one, 1).forwarding, one.forwarding);
        one.forwarding.tunnel = TunnelType::Gre;
        QCOMPARE(valueOf(one, 1).forwarding, (Forwarding{Method::Tunnel, TunnelType::Gre, TunnelChecksum::Remote, 0}));
        one.forwarding.tunnel = TunnelType::Ipip;
        QCOMPARE(valueOf(one, 1).forwarding, (Forwarding{Method::Tunnel, {}, {}, {}}));
    }

    void theOtherFamilyIsReachedByTunnel()
    {
        const auto key = keysOf(service({at("10.0.0.3", 80)})).front();
        QVERIFY(canServe(key, destination("10.0.0.7", 80)));
        QVERIFY(!canServe(key, destination("fd00::7", 80)));
        QVERIFY(!canServe(key, destination("fd00::7", 80, Method::Direct)));
        QVERIFY(canServe(key, destination("fd00::7", 80, Method::Tunnel)));
    }
};

QTEST_APPLESS_MAIN(TestDesired)
#include "tst_desired.moc"
