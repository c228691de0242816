#include "common/vrrp/codec.h"

#include <QtTest>

#include "tests/support/vrrp/values.h"

using namespace twinhelm;
using namespace twinhelm::vrrp;
using twinhelm::test::address;
using namespace std::chrono_literals;

namespace
{

using Bytes = std::vector<std::uint8_t>;

Bytes bytes(const char *hex)
{
    const auto raw = QByteArray::fromHex(hex);
    return {raw.begin(), raw.end()};
}

QByteArray hex(const Bytes &bytes)
{
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size())).toHex();
}

const IpAddress lb01 = address("10.0.0.1");
const IpAddress groupV4 = address("224.0.0.18");

/// The message keepalived 2.2.7 sends for the first seed's instance (captured).
Bytes keepalivedV2()
{
    return bytes("213296010101db650a0000033131313100000000");
}

Bytes keepalivedV3()
{
    return bytes("31339602000a3a230a0000040a000005");
}

Authentication pass(const char *text)
{
    return {AuthType::Pass, Secret(text)};
}

ReceiveRules rulesV2()
{
    return {Version::V2, 1s, AuthType::Pass, wirePassword(pass("1111")), {}};
}

ReceiveRules rulesV3()
{
    return {Version::V3, 100ms, AuthType::None, {}, {}};
}

Datagram datagram(const Bytes &message)
{
    return {lb01, groupV4, 255, false, message};
}

Advert advertV2()
{
    return {Version::V2,          Family::IPv4, Vrid{50}, Priority{150}, 1s, AuthType::Pass, wirePassword(pass("1111")),
            {address("10.0.0.3")}};
}

/// One's complement sum again, after a test has changed a v2 message.
Bytes resummed(Bytes message)
{
    message[6] = message[7] = 0;
    unsigned sum = 0;
    for (std::size_t i = 0; i + 1 < message.size(); i += 2)
        sum += (message[i] << 8) + message[i + 1];
    while (sum >> 16)
        sum = (sum & 0xffff) + (sum >> 16);
    message[6] = static_cast<std::uint8_t>(~sum >> 8);
    message[7] = static_cast<std::uint8_t>(~sum);
    return message;
}

} // namespace

class TestCodec : public QObject
{
    Q_OBJECT

private slots:
    // ---- golden bytes: captured from keepalived 2.2.7 with the same settings ----

    void encodesV2AsKeepalivedDoes()
    {
        QCOMPARE(hex(encode(advertV2(), lb01, groupV4)), hex(keepalivedV2()));
        auto leaving = advertV2();
        leaving.priority = priorityLeaving;
        QCOMPARE(hex(encode(leaving, lb01, groupV4)), QByteArray("21320001010171660a0000033131313100000000"));
    }

    void encodesV3AsKeepalivedDoes()
    {
        Advert advert{Version::V3, Family::IPv4,   Vrid{51}, Priority{150},
                      100ms,       AuthType::None, {},       {address("10.0.0.4"), address("10.0.0.5")}};
        QCOMPARE(hex(encode(advert, lb01, groupV4)), hex(keepalivedV3()));
        advert.priority = priorityLeaving;
        QCOMPARE(hex(encode(advert, lb01, groupV4)), QByteArray("31330002000ad0230a0000040a000005"));
    }

    void encodesIpv6AsKeepalivedDoes()
    {
        const Advert advert{Version::V3, Family::IPv6,   Vrid{52}, Priority{101},
                            1s,          AuthType::None, {},       {address("fe80::100"), address("fd00::100")}};
        QCOMPARE(hex(encode(advert, address("fe80::e441:e9ff:fe38:6b5c"), address("ff02::12"))),
                 QByteArray("313465020064"
                            "35de"
                            "fe800000000000000000000000000100"
                            "fd000000000000000000000000000100"));
    }

    void v2WithoutAuthenticationHasEightZeroBytes()
    {
        auto advert = advertV2();
        advert.authType = AuthType::None;
        const auto message = encode(advert, lb01, groupV4);
        QCOMPARE(message.size(), std::size_t(20));
        QCOMPARE(hex(message).right(16), QByteArray(16, '0'));
        auto rules = rulesV2();
        rules.authType = AuthType::None;
        QVERIFY(receive(datagram(message), rules));
    }

    void onlyEightBytesOfThePasswordCount()
    {
        QCOMPARE(wirePassword(pass("12345678")), wirePassword(pass("123456789")));
        QVERIFY(wirePassword(pass("1234567")) != wirePassword(pass("12345678")));
    }

    void readsWhatKeepalivedSends()
    {
        const auto v2 = receive(datagram(keepalivedV2()), rulesV2());
        QVERIFY(v2);
        QCOMPARE(int(v2->virtualRouterId.value), 50);
        QCOMPARE(int(v2->priority.value), 150);
        QCOMPARE(v2->interval, Duration(1s));
        QCOMPARE(v2->addresses.size(), std::size_t(4));

        const auto v3 = receive(datagram(keepalivedV3()), rulesV3());
        QVERIFY(v3);
        QCOMPARE(v3->interval, Duration(100ms));
        QCOMPARE(v3->addresses.size(), std::size_t(8));
    }

