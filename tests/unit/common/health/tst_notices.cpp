#include "common/health/notices.h"

#include <QtTest>

using namespace twinhelm::health;

class TestNotices : public QObject
{
    Q_OBJECT

    static QString both(const Mail &mail)
    {
        return QString::fromStdString(mail.subject) + " / " + QString::fromStdString(mail.body);
    }
    static QString told(decltype(Probe::kind) kind, bool passed)
    {
        Probe probe;
        probe.kind = std::move(kind);
        return QString::fromStdString(probeMail("RS", "VS", probe, passed, passed, "why").body);
    }

private slots:
    void lines()
    {
        QCOMPARE(serverLine("[10.0.0.2]:tcp:80", "[10.0.0.3]:tcp:80", true),
                 std::string("RS [10.0.0.2]:tcp:80 [10.0.0.3]:tcp:80 UP\n"));
        QCOMPARE(serviceLine("FWM 1", false), std::string("VS FWM 1 DOWN\n"));
    }

    void mailsOfProbes()
    {
        Probe probe;
        QCOMPARE(both(probeMail("[10.0.0.2]:tcp:80", "FWM 1", probe, true, true, "connected")),
                 "Realserver [10.0.0.2]:tcp:80 of virtual server FWM 1 - UP / => TCP CHECK succeed on service <=");
        QCOMPARE(told(TcpProbe{}, false), "=> TCP CHECK failed on service <=");
        QCOMPARE(told(HttpProbe{}, false), "=> CHECK failed on service : why <=");
        QCOMPARE(told(HttpProbe{}, true), "=> CHECK succeed on service <=");
        QCOMPARE(told(MiscProbe{}, true), "=> MISC CHECK succeeded on service <=");
        QCOMPARE(told(DnsProbe{}, false), "=> DNS_CHECK: failed on service : why <=");
        QCOMPARE(told(UdpProbe{}, false), "=> UDP CHECK failed on service <=");
        QCOMPARE(told(PingProbe{}, true), "=> PING CHECK succeed on service <=");
    }

    void farewells()
    {
        QCOMPARE(both(farewellMail("RS", "VS", Farewell::Removing)),
                 "Realserver RS of virtual server VS - DOWN / => Removing <=");
        QCOMPARE(both(farewellMail("RS", "VS", Farewell::ShuttingDown)),
                 "Realserver RS of virtual server VS - DOWN / => Shutting down <=");
    }

    void quorums()
    {
        QCOMPARE(both(quorumMail("VS", {true, true, false, 2, 1, 4})),
                 "Virtualserver VS - UP / => Starting with quorum up 2+1=3 <= 4 <=");
        QCOMPARE(both(quorumMail("VS", {false, false, false, 2, 1, 0})),
                 "Virtualserver VS - DOWN / => Lost quorum 2-1=1 > 0 <=");
        QCOMPARE(both(quorumMail("VS", {false, false, true, 2, 1, 0})),
                 "Virtualserver VS - DOWN / => Shutting down <=");
    }
};

QTEST_GUILESS_MAIN(TestNotices)
#include "tst_notices.moc"
