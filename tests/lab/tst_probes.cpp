#include <QtTest>

#include "tests/lab/engine.h"
#include "tests/lab/lab_test.h"
#include "tests/lab/services.h"

using namespace twinhelm::lab;

namespace
{

constexpr auto webServers = "server {\n    listen 80;\n    listen [::]:80;\n    root /code;\n}\n"
                            "server {\n    listen 443 ssl default_server;\n    server_name a.example.org;\n"
                            "    ssl_certificate /run/tls.pem;\n    ssl_certificate_key /run/tls.key;\n"
                            "    location / { return 200 'this is a'; }\n}\n"
                            "server {\n    listen 443 ssl;\n    server_name b.example.org;\n"
                            "    ssl_certificate /run/tls.pem;\n    ssl_certificate_key /run/tls.key;\n"
                            "    location / { return 200 'this is b'; }\n}\n";

/// Real servers of every kind on lb02 (10.0.0.6, fd00::6), asked from lb01.
struct Servers {
    Lab lab;
    Node &asker = lab.lb1();
    Node &server = lab.lb2();
    Process nginx, smtpd, dnsmasq;

    Servers()
    {
        asker.must({"ip", "addr", "add", "fd00::5/64", "dev", "eth0", "nodad"});
        server.must({"ip", "addr", "add", "fd00::6/64", "dev", "eth0", "nodad"});
    }

    /// twinhelmctl probe with these words, from lb01.
    Outcome probe(const QString &words)
    {
        std::vector<std::string> argv{ownProgram("twinhelmctl"), "probe"};
        for (const auto &word : words.split(' '))
            argv.push_back(word.toStdString());
        return asker.run(argv);
    }

    void startNginx()
    {
        server.must({"openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "/run/tls.key", "-out",
                     "/run/tls.pem", "-days", "30", "-subj", "/CN=a.example.org", "-addext",
                     "subjectAltName=DNS:a.example.org,DNS:b.example.org"});
        server.writeFile("/etc/nginx/conf.d/probes.conf", webServers);
        server.writeFile("/code/status", "all is well\n");
        nginx = server.start({"nginx", "-g", "daemon off;"}, "nginx");
        QVERIFY(eventually([&] { return acceptsTcp(server, "127.0.0.1", 443); }, Millis(5000)));
    }

    void startMailServer()
    {
        server.must({"mount", "-t", "tmpfs", "-o", "mode=0711", "none", "/var/spool/smtpd"}); // not the machine's
        server.writeFile("/run/smtpd.conf",
                         "listen on 10.0.0.6 port 25\naction \"keep\" mda \"/bin/true\" user nobody\n"
                         "match from any for any action \"keep\"\n");
        smtpd = server.start({"/usr/sbin/smtpd", "-d", "-f", "/run/smtpd.conf"}, "smtpd");
        QVERIFY(eventually([&] { return acceptsTcp(server, "10.0.0.6", 25); }, Millis(5000)));
    }

    void startNameServer()
    {
        dnsmasq = server.start({"/usr/sbin/dnsmasq", "--keep-in-foreground", "--no-resolv", "--no-hosts", "--user=root",
                                "--conf-file=/dev/null", "--pid-file=", "--address=/example.org/10.1.1.1"},
                               "dnsmasq");
        QVERIFY(eventually([&] { return acceptsTcp(server, "10.0.0.6", 53); }, Millis(5000)));
    }
};

} // namespace

/// The probes against real servers, through `twinhelmctl probe`.
class TestProbes : public QObject
{
    Q_OBJECT

    std::unique_ptr<Servers> servers_;

private slots:
    void initTestCase()
    {
        REQUIRE_LAB();
        servers_ = std::make_unique<Servers>();
        servers_->startNginx();
        servers_->startMailServer();
        servers_->startNameServer();
    }
    void cleanupTestCase() { servers_.reset(); }

