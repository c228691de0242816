#include <QtTest>

#include "common/config/load.h"
#include "common/config/model/effective.h"

using namespace twinhelm;
using namespace twinhelm::config;
using namespace std::chrono_literals;

namespace
{

model::VirtualServer serverOf(std::string_view header, std::string_view lines)
{
    const auto node = loadText("virtual_server " + std::string(header) + " {\n" + std::string(lines) + "\n}\n", "lb01");
    return node.model.virtualServers.front();
}

model::Check checkOf(std::string_view kind, std::string_view lines)
{
    const auto server = serverOf("10.0.0.3 80", "real_server 10.0.0.7 80 {\n" + std::string(kind) + " {\n" +
                                                    std::string(lines) + "\n}\n}");
    return server.realServers.front().checks.front();
}

} // namespace

class TestReadVirtualServer : public QObject
{
    Q_OBJECT

private slots:
    void headers()
    {
        QCOMPARE(*serverOf("10.0.0.3 80", "").port, std::uint16_t(80));
        QVERIFY(serverOf("2001:db8::1 443", "").address->isV6());
        const auto mark = serverOf("fwmark 0x11", "");
        QVERIFY(mark.kind == model::VirtualServer::Kind::Fwmark);
        QCOMPARE(*mark.fwmark, 17U);
        QCOMPARE(*serverOf("group web", "").group, std::string("web"));
    }

    void balancing()
    {
        const auto server =
            serverOf("10.0.0.3 80", "lvs_sched sh\nsh-port\nlvs_method TUN type gue port 5555 csum\n"
                                    "persistence_timeout\npersistence_granularity 255.255.255.0\n"
                                    "protocol SCTP\nops\nquorum 3\nhysteresis 1\nsorry_server 10.0.0.9 81\n"
                                    "sorry_server_inhibit\nquorum_up \"/bin/up now\" root");
        QCOMPARE(*server.scheduler, std::string("sh"));
        QVERIFY(*server.schedulerFlag2 && !*server.schedulerFlag1 && *server.onePacket);
        QVERIFY(server.forwarding->method == model::Forwarding::Method::Tunnel);
        QVERIFY(server.forwarding->tunnel == model::Forwarding::Tunnel::Gue);
        QCOMPARE(server.forwarding->port, std::uint16_t(5555));
        QCOMPARE(*server.persistenceTimeout, 360U);
        QCOMPARE(*server.persistenceGranularity, 24U);
        QVERIFY(*server.protocol == model::Protocol::Sctp);
        QVERIFY(*server.sorryServer->inhibit);
        QCOMPARE(*server.sorryServer->port, std::uint16_t(81));
        QCOMPARE(server.quorumUp->argv.size(), std::size_t(2));
    }

    /// keepalived looks at the scheduler that was chosen above (svr_flag_handler).
    void flagsOfAnotherSchedulerDoNotCount()
    {
        const auto early = serverOf("10.0.0.3 80", "sh-port\nlb_algo sh\nsh-fallback\nmh-port\nflag-3");
        QVERIFY(*early.schedulerFlag1 && !*early.schedulerFlag2 && *early.schedulerFlag3);
        QCOMPARE(early.misplacedFlags.size(), std::size_t(2));
        QCOMPARE(*early.misplacedFlags.front(), std::string("sh-port"));
        QCOMPARE(*early.misplacedFlags.back(), std::string("mh-port"));
    }

    void checksThatNameSomethingAreListed()
    {
        const auto server = serverOf("10.0.0.3 80", "real_server 10.0.0.7 80 {\nFILE_CHECK {\ntrack_file drain\n}\n}\n"
                                                    "real_server 10.0.0.8 80 {\nBFD_CHECK {\nname lb02\n}\n"
                                                    "TCP_CHECK {\n}\n}");
        QCOMPARE(server.namedChecks.size(), std::size_t(2));
        QVERIFY(!server.namedChecks.front().bfd && *server.namedChecks.front().name == "drain");
        QVERIFY(server.namedChecks.back().bfd && *server.namedChecks.back().name == "lb02");
    }

    void httpCheck()
    {
        const auto check = checkOf("SSL_GET", "http_protocol 1.1C\nenable_sni\nnb_get_retry 4\nurl {\npath /a b\n"
                                              "status_code 200 301-302\ndigest 00112233445566778899aabbccddeeff\n"
                                              "regex \"a\\\\.b\"\nregex_no_match\nregex_options caseless dotall\n}\n");
        QVERIFY(check.kind == model::Check::Kind::Ssl);
        const auto *http = check.as<model::HttpCheck>();
        QVERIFY(http);
        QVERIFY(*http->protocol == model::HttpCheck::Protocol::Http11Close && *http->enableSni);
        QCOMPARE(*check.options->timing.retry, 4U);
        const auto &url = http->urls.front();
        QCOMPARE(*url.path, std::string("/a"));
        QCOMPARE(url.statusCodes.size(), std::size_t(2));
        QCOMPARE(url.statusCodes[1]->last, std::uint16_t(302));
        QCOMPARE(*url.regex->pattern, std::string("a\\.b"));
        QCOMPARE(url.regex->options.size(), std::size_t(2));
    }

