#include <QtTest>

#include <netlink/msg.h>

#include "agent/linux/ipvs_answer.h"
#include "agent/linux/ipvs_message.h"

using namespace twinhelm;
using namespace twinhelm::agent;

namespace
{

constexpr std::uint16_t family = 33;

std::span<const std::uint8_t> bytesOf(const NetlinkMessage &message)
{
    const nlmsghdr *header = nlmsg_hdr(message.get());
    return {reinterpret_cast<const std::uint8_t *>(header), header->nlmsg_len};
}

/// The kernel's form of a request and of its answers is the same, so a request can be read as an answer.
template<typename Kind>
Kind readBack(const NetlinkMessage &message)
{
    const auto parsed = parseIpvsMessages(bytesOf(message));
    if (parsed.entries.size() != 1 || !std::holds_alternative<Kind>(parsed.entries.front()))
        qFatal("the message cannot be read");
    return std::get<Kind>(parsed.entries.front());
}

ipvs::ServiceKey web(const char *address = "10.0.0.3")
{
    ipvs::ServiceKey key;
    key.address = IpAddress::parse(address).value();
    key.family = key.address.family();
    key.port = 80;
    return key;
}

ipvs::ServiceKey marked(std::uint32_t mark, Family of)
{
    ipvs::ServiceKey key;
    key.byMark = true;
    key.family = of;
    key.mark = mark;
    return key;
}

ipvs::Scheduling persistent(std::uint8_t length)
{
    ipvs::Scheduling out;
    out.scheduler = "sh";
    out.flag2 = true;
    out.persistenceSeconds = 300;
    out.persistenceLength = length;
    out.persistenceEngine = "sip";
    return out;
}

ipvs::DestinationValue forwarding(ipvs::Forwarding how)
{
    ipvs::DestinationValue out;
    out.weight = 65535;
    out.upperThreshold = 100;
    out.lowerThreshold = 80;
    out.forwarding = how;
    return out;
}

int flagsOf(const NetlinkMessage &message)
{
    return nlmsg_hdr(message.get())->nlmsg_flags;
}

} // namespace

class TestIpvsMessage : public QObject
{
    Q_OBJECT

private slots:
    /// Byte by byte: what a change of service says, by linux/ip_vs.h.
    void serviceInBytes()
    {
        ipvs::Scheduling value;
        value.scheduler = "rr";
        value.persistenceSeconds = 300;
        value.persistenceLength = 24;
        const std::string nested = std::string("0600010002000000")              // IPVS_SVC_ATTR_AF: AF_INET
                                   + "0600020006000000"                         // _PROTOCOL: TCP
                                   + "140003000a000003000000000000000000000000" // _ADDR: 16 bytes for both families
                                   + "0600040000500000"                         // _PORT: 80 as on the wire
                                   + "0700060072720000"                         // _SCHED_NAME: "rr"
                                   + "0c00070001000000ffffffff"                 // _FLAGS: persistent; all are meant
                                   + "080008002c010000"                         // _TIMEOUT: 300
                                   + "08000900ffffff00";                        // _NETMASK as on the wire
        const auto hex = toHex(changeMessage(family, ipvs::EditService{web(), value}));
        // Type 33, IPVS_CMD_SET_SERVICE, version 1, IPVS_CMD_ATTR_SERVICE.
        QCOMPARE(QString::fromStdString(hex).mid(0, 12), QString("002102010000"));
        QCOMPARE(QString::fromStdString(hex).mid(20), QString::fromStdString(nested));
    }