    void readsIpv6()
    {
        const Advert advert{Version::V3, Family::IPv6,   Vrid{52}, Priority{101},
                            1s,          AuthType::None, {},       {address("fe80::100")}};
        const auto source = address("fe80::1");
        const auto group = address("ff02::12");
        const auto message = encode(advert, source, group);
        const auto read = receive({source, group, 255, false, message}, {Version::V3, 1s, AuthType::None, {}, {}});
        QVERIFY(read);
        QCOMPARE(read->addresses.size(), std::size_t(16));
    }

    void toleratesPaddingAndHmacTrailer()
    {
        auto padded = keepalivedV2();
        padded.resize(26); // a 46-byte Ethernet payload
        QVERIFY(receive(datagram(padded), rulesV2()));
        auto signedOne = keepalivedV3();
        signedOne.resize(signedOne.size() + 28);
        QVERIFY(receive(datagram(signedOne), rulesV3()));
    }

    void everyPriorityAndIntervalComesBack()
    {
        auto rules = rulesV3();
        for (int centiseconds : {1, 10, 100, 255, 256, 4095}) {
            Advert advert{Version::V3,    Family::IPv4, Vrid{1}, Priority{1}, centiseconds * Duration(10ms),
                          AuthType::None, {},           {}};
            for (int priority = 0; priority <= 255; ++priority) {
                advert.priority = Priority{static_cast<std::uint8_t>(priority)};
                const auto message = encode(advert, lb01, groupV4);
                const auto read = receive(datagram(message), rules);
                QVERIFY(read);
                QCOMPARE(int(read->priority.value), priority);
                QCOMPARE(read->interval, advert.interval);
            }
        }
    }

    // ---- what is dropped, and why ----