    void otherChecks()
    {
        const auto misc =
            checkOf("MISC_CHECK", "misc_path \"/bin/check a\"\nmisc_timeout 6\nmisc_dynamic\nuser nobody");
        QCOMPARE(misc.as<model::MiscCheck>()->command->argv.size(), std::size_t(2));
        QVERIFY(*misc.as<model::MiscCheck>()->dynamic);
        QVERIFY(!misc.as<model::HttpCheck>());
        const auto udp = checkOf("UDP_CHECK", "payload 0011 22\nrequire_reply 00XX\nmax_reply_length 9");
        QCOMPARE(*udp.as<model::UdpCheck>()->payload, std::string("001122"));
        QCOMPARE(*udp.as<model::UdpCheck>()->reply, std::string("00XX"));
        const auto smtp = checkOf("SMTP_CHECK", "helo_name me\nhost {\nconnect_ip 10.0.0.8\nconnect_port 26\n}");
        QCOMPARE(*smtp.as<model::SmtpCheck>()->hosts.front().connection.port, std::uint16_t(26));
        QCOMPARE(*checkOf("DNS_CHECK", "name example.com\ntype A").as<model::DnsCheck>()->type, std::string("A"));
        QVERIFY(*checkOf("FILE_CHECK", "track_file f\nweight 2 reverse").as<model::FileCheck>()->reverse);
        QCOMPARE(*checkOf("BFD_CHECK", "name b").as<model::BfdCheck>()->name, std::string("b"));
        const auto ping = checkOf("PING_CHECK", "bindto 10.0.0.5\nbind_if eth1\nfwmark 9");
        QCOMPARE(*ping.connection->bindInterface, std::string("eth1"));
        QCOMPARE(*ping.connection->fwmark, 9U);
    }

    void theNearestValueCounts()
    {
        const auto server = serverOf("10.0.0.3 80", "delay_loop 7\nretry 2\nweight 5\nvirtualhost vs\n"
                                                    "real_server 10.0.0.7 {\nretry 4\nHTTP_GET {\nconnect_port 8080\n"
                                                    "warmup 1\nurl {\npath /\n}\n}\nDNS_CHECK {\nretry 6\n}\n}");
        const auto &real = server.realServers.front();
        const auto http = model::effective(server, real, real.checks[0]);
        QCOMPARE(*http.delayLoop, Duration(7s));
        QCOMPARE(*http.retry, 4U);
        QCOMPARE(*http.delayBeforeRetry, Duration(3s));
        QCOMPARE(*http.warmup, Duration(1s));
        QCOMPARE(*http.connectTimeout, Duration(5s));
        QCOMPARE(*http.port, std::uint16_t(8080));
        QCOMPARE(*http.virtualHost, std::string("vs"));
        const auto dns = model::effective(server, real, real.checks[1]);
        QCOMPARE(*dns.retry, 6U);
        QCOMPARE(*dns.delayBeforeRetry, Duration(7s));
        QCOMPARE(*dns.warmup, Duration(7s));
        QCOMPARE(*dns.port, std::uint16_t(80));
        QCOMPARE(*model::effective(server, real).weight, 5);
    }

    void groups()
    {
        const auto node = loadText("virtual_server_group web {\n10.0.0.3 80\n10.0.1.1-9 443\n10.0.2.0/24 80\n"
                                   "2001:db8::1-ff 80\nfwmark 7 inet6\n}\n",
                                   "lb01");
        const auto &entries = node.model.virtualServerGroups.front().entries;
        QCOMPARE(entries.size(), std::size_t(5));
        QVERIFY(*entries[1].last == IpAddress::v4({10, 0, 1, 9}));
        QCOMPARE(*entries[2].length, 24U);
        QCOMPARE(entries[3].last->toString(), std::string("2001:db8::ff"));
        QCOMPARE(*entries[4].fwmark, 7U);
        QVERIFY(*entries[4].family == Family::IPv6);
    }

    /// Files with 100,000 real servers exist.
    void aRealServerIsSmall()
    {
        QVERIFY(sizeof(model::RealServer) <= 112);
        QVERIFY(sizeof(model::Check) <= 72);
    }
};

QTEST_APPLESS_MAIN(TestReadVirtualServer)
#include "tst_read_virtual_server.moc"
