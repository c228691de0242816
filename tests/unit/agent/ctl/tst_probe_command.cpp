#include <QtTest>

#include <boost/json.hpp>

#include "tests/fakes/fault_server.h"
#include "tests/unit/agent/ctl/ctl_run.h"

using namespace twinhelm::test;

namespace
{

const std::string hello = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

/// A service with a good and a bad server, the second without a check.
std::string configuration(std::uint16_t good, std::uint16_t bad)
{
    const auto server = [](std::uint16_t port, const std::string &check) {
        return "  real_server 127.0.0.1 " + std::to_string(port) + " {\n" + check + "  }\n";
    };
    const std::string check =
        "    HTTP_GET {\n      connect_timeout 0.5\n      url {\n        path /status\n      }\n    }\n";
    return "virtual_server 10.0.0.3 80 {\n  lb_algo rr\n  lb_kind NAT\n  protocol TCP\n" + server(good, check) +
           server(bad, check) + server(9, "") + "}\n";
}

bool has(const std::string &text, const std::string &words)
{
    return text.find(words) != std::string::npos;
}

} // namespace

class TestProbeCommand : public QObject
{
    Q_OBJECT

private slots:
    void adHoc()
    {
        const FaultServer server(plays::answer(hello));
        const auto port = std::to_string(server.port());
        const auto ran = runCtl({"probe", "http", "127.0.0.1", port, "--path", "/status"});
        QCOMPARE(ran.code, 0);
        QVERIFY2(has(ran.out, "passed  http 127.0.0.1:" + port), ran.out.c_str());
        QVERIFY2(has(ran.out, " ms  connected to 127.0.0.1:" + port), ran.out.c_str());
        QVERIFY2(has(ran.out, " ms  sent GET /status HTTP/1.0"), ran.out.c_str());
        QVERIFY2(has(ran.out, "answered 200 (after "), ran.out.c_str());
    }

    void fails()
    {
        const FaultServer server(plays::answer(hello));
        const auto port = std::to_string(server.port());
        const auto ran = runCtl({"probe", "http", "127.0.0.1", port, "--code", "404,500-599"});
        QCOMPARE(ran.code, 1);
        QVERIFY2(has(ran.out, "FAILED  http"), ran.out.c_str());
        QVERIFY2(has(ran.out, "answered 200, wanted 404 or 500-599"), ran.out.c_str());
        QCOMPARE(runCtl({"probe", "http", "127.0.0.1", port, "--regex", "^hello$"}).code, 0);
        QCOMPARE(runCtl({"probe", "http", "127.0.0.1", port, "--digest", "5d41402abc4b2a76b9719d911017c592"}).code, 0);
        QCOMPARE(runCtl({"probe", "tcp", "127.0.0.1", std::to_string(FaultServer::closedPort())}).code, 1);
    }

    void json()
    {
        const FaultServer server(plays::answer(hello));
        const auto ran = runCtl({"probe", "http", "127.0.0.1", std::to_string(server.port()), "--json"});
        const auto parsed = boost::json::parse(ran.out);
        const auto &one = parsed.as_array().at(0).as_object();
        QCOMPARE(one.at("passed").as_bool(), true);
        QCOMPARE(std::string(one.at("reason").as_string()), std::string("answered"));
        QVERIFY(one.at("steps").as_array().size() >= 3);
        QVERIFY(one.at("took_ms").as_double() > 0);
    }

    void configured()
    {
        const FaultServer good(plays::answer(hello));
        const FaultServer bad(plays::answer("HTTP/1.0 503 Busy\r\n\r\n"));
        const Folder folder;
        const auto file = folder.write("lb1.conf", configuration(good.port(), bad.port()));
        const auto goodName = "real_server[127.0.0.1 " + std::to_string(good.port()) + "]";
        const auto one = runCtl({"probe", file, "virtual_server[10.0.0.3 80]/" + goodName});
        QCOMPARE(one.code, 0);
        QVERIFY2(has(one.out, "passed  HTTP_GET of " + goodName), one.out.c_str());
        QVERIFY(!has(one.out, "FAILED"));
        const auto all = runCtl({"probe", file, "virtual_server[10.0.0.3 80]"});
        QCOMPARE(all.code, 1);
        QVERIFY2(has(all.out, "passed") && has(all.out, "FAILED") && has(all.out, "503"), all.out.c_str());
        QCOMPARE(runCtl({"probe", file, "virtual_server[#1]/real_server[#2]"}).code, 1);
    }

    void nonsense_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("says");
        QTest::newRow("kind") << QStringList{"gopher", "10.0.0.7", "70"} << "There is no probe gopher";
        QTest::newRow("address") << QStringList{"http", "web.example.com"} << "needs an address";
        QTest::newRow("no port") << QStringList{"tcp", "10.0.0.7"} << "needs a port";
        QTest::newRow("port") << QStringList{"tcp", "10.0.0.7", "70000"} << "no port";
        QTest::newRow("codes") << QStringList{"http", "10.0.0.7", "--code", "200-"} << "no range of status codes";
        QTest::newRow("regex") << QStringList{"http", "10.0.0.7", "--regex", "a(b"} << "wrong at byte 3";
        QTest::newRow("type") << QStringList{"dns", "10.0.0.7", "--type", "SRV"} << "no record type";
        QTest::newRow("timeout") << QStringList{"tcp", "10.0.0.7", "80", "--timeout", "soon"} << "no duration";
    }
    void nonsense()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, says);
        std::vector<std::string> arguments{"probe"};
        for (const auto &word : words)
            arguments.push_back(word.toStdString());
        const auto ran = runCtl(arguments);
        QCOMPARE(ran.code, 2);
        QVERIFY2(has(ran.err, says.toStdString()), ran.err.c_str());
    }

    void noSuchServer()
    {
        const Folder folder;
        const auto file = folder.write("lb1.conf", configuration(1, 2));
        const auto absent = runCtl({"probe", file, "virtual_server[10.0.0.4 80]"});
        QCOMPARE(absent.code, 2);
        QVERIFY2(has(absent.err, "There is no server at"), absent.err.c_str());
        const auto unchecked = runCtl({"probe", file, "virtual_server[10.0.0.3 80]/real_server[127.0.0.1 9]"});
        QCOMPARE(unchecked.code, 2);
        QVERIFY2(has(unchecked.err, "have no checks"), unchecked.err.c_str());
        QCOMPARE(runCtl({"probe", file, "vrrp_instance[VI_1]"}).code, 2);
        QCOMPARE(runCtl({"probe", "/nonexistent", "virtual_server[#1]"}).code, 6);
    }
};

QTEST_APPLESS_MAIN(TestProbeCommand)
#include "tst_probe_command.moc"
