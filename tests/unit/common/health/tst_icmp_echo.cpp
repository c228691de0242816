#include <QtTest>

#include "common/health/icmp_echo.h"

using namespace twinhelm::health;

class TestIcmpEcho : public QObject
{
    Q_OBJECT

    static std::string replyTo(const IcmpEcho &echo)
    {
        auto out = encodeEcho(echo);
        out[0] = static_cast<char>(echo.v6 ? 129 : 0);
        return out;
    }

private slots:
    void encodes()
    {
        const IcmpEcho echo{false, 0x1234, 1, "abc"};
        // RFC 1071: all words together, with the checksum, are 0xFFFF.
        QCOMPARE(QByteArray::fromStdString(encodeEcho(echo)).toHex(), QByteArray("080021681234000161"
                                                                                 "6263"));
        const IcmpEcho six{true, 0x1234, 1, "abc"};
        QCOMPARE(QByteArray::fromStdString(encodeEcho(six)).toHex(), QByteArray("800000001234000161"
                                                                                "6263"));
    }

    void knowsItsOwn()
    {
        for (const bool v6 : {false, true}) {
            const IcmpEcho echo{v6, 7, 9, "token"};
            const auto reply = replyTo(echo);
            QVERIFY(readEcho(reply, echo, false, false) == EchoReading::Reply);
            QVERIFY(readEcho(encodeEcho(echo), echo, false, false) == EchoReading::Unrelated); // a raw socket sees it
            QVERIFY(readEcho(replyTo({v6, 8, 9, "token"}), echo, false, false) == EchoReading::Unrelated);
            QVERIFY(readEcho(replyTo({v6, 8, 9, "token"}), echo, false, true) == EchoReading::Reply);
            QVERIFY(readEcho(replyTo({v6, 7, 10, "token"}), echo, false, false) == EchoReading::Unrelated);
            QVERIFY(readEcho(replyTo({v6, 7, 9, "toke"}), echo, false, false) == EchoReading::Unrelated);
        }
    }

    void headers()
    {
        const IcmpEcho echo{false, 7, 9, "token"};
        const std::string header = '\x45' + std::string(19, '\0');
        QVERIFY(readEcho(header + replyTo(echo), echo, true, false) == EchoReading::Reply);
        const std::string withOptions = '\x46' + std::string(23, '\0');
        QVERIFY(readEcho(withOptions + replyTo(echo), echo, true, false) == EchoReading::Reply);
        for (std::size_t size = 0; size < header.size() + 8; ++size)
            QVERIFY(readEcho((header + replyTo(echo)).substr(0, size), echo, true, false) == EchoReading::TooShort);
        QVERIFY(readEcho('\x41' + std::string(40, '\0'), echo, true, false) == EchoReading::TooShort);
    }
};

QTEST_APPLESS_MAIN(TestIcmpEcho)
#include "tst_icmp_echo.moc"