    void rejects_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<int>("ttl");
        QTest::addColumn<bool>("authHeader");
        QTest::addColumn<QString>("destination");
        QTest::addColumn<int>("reason");
        const auto row = [](const char *name, const Bytes &message, Reject reason, int ttl = 255,
                            bool authHeader = false, const char *destination = "224.0.0.18") {
            QTest::newRow(name) << QByteArray::fromHex(hex(message)) << ttl << authHeader
                                << QString::fromLatin1(destination) << int(reason);
        };
        const auto with = [](std::size_t at, int value) {
            auto message = keepalivedV2();
            message[at] = static_cast<std::uint8_t>(value);
            return resummed(message);
        };
        const auto sized = [](std::size_t size) {
            auto message = keepalivedV2();
            message.resize(size);
            return message;
        };
        row("AH header", keepalivedV2(), Reject::AuthHeader, 255, true);
        row("empty", {}, Reject::BadLength);
        row("header cut", sized(7), Reject::BadLength);
        row("no address, no password", sized(8), Reject::BadLength);
        row("password cut", sized(19), Reject::BadLength);
        row("tail too long for padding", sized(27), Reject::BadLength);
        row("more addresses than bytes", with(3, 2), Reject::BadLength);
        row("routed", keepalivedV2(), Reject::BadTtl, 254);
        row("version 3 to a version 2 router", keepalivedV3(), Reject::BadVersion);
        row("version 4", with(0, 0x41), Reject::BadVersion);
        row("version 15 and 255 addresses", resummed([] {
                auto message = keepalivedV2();
                message[0] = 0xf1;
                message[3] = 255;
                return message;
            }()),
            Reject::BadVersion);
        row("no authentication", with(4, 0), Reject::BadAuthType);
        row("unknown authentication", with(4, 9), Reject::BadAuthType);
        row("other password", with(12, '2'), Reject::AuthMismatch);
        row("longer password", with(16, '1'), Reject::AuthMismatch);
        row("other interval", with(5, 2), Reject::BadInterval);
        row("interval zero", with(5, 0), Reject::BadInterval);
        row("not an advertisement", with(0, 0x22), Reject::BadType);
        auto broken = keepalivedV2();
        broken[2] ^= 1;
        row("checksum", broken, Reject::BadChecksum);
        row("unicast where multicast is configured", keepalivedV2(), Reject::BadDestination, 255, false, "10.0.0.2");
        // Several faults at once: the first check in keepalived's order speaks.
        row("routed and other password", with(12, '2'), Reject::BadTtl, 1);
        row(
            "other password and interval",
            [&] {
                auto message = with(12, '2');
                message[5] = 9;
                return resummed(message);
            }(),
            Reject::AuthMismatch);
    }
    void rejects()
    {
        QFETCH(QByteArray, message);
        QFETCH(int, ttl);
        QFETCH(bool, authHeader);
        QFETCH(QString, destination);
        QFETCH(int, reason);
        const Bytes raw(message.begin(), message.end());
        const auto read = receive(
            {lb01, address(qPrintable(destination)), static_cast<std::uint8_t>(ttl), authHeader, raw}, rulesV2());
        QVERIFY(!read);
        QCOMPARE(QString::fromStdString(std::string(rejectName(read.error()))),
                 QString::fromStdString(std::string(rejectName(static_cast<Reject>(reason)))));
    }

    void v3ChecksumCoversTheIpAddresses()
    {
        const auto message = keepalivedV3();
        QVERIFY(receive(datagram(message), rulesV3()));
        const auto other = receive({address("10.0.0.2"), groupV4, 255, false, message}, rulesV3());
        QVERIFY(!other);
        QVERIFY(other.error() == Reject::BadChecksum);
    }

    void v3IntervalZeroIsRefused()
    {
        auto message = keepalivedV3();
        message[5] = 0; // the checksum is wrong now, too, but is looked at later
        QVERIFY(receive(datagram(message), rulesV3()).error() == Reject::BadInterval);
    }

    void unicastKnowsItsPeers()
    {
        const std::vector<UnicastPeer> peers{{lb01, 60, 64}};
        auto rules = rulesV2();
        rules.unicastPeers = peers;
        const auto message = keepalivedV2();
        const auto us = address("10.0.0.2");
        QVERIFY(receive({lb01, us, 64, false, message}, rules)); // unicast may be routed
        QVERIFY(receive({lb01, us, 59, false, message}, rules).error() == Reject::PeerTtl);
        QVERIFY(receive({lb01, us, 65, false, message}, rules).error() == Reject::PeerTtl);
        const Datagram stranger{address("10.0.0.9"), us, 64, false, message};
        QVERIFY(receive(stranger, rules)); // keepalived's default
        rules.checkUnicastSource = true;
        QVERIFY(receive(stranger, rules).error() == Reject::UnknownPeer);
        QVERIFY(receive(datagram(message), rules).error() == Reject::BadDestination);
    }

    void ownerMayIgnoreEverybody()
    {
        auto rules = rulesV2();
        rules.ignoreAll = true;
        QVERIFY(receive(datagram(keepalivedV2()), rules).error() == Reject::OwnerIgnores);
    }

    void v3ChecksumMayBeAsV2()
    {
        const auto us = address("10.0.0.2");
        auto rules = rulesV3();
        rules.v3ChecksumAsV2 = true;
        Advert advert{Version::V3, Family::IPv4, Vrid{51}, Priority{150}, 100ms, AuthType::None, {}, {lb01}};
        advert.v3ChecksumAsV2 = true;
        const auto plain = encode(advert, lb01, groupV4);
        QCOMPARE(hex(plain), hex(resummed(plain)));
        QVERIFY(receive(datagram(plain), rules));
        QVERIFY(receive({us, groupV4, 255, false, plain}, rules)); // no address is summed
        QVERIFY(receive(datagram(plain), rulesV3()).error() == Reject::BadChecksum);
        QVERIFY(receive(datagram(keepalivedV3()), rules).error() == Reject::BadChecksum);
    }

    /// keepalived before 1.3.7 sums the multicast group in place of a unicast destination.
    void oldUnicastChecksumIsRecognised()
    {
        const std::vector<UnicastPeer> peers{lb01};
        auto rules = rulesV3();
        rules.unicastPeers = peers;
        const auto us = address("10.0.0.2");
        const auto message = keepalivedV3();
        const Datagram old{lb01, us, 255, false, message};
        QVERIFY(receive(old, rules).error() == Reject::BadChecksum);
        rules.oldChecksumGroup = groupV4;
        const auto read = receive(old, rules);
        QVERIFY(read && read->oldChecksum);
        const Advert advert{Version::V3, Family::IPv4,   Vrid{51}, Priority{150},
                            100ms,       AuthType::None, {},       {address("10.0.0.4"), address("10.0.0.5")}};
        const auto fresh = encode(advert, lb01, us);
        const auto usual = receive({lb01, us, 255, false, fresh}, rules);
        QVERIFY(usual && !usual->oldChecksum);
    }

    void anyBytesAreAnswered()
    {
        // Every first four header bytes, at every length up to 64: an answer, never a read past the end (asan watches).
        for (std::size_t size = 0; size <= 64; ++size) {
            for (int first = 0; first < 256; ++first) {
                for (int count : {0, 1, 3, 14, 255}) {
                    Bytes message(size, 0xa5);
                    if (size > 0)
                        message[0] = static_cast<std::uint8_t>(first);
                    if (size > 3)
                        message[3] = static_cast<std::uint8_t>(count);
                    QVERIFY(!receive(datagram(message), rulesV2()));
                    QVERIFY(!receive(datagram(message), rulesV3()));
                }
            }
        }
    }

    void peekNeedsTwoBytes()
    {
        QVERIFY(!peekVirtualRouterId({}));
        QVERIFY(!peekVirtualRouterId(bytes("21")));
        QCOMPARE(int(peekVirtualRouterId(bytes("2132"))->value), 50);
    }
};

QTEST_GUILESS_MAIN(TestCodec)
#include "tst_codec.moc"