    void asks_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *words, int exitCode, const char *says) {
            QTest::newRow(words) << words << exitCode << says;
        };
        row("ping 10.0.0.6", 0, "was answered");
        row("ping fd00::6", 0, "was answered");
        row("ping 10.0.0.99 --timeout 300ms", 1, "did not give an echo within 300 ms");
        row("tcp 10.0.0.6 80", 0, "was accepted");
        row("tcp fd00::6 80", 0, "TCP connection to [fd00::6]:80 was accepted");
        row("tcp 10.0.0.6 81", 1, "refused the connection");
        row("tcp 192.0.2.1 80", 1, "Network is unreachable");
        row("http 10.0.0.6 --path /status --regex well$", 0, "answered 200");
        row("http 10.0.0.6 --path /status --digest 8a4fd7ca6bc3f4c5a3a1fc2b2a9bb9c8", 1, "a page whose MD5 is");
        row("http 10.0.0.6 --path /status --http-version 1.1", 0, "answered 200");
        row("http fd00::6 --path /status", 0, "GET /status on [fd00::6]:80 answered 200");
        row("http 10.0.0.6 --path /absent", 1, "answered 404, wanted 200-299");
        row("http 10.0.0.6 443", 1, "answered 400"); // nginx says so to plain HTTP on its TLS port
        row("https 10.0.0.6 80", 1, "failed in TLS");
        row("https 10.0.0.6 --host a.example.org --regex a$", 0, "the certificate expires in ");
        row("https 10.0.0.6 --host b.example.org --regex b$", 0, "answered 200");
        row("https 10.0.0.6 --sni b.example.org --host b.example.org --verify", 1, "not vouched for");
        row("smtp 10.0.0.6", 0, "received 250");
        row("smtp 10.0.0.6 80 --timeout 500ms", 1, "SMTP server 10.0.0.6:80 did not give an SMTP reply");
        row("dns 10.0.0.6 --name example.org --type A", 0, "answered with 1 records");
        row("dns 10.0.0.6 --name example.net --type A", 1, "answered REFUSED");
        row("dns 10.0.0.6 54 --name example.org", 1, "nobody listening");
        row("udp 10.0.0.6 55", 1, "nobody listening");
        row("udp 10.0.0.6 53 --payload xy --timeout 300ms", 0, "no ICMP error came");
        row("udp 10.0.0.6 53 --payload xy --require-reply --timeout 300ms", 1, "did not give a reply");
        row("tcp 10.0.0.6 80 --bindto 10.0.0.5 --bind-if eth0", 0, "was accepted");
        row("tcp 10.0.0.6 80 --bindto 10.0.0.77", 1, "that address is not on this node");
        row("ping 10.0.0.6 --bindto 10.0.0.5", 0, "was answered");
        row("tcp 10.0.0.6 80 --bind-if lo --timeout 300ms", 1, "FAILED");
    }
    void asks()
    {
        QFETCH(QString, words);
        QFETCH(int, exitCode);
        QFETCH(QString, says);
        const auto outcome = servers_->probe(words);
        const auto text = QString::fromStdString(outcome.output);
        QVERIFY2(text.contains(says), qPrintable(text));
        QCOMPARE(outcome.exitCode, exitCode);
    }

    /// SO_MARK: the mark decides the route.
    void marks()
    {
        servers_->asker.must({"ip", "rule", "add", "fwmark", "7", "unreachable"});
        const auto marked = servers_->probe(QStringLiteral("tcp 10.0.0.6 80 --fwmark 7"));
        const auto other = servers_->probe(QStringLiteral("tcp 10.0.0.6 80 --fwmark 8"));
        servers_->asker.must({"ip", "rule", "del", "fwmark", "7", "unreachable"});
        QVERIFY2(marked.exitCode == 1 && marked.output.find("Network is unreachable") != std::string::npos,
                 marked.output.c_str());
        QVERIFY2(other.exitCode == 0, other.output.c_str());
    }

    /// Where ping_group_range holds nobody, a raw socket does.
    void pingsWithoutPingSockets()
    {
        servers_->asker.must({"sysctl", "-qw", "net.ipv4.ping_group_range=1 0"});
        for (const auto *words : {"ping 10.0.0.6", "ping fd00::6", "ping 10.0.0.6 --bindto 10.0.0.5"}) {
            const auto outcome = servers_->probe(QString::fromLatin1(words));
            QVERIFY2(outcome.exitCode == 0, outcome.output.c_str());
        }
        const auto nobody = servers_->probe(QStringLiteral("ping 10.0.0.99 --timeout 300ms"));
        QVERIFY2(nobody.exitCode == 1, nobody.output.c_str());
        servers_->asker.must({"sysctl", "-qw", "net.ipv4.ping_group_range=0 2147483647"});
    }

    /// The checks of a configuration, as twinhelmctl runs them on a balancer.
    void configured()
    {
        servers_->asker.writeFile("/run/lb.conf",
                                  "virtual_server 10.0.0.3 80 {\n  lb_algo rr\n  lb_kind NAT\n  protocol TCP\n"
                                  "  virtualhost a.example.org\n"
                                  "  real_server 10.0.0.6 443 {\n    SSL_GET {\n      enable_sni\n"
                                  "      url {\n        path /\n        regex \"is a$\"\n      }\n    }\n"
                                  "    PING_CHECK {\n    }\n"
                                  "    MISC_CHECK {\n      misc_path \"/usr/bin/test -e /run/lb.conf\"\n    }\n"
                                  "  }\n}\n");
        const auto outcome = servers_->asker.run({ownProgram("twinhelmctl"), "probe", "/run/lb.conf",
                                                  "virtual_server[10.0.0.3 80]/real_server[10.0.0.6 443]"});
        QVERIFY2(outcome.exitCode == 0, outcome.output.c_str());
        QCOMPARE(QString::fromStdString(outcome.output).count("passed  "), 3);
    }

    /// Last, since it ends the web server.
    void stoppedServer()
    {
        servers_->nginx.killTree();
        QVERIFY(eventually([&] { return !acceptsTcp(servers_->server, "127.0.0.1", 80); }, Millis(5000)));
        const auto outcome = servers_->probe(QStringLiteral("http 10.0.0.6"));
        QVERIFY2(outcome.exitCode == 1 && outcome.output.find("refused the connection") != std::string::npos,
                 outcome.output.c_str());
    }
};

QTEST_GUILESS_MAIN(TestProbes)
#include "tst_probes.moc"
