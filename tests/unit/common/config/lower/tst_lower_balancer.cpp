#include "common/config/lower/lower_balancer.h"

#include <QtTest>

#include "common/config/load.h"

using namespace twinhelm;
using namespace twinhelm::config;
using namespace std::chrono_literals;

namespace
{

BalancerSettings settings(std::string_view text)
{
    return lowerBalancer(loadText(text, "lb01").model);
}

std::string service(std::string_view body)
{
    return "virtual_server 10.0.0.3 80 {\nprotocol TCP\n" + std::string(body) + "\n}\n";
}

} // namespace

class TestLowerBalancer : public QObject
{
    Q_OBJECT

private slots:
    void aServiceWithItsServers()
    {
        const auto out =
            settings(service("lb_algo rr\nlb_kind DR\nweight 4\nreal_server 10.0.0.7 {\nTCP_CHECK {\n}\n}\n"
                             "real_server 10.0.0.8 81 {\nweight 2\nlvs_method TUN\nuthreshold 9\n}\n"
                             "sorry_server 10.0.0.9 82"));
        QCOMPARE(out.ipvs.services.size(), std::size_t(1));
        const auto &one = out.ipvs.services.front();
        QCOMPARE(one.name, std::string("[10.0.0.3]:tcp:80"));
        QCOMPARE(one.scheduler, std::string("rr"));
        QCOMPARE(one.destinations.size(), std::size_t(2));
        QCOMPARE(one.destinations[0].port, std::uint16_t(80));
        QCOMPARE(one.destinations[0].weight, 4);
        QVERIFY(one.destinations[0].forwarding.method == ipvs::Method::Direct);
        QVERIFY(one.destinations[1].forwarding.method == ipvs::Method::Tunnel);
        QCOMPARE(one.destinations[1].upperThreshold, 9U);
        QCOMPARE(one.sorryServer->port, std::uint16_t(82));
        QVERIFY(one.sorryServer->forwarding.method == ipvs::Method::Direct);
        const auto &probe = out.health.services.front().servers.front().probes.front();
        QVERIFY(std::holds_alternative<health::TcpProbe>(probe.kind));
        QVERIFY(probe.endpoint.address == IpAddress::v4({10, 0, 0, 7}));
        QCOMPARE(probe.timing.delayLoop, Duration(60s));
        QVERIFY(out.health.services.front().servers.front().smtpAlert && !out.health.services.front().smtpAlert);
    }

    void whatKeepalivedDrops()
    {
        QVERIFY(settings(service("")).ipvs.services.empty()); // no real server
        QVERIFY(settings("virtual_server group g {\nreal_server 10.0.0.7 80 {\n}\n}\n").ipvs.services.empty());
        const auto twice = settings(service("real_server 10.0.0.7 80 {\n}\nreal_server 10.0.0.7 80 {\n}"));
        QCOMPARE(twice.ipvs.services.front().destinations.size(), std::size_t(1));
        const auto checks = settings(service("real_server 10.0.0.7 80 {\nHTTP_GET {\n}\nMISC_CHECK {\n}\nFILE_CHECK {\n"
                                             "track_file none\n}\nBFD_CHECK {\nname none\n}\n}"));
        QVERIFY(checks.health.services.front().servers.front().probes.empty());
    }

    void groupsBecomeListeners()
    {
        const auto out = settings("virtual_server_group g {\n10.0.0.1-3 80\n10.1.0.0/30 81\nfwmark 5\n}\n"
                                  "virtual_server group g {\nprotocol UDP\nreal_server 10.0.0.7 80 {\n}\n}\n");
        const auto &listeners = out.ipvs.services.front().listeners;
        QCOMPARE(listeners.size(), std::size_t(3));
        QCOMPARE(listeners[0].count, 3U);
        QCOMPARE(listeners[1].count, 4U);
        QVERIFY(listeners[2].byMark && listeners[2].mark == 5 && listeners[0].protocol == ipvs::Protocol::Udp);
    }

    void quorumIsNeverAboveWhatThereIs()
    {
        const auto out = settings(service("quorum 9\nhysteresis 7\nreal_server 10.0.0.7 80 {\nweight 3\n}"));
        QCOMPARE(out.health.services.front().quorum, 3U);
        QCOMPARE(out.health.services.front().hysteresis, 2U);
    }

    void everyPortNeedsPersistence()
    {
        const auto out = settings("virtual_server 10.0.0.3 {\nprotocol TCP\nreal_server 10.0.0.7 {\n}\n}\n");
        QCOMPARE(out.ipvs.services.front().persistenceSeconds, 360U);
    }

    void probesOfEveryKind()
    {
        const auto out = settings(
            "track_file f {\nfile /run/f\nweight 3\n}\nbfd_instance b {\nneighbor_ip 10.0.0.6\n}\n" +
            service("delay_loop 9\nvirtualhost vs\nreal_server 10.0.0.7 80 {\nHTTP_GET {\nhttp_protocol 1.1C\nurl {\n"
                    "path /a\n}\nurl {\npath /b\nstatus_code 404\nvirtualhost u\n}\n}\n"
                    "MISC_CHECK {\nmisc_path /bin/x\n}\nUDP_CHECK {\npayload 0AFF\nrequire_reply 0X\n}\n"
                    "FILE_CHECK {\ntrack_file f\n}\nBFD_CHECK {\nname b\n}\nDNS_CHECK {\n}\nSMTP_CHECK "
                    "{\n}\nPING_CHECK {\n}\n}"));
        const auto &probes = out.health.services.front().servers.front().probes;
        QCOMPARE(probes.size(), std::size_t(8));
        const auto &http = std::get<health::HttpProbe>(probes[0].kind);
        QVERIFY(http.minorVersion == 1 && http.closeHeader);
        QCOMPARE(http.urls[0].virtualHost, std::string("vs"));
        QCOMPARE(http.urls[0].statusCodes.front().first, std::uint16_t(200));
        QCOMPARE(http.urls[1].statusCodes.front().first, std::uint16_t(404));
        QCOMPARE(http.urls[1].virtualHost, std::string("u"));
        QCOMPARE(std::get<health::MiscProbe>(probes[1].kind).timeout, Duration(9s));
        const auto &udp = std::get<health::UdpProbe>(probes[2].kind);
        QCOMPARE(udp.payload, std::string("\x0a\xff"));
        QCOMPARE(udp.replyMask, std::string("\xf0"));
        QCOMPARE(std::get<health::FileProbe>(probes[3].kind).weight, 3);
        QCOMPARE(probes[5].timing.retries, 3U);
    }

    void theSyncDaemonTakesTheInstancesId()
    {
        const auto out = settings("global_defs {\nlvs_sync_daemon eth0 VI_1\nlvs_timeouts tcp 9\n}\n"
                                  "vrrp_instance VI_1 {\ninterface eth0\nvirtual_router_id 51\n}\n");
        QCOMPARE(out.ipvs.syncDaemon->id, std::uint8_t(51));
        QCOMPARE(*out.ipvs.tcpTimeout, Duration(9s));
        QVERIFY(!out.ipvs.udpTimeout);
    }
};

QTEST_APPLESS_MAIN(TestLowerBalancer)
#include "tst_lower_balancer.moc"
