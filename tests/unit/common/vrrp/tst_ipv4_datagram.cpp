#include "common/vrrp/ipv4_datagram.h"

#include <QtTest>

#include "common/vrrp/auth_header.h"
#include "tests/support/vrrp/values.h"

using namespace twinhelm;
using namespace twinhelm::vrrp;
using twinhelm::test::address;

namespace
{

using Bytes = std::vector<std::uint8_t>;

/// 10.0.0.1 -> 224.0.0.18, TTL 255, protocol 112, four bytes of message.
Bytes datagram()
{
    return {0x45, 0xc0, 0, 24, 0, 0, 0, 0, 255, 112, 0, 0, 10, 0, 0, 1, 224, 0, 0, 18, 0x21, 51, 100, 1};
}

Bytes withAuthHeader()
{
    const Bytes message{0x21, 51, 100, 1};
    return signDatagram(message, {address("10.0.0.1"), address("224.0.0.18"), 255, 7}, {});
}

} // namespace

class TestIpv4Datagram : public QObject
{
    Q_OBJECT

private slots:
    void theMessageIsFoundBehindTheHeader()
    {
        const auto packet = parseIpv4Datagram(datagram());
        QVERIFY(packet);
        QCOMPARE(packet->source, address("10.0.0.1"));
        QCOMPARE(packet->destination, address("224.0.0.18"));
        QCOMPARE(packet->ttl, std::uint8_t{255});
        QVERIFY(!packet->authHeader && packet->datagram.empty());
        QCOMPARE(packet->bytes, (Bytes{0x21, 51, 100, 1}));
    }

    void theMessageIsFoundBehindAnAuthHeader()
    {
        const auto whole = withAuthHeader();
        const auto packet = parseIpv4Datagram(whole);
        QVERIFY(packet);
        QVERIFY(packet->authHeader);
        QCOMPARE(packet->datagram, whole);
        QCOMPARE(packet->bytes, (Bytes{0x21, 51, 100, 1}));
        QCOMPARE(packet->source, address("10.0.0.1"));
    }

    void headerOptionsAreSkipped()
    {
        auto bytes = datagram();
        bytes[0] = 0x46;
        bytes.insert(bytes.begin() + 20, {1, 1, 1, 0});
        QCOMPARE(parseIpv4Datagram(bytes)->bytes.size(), std::size_t{4});
    }

    void brokenDatagramsAreDropped()
    {
        QVERIFY(!parseIpv4Datagram({}));
        auto bytes = datagram();
        for (std::size_t length = 0; length < 20; ++length)
            QVERIFY(!parseIpv4Datagram(std::span(bytes).first(length)));
        bytes[0] = 0x4f; // a header longer than the datagram
        QVERIFY(!parseIpv4Datagram(bytes));
        bytes[0] = 0x44;
        QVERIFY(!parseIpv4Datagram(bytes));
        bytes[0] = 0x65;
        QVERIFY(!parseIpv4Datagram(bytes));
        bytes = datagram();
        bytes[9] = 89;
        QVERIFY(!parseIpv4Datagram(bytes));
    }

    void brokenAuthHeadersAreDropped()
    {
        const auto whole = withAuthHeader();
        for (std::size_t length = 0; length < ipv4HeaderSize + authHeaderSize; ++length)
            QVERIFY(!parseIpv4Datagram(std::span(whole).first(length)));
        auto bytes = whole;
        bytes[20] = 6; // TCP behind it
        QVERIFY(!parseIpv4Datagram(bytes));
        bytes = whole;
        bytes[21] = 255; // longer than the datagram
        QVERIFY(!parseIpv4Datagram(bytes));
    }

    void whatIsSentIsReceived()
    {
        const auto plain = receivedFrom({"VI_1", "eth0", address("10.0.0.1"), address("10.0.0.2"), 64, {1, 2}, false});
        QCOMPARE(plain.interface, std::string("eth0"));
        QCOMPARE(plain.bytes, (Bytes{1, 2}));
        QCOMPARE(int(plain.ttl), 64);
        const auto withHeader =
            receivedFrom({"VI_1", "eth0", address("10.0.0.1"), address("224.0.0.18"), 255, withAuthHeader(), true});
        QVERIFY(withHeader.authHeader);
        QCOMPARE(withHeader.interface, std::string("eth0"));
        QCOMPARE(withHeader.bytes, (Bytes{0x21, 51, 100, 1}));
    }
};

QTEST_GUILESS_MAIN(TestIpv4Datagram)
#include "tst_ipv4_datagram.moc"