    void services_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<int>("mark");
        QTest::addColumn<int>("length");
        QTest::newRow("IPv4") << "10.0.0.3" << 0 << 24;
        QTest::newRow("IPv4, whole address") << "10.0.0.3" << 0 << 32;
        QTest::newRow("IPv4, everybody") << "10.0.0.3" << 0 << 0;
        QTest::newRow("IPv6") << "fd00::3" << 0 << 64;
        QTest::newRow("mark") << "10.0.0.3" << 7 << 24;
        QTest::newRow("mark of IPv6") << "fd00::3" << 7 << 128;
    }
    void services()
    {
        QFETCH(QString, address);
        QFETCH(int, mark);
        QFETCH(int, length);
        auto key = web(qPrintable(address));
        if (mark != 0)
            key = marked(static_cast<std::uint32_t>(mark), key.family);
        const auto value = persistent(static_cast<std::uint8_t>(length));
        const auto back = readBack<IpvsService>(changeMessage(family, ipvs::AddService{key, value}));
        QVERIFY(back.key == key);
        QVERIFY(back.scheduling == value);
    }

    void protocols()
    {
        for (const auto protocol : {ipvs::Protocol::Tcp, ipvs::Protocol::Udp, ipvs::Protocol::Sctp}) {
            auto key = web();
            key.protocol = protocol;
            ipvs::Scheduling value;
            value.onePacket = protocol == ipvs::Protocol::Udp;
            value.flag1 = value.flag3 = true;
            const auto back = readBack<IpvsService>(changeMessage(family, ipvs::AddService{key, value}));
            QVERIFY(back.key == key);
            QVERIFY(back.scheduling == value);
        }
    }

    void destinations()
    {
        using namespace ipvs;
        const std::vector<Forwarding> all{{Method::Nat, {}, {}, 0},
                                          {Method::Direct, {}, {}, 0},
                                          {Method::Tunnel, {}, {}, 0},
                                          {Method::Tunnel, TunnelType::Gre, TunnelChecksum::None, 0},
                                          {Method::Tunnel, TunnelType::Gre, TunnelChecksum::Checksum, 0},
                                          {Method::Tunnel, TunnelType::Gue, TunnelChecksum::None, 6080},
                                          {Method::Tunnel, TunnelType::Gue, TunnelChecksum::Checksum, 6080},
                                          {Method::Tunnel, TunnelType::Gue, TunnelChecksum::Remote, 6080}};
        for (const auto *address : {"10.0.0.7", "fd00::7"}) {
            for (const auto &how : all) {
                const DestinationKey key{IpAddress::parse(address).value(), 8080};
                const auto message = changeMessage(family, AddDestination{web(), key, forwarding(how)});
                const auto back = readBack<IpvsDestination>(message);
                QVERIFY(back.key == key);
                QVERIFY(back.value == forwarding(how));
            }
        }
    }

    void dumpsAreAskedForAsSuch()
    {
        for (const auto &message :
             {toHex(servicesMessage(family)), toHex(syncDaemonsMessage(family)), toHex(timeoutsMessage(family))})
            QCOMPARE(message.size(), std::size_t{12});
        QVERIFY((flagsOf(servicesMessage(family)) & NLM_F_DUMP) == NLM_F_DUMP);
        QVERIFY((flagsOf(destinationsMessage(family, web())) & NLM_F_DUMP) == NLM_F_DUMP);
        QVERIFY((flagsOf(timeoutsMessage(family)) & NLM_F_DUMP) == 0);
    }

    void syncDaemons()
    {
        ipvs::SyncDaemon settings;
        settings.interface = "eth0";
        settings.id = 51;
        settings.mostLength = 1400;
        settings.port = 9000;
        settings.timeToLive = 2;
        for (const auto *group : {"224.0.0.90", "ff02::90"}) {
            settings.group = IpAddress::parse(group);
            const auto back = readBack<ipvs::RunningSync>(
                syncMessage(family, ipvs::SyncChange(ipvs::StartSync{ipvs::SyncRole::Master, settings})));
            const ipvs::RunningSync expected{ipvs::SyncRole::Master, "eth0", 51, 1400, 9000, 2, settings.group};
            QVERIFY(back == expected);
        }
        // What is left to the kernel is not mentioned.
        settings = {};
        settings.interface = "eth0";
        const auto hex = QString::fromStdString(
            toHex(syncMessage(family, ipvs::SyncChange(ipvs::StartSync{ipvs::SyncRole::Backup, settings}))));
        QCOMPARE(hex.mid(20), QString("0800010002000000090002006574683000000000"
                                      "0800030000000000"));
    }

    void timeouts()
    {
        const auto back = readBack<IpvsTimeouts>(setTimeoutsMessage(family, {700, 0, 200}));
        QCOMPARE(back, (IpvsTimeouts{700, 0, 200}));
    }

    void otherProtocolsAreNotOurs()
    {
        auto hex = QString::fromStdString(toHex(changeMessage(family, ipvs::AddService{web(), {}})));
        QVERIFY(hex.contains("0600020006000000"));
        hex.replace("0600020006000000", "0600020032000000"); // ESP
        QVERIFY(parseIpvsMessages(bytesOf(fromHex(hex.toStdString()))).entries.empty());
    }
};

QTEST_APPLESS_MAIN(TestIpvsMessage)
#include "tst_ipvs_message.moc"
