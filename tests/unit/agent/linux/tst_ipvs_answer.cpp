#include <cerrno>

#include <QtTest>

#include <QFile>

#include "agent/linux/ipvs_answer.h"
#include "common/ipvs/describe.h"

using namespace twinhelm;
using namespace twinhelm::agent;

namespace
{

/// What a kernel 6.1 answered (captured by tests/lab/ipvs_in_uml.sh).
QByteArray captured(const char *name)
{
    QFile file(QStringLiteral(TWINHELM_SOURCE_DIR "/tests/data/fuzz/ipvs/") + QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is not there", name);
    return file.readAll();
}

ParsedIpvs parsed(const QByteArray &bytes)
{
    return parseIpvsMessages({reinterpret_cast<const std::uint8_t *>(bytes.constData()), std::size_t(bytes.size())});
}

template<typename Kind>
std::vector<Kind> all(const char *name)
{
    std::vector<Kind> out;
    for (const auto &entry : parsed(captured(name)).entries)
        out.push_back(std::get<Kind>(entry));
    return out;
}

QStringList sorted(QStringList lines)
{
    lines.sort();
    return lines;
}

} // namespace

class TestIpvsAnswer : public QObject
{
    Q_OBJECT

private slots:
    void services()
    {
        QStringList found;
        for (const auto &one : all<IpvsService>("services"))
            found << QString::fromStdString(text(one.key) + ' ' + text(one.scheduling));
        QCOMPARE(sorted(found),
                 sorted({"TCP 10.77.0.100:80 rr", "TCP 10.77.0.103:443 sh with flag-2, persistence of 300 s by /24",
                         "TCP 10.77.0.200:80 wrr", "TCP [fd00::3]:80 rr", "mark 7 wrr"}));
        QVERIFY(parsed(captured("services")).done);
    }

    void destinations()
    {
        QStringList found;
        for (const auto *name : {"destinations0", "destinations1", "destinations2", "destinations3", "destinations4"}) {
            for (const auto &one : all<IpvsDestination>(name))
                found << QString::fromStdString(text(one.key) + ' ' + text(one.value));
        }
        QCOMPARE(sorted(found),
                 sorted({"10.77.0.3:80 weight 1, DR", "10.77.0.4:80 weight 1, DR", "10.77.0.3:80 weight 7, NAT",
                         "10.77.0.3:8443 weight 5, NAT, thresholds 80 to 100",
                         "[fd01::7]:80 weight 1, TUN by GUE at port 6080 with remote checksums",
                         "[fd01::8]:80 weight 3, TUN by GUE at port 6080 with remote checksums",
                         "10.1.0.7:0 weight 1, DR", "10.1.0.8:0 weight 3, DR"}));
    }

    void counters()
    {
        ipvs::Traffic traffic;
        for (const auto &one : all<IpvsService>("services")) {
            if (text(one.key) == "TCP 10.77.0.100:80")
                traffic = one.traffic;
        }
        QVERIFY(traffic.connections > 5 && traffic.packetsIn > traffic.connections &&
                traffic.bytesIn > 40 * traffic.packetsIn);
        // Answers of DR go by another way.
        QCOMPARE(traffic.packetsOut + traffic.bytesOut, std::uint64_t{0});
        std::uint64_t connections = 0;
        std::uint32_t active = 0;
        for (const auto *name : {"destinations0", "destinations1", "destinations2", "destinations3", "destinations4"}) {
            for (const auto &one : all<IpvsDestination>(name)) {
                connections += one.counters.traffic.connections;
                active += one.counters.active;
            }
        }
        QCOMPARE(active, 1U);
        QVERIFY(connections > 5);
    }

    void theRest()
    {
        const auto daemons = all<ipvs::RunningSync>("daemons");
        const ipvs::RunningSync running{ipvs::SyncRole::Master,        "eth0", 51, 1400, 9000, 2,
                                        IpAddress::v4({224, 0, 0, 90})};
        QCOMPARE(daemons, std::vector{running});
        QCOMPARE(all<IpvsTimeouts>("timeouts"), (std::vector<IpvsTimeouts>{{900, 120, 300}}));
        QCOMPARE(all<IpvsFamily>("family").size(), std::size_t{1});
        QVERIFY(all<IpvsFamily>("family").front().number > 16);
        const auto refusal = parsed(captured("refusal"));
        QVERIFY(refusal.done && refusal.entries.empty());
        QCOMPARE(refusal.error, ESRCH);
    }

    /// Whatever is missing at the end, nothing is read beyond it, and whole messages are still understood.
    void cutShort()
    {
        const auto whole = captured("destinations0") + captured("services");
        std::size_t most = 0;
        for (int size = 0; size <= whole.size(); ++size) {
            const auto now = parsed(QByteArray(whole.constData(), size)).entries.size();
            QVERIFY(now >= most);
            most = now;
        }
        QCOMPARE(most, parsed(whole).entries.size());
    }
};

QTEST_APPLESS_MAIN(TestIpvsAnswer)
#include "tst_ipvs_answer.moc"
