#include <QtTest>

#include "common/health/dns_message.h"

using namespace twinhelm::health;
using Kind = DnsReading::Kind;

namespace
{

std::string bytes(const char *hex)
{
    return QByteArray::fromHex(hex).toStdString();
}

const DnsQuestion question{0x1234, "example.com", 6};

} // namespace

class TestDnsMessage : public QObject
{
    Q_OBJECT

private slots:
    void types()
    {
        QCOMPARE(dnsType("SOA").value(), std::uint16_t{6});
        QCOMPARE(dnsType("aaaa").value(), std::uint16_t{28});
        QCOMPARE(dnsType("DNSKEY").value(), std::uint16_t{48});
        QVERIFY(!dnsType("SRV"));
    }

    void queries_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("encoded"); // empty: it is no name
        QTest::newRow("name") << "example.com" << QByteArray("076578616d706c6503636f6d00");
        QTest::newRow("with its dot") << "example.com." << QByteArray("076578616d706c6503636f6d00");
        QTest::newRow("root") << "." << QByteArray("00");
        QTest::newRow("empty") << "" << QByteArray("00");
        QTest::newRow("label of 63") << QString(63, 'a') << "3f" + QByteArray(63, 'a').toHex() + "00";
        QTest::newRow("label of 64") << QString(64, 'a') << QByteArray();
        QTest::newRow("empty label") << "a..b" << QByteArray();
        QTest::newRow("leading dot") << ".a" << QByteArray();
        QTest::newRow("too long") << QString("abc.").repeated(64) << QByteArray();
    }
    void queries()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, encoded);
        const auto query = encodeDnsQuery({0x1234, name.toStdString(), 6});
        QCOMPARE(query.has_value(), !encoded.isEmpty());
        if (query)
            QCOMPARE(QByteArray::fromStdString(*query).toHex(), "123401000001000000000000" + encoded + "00060001");
    }

    void replies_data()
    {
        QTest::addColumn<QByteArray>("hex");
        QTest::addColumn<int>("kind");
        QTest::addColumn<unsigned>("code");
        const QByteArray asked = "076578616d706c6503636f6d0000060001";
        const auto row = [](const char *name, const QByteArray &hex, Kind kind, unsigned code = 0) {
            QTest::newRow(name) << hex << int(kind) << code;
        };
        row("answer", "123481800001000100000000" + asked, Kind::Answer);
        row("name in capitals", "12348180000100010000000007455841" + asked.mid(8), Kind::Answer);
        row("SERVFAIL", "123481820001000000000000" + asked, Kind::Answer, 2);
        row("NXDOMAIN", "123481830001000000000000" + asked, Kind::Answer, 3);
        row("REFUSED without the question", "123481850000000000000000", Kind::Answer, 5);
        row("another id", "123581800001000100000000" + asked, Kind::OtherId);
        row("our own query", "123401000001000000000000" + asked, Kind::Query);
        row("another name", "12348180000100010000000007657861ff" + asked.mid(10), Kind::OtherQuestion);
        row("another type", "123481800001000100000000" + asked.left(26) + "00010001", Kind::OtherQuestion);
        row("a name cut short", "123481800001000100000000" + asked.left(10), Kind::OtherQuestion);
        row("a name that points at itself", "123481800001000100000000c00c00060001", Kind::OtherQuestion);
        row("short", "1234818000010001", Kind::TooShort);
        row("nothing", "", Kind::TooShort);
    }
    void replies()
    {
        QFETCH(QByteArray, hex);
        QFETCH(int, kind);
        QFETCH(unsigned, code);
        const auto reading = readDnsReply(bytes(hex.constData()), question);
        QCOMPARE(int(reading.kind), kind);
        if (reading.kind == Kind::Answer)
            QCOMPARE(reading.code, code);
    }

    void names()
    {
        QCOMPARE(dnsCodeName(2), std::string("SERVFAIL"));
        QCOMPARE(dnsCodeName(11), std::string("RCODE 11"));
    }
};

QTEST_APPLESS_MAIN(TestDnsMessage)
#include "tst_dns_message.moc"
