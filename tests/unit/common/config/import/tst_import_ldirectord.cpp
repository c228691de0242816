#include "common/config/import/import_ldirectord.h"

#include <QtTest>

#include "common/config/load.h"

using namespace twinhelm;
using namespace twinhelm::config;
using namespace std::chrono_literals;

namespace
{

model::NodeConfig modelOf(const ImportResult &result)
{
    return loadText(result.config, "lb01").model;
}

int count(const ImportResult &result, std::string_view code)
{
    return static_cast<int>(std::count_if(result.diagnostics.begin(), result.diagnostics.end(),
                                          [&](const auto &one) { return one.code == code; }));
}

/// As many a cluster of the time had it.
constexpr std::string_view classic = "# Global Directives\n"
                                     "checktimeout=3\n"
                                     "checkinterval=1\n"
                                     "autoreload=yes\n"
                                     "logfile=\"/var/log/ldirectord.log\"\n"
                                     "emailalert=\"admin@x.y.z\"\n"
                                     "quiescent=no\n"
                                     "\n"
                                     "virtual=192.168.6.240:80\n"
                                     "\tfallback=127.0.0.1:80 masq\n"
                                     "\treal=192.168.6.2:80 gate 3\n"
                                     "\treal=192.168.6.3->192.168.6.5:80 gate \".testpage\", \"OK\"\n"
                                     "\tservice=http\n"
                                     "\tscheduler=rr\n"
                                     "\tpersistent=600\n"
                                     "\tnetmask=255.255.255.0\n"
                                     "\tprotocol=tcp\n"
                                     "\tchecktype=negotiate\n"
                                     "\trequest=\"index.html\"\n"
                                     "\treceive=\"Test Page\"\n"
                                     "\tvirtualhost=some.domain.com\n"
                                     "\tfailurecount=3\n";

} // namespace

class TestImportLdirectord : public QObject
{
    Q_OBJECT

private slots:
    void aClassicFile()
    {
        const auto result = importLdirectord(classic);
        QCOMPARE(count(result, importcodes::notUnderstood), 0);
        const auto model = modelOf(result);
        QCOMPARE(model.virtualServers.size(), std::size_t(1));
        const auto &server = model.virtualServers.front();
        QCOMPARE(*server.scheduler, std::string("rr"));
        QCOMPARE(*server.persistenceTimeout, 600U);
        QCOMPARE(*server.persistenceGranularity, 24U);
        QVERIFY(!*server.inhibitOnFailure);
        QCOMPARE(*server.timing.delayLoop, Duration(1s));
        QVERIFY(*server.sorryServer->address == IpAddress::v4({127, 0, 0, 1}));
        QVERIFY(server.sorryServer->forwarding->method == model::Forwarding::Method::Nat);
        QVERIFY(server.forwarding->method == model::Forwarding::Method::Direct);
        QCOMPARE(server.realServers.size(), std::size_t(4));
        QCOMPARE(*server.realServers[0].weight, 3);
        QVERIFY(*server.realServers[3].address == IpAddress::v4({192, 168, 6, 5}));
        const auto &check = server.realServers[0].checks.front();
        const auto *http = check.as<model::HttpCheck>();
        QVERIFY(http);
        QCOMPARE(*http->virtualHost, std::string("some.domain.com"));
        QCOMPARE(*http->urls.front().path, std::string("/index.html"));
        QCOMPARE(*http->urls.front().regex->pattern, std::string("Test Page"));
        QCOMPARE(*check.options->timing.retry, 2U);
        // A real server may have its own request and answer.
        const auto *own = server.realServers[1].checks.front().as<model::HttpCheck>();
        QCOMPARE(*own->urls.front().path, std::string("/.testpage"));
        QCOMPARE(*own->urls.front().regex->pattern, std::string("OK"));
        QCOMPARE(*model.global.mail.recipients.front(), std::string("admin@x.y.z"));
    }

    void checkTypes_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<int>("kind"); ///< of the check; -1: none
        QTest::addColumn<QByteArray>("code");
        using K = model::Check::Kind;
        const auto row = [](const char *name, const char *lines, int kind, std::string_view code = {}) {
            QTest::newRow(name) << QByteArray(lines) << kind << QByteArray(code.data(), static_cast<int>(code.size()));
        };
        row("connect", "checktype=connect", static_cast<int>(K::Tcp));
        row("ping", "checktype=ping", static_cast<int>(K::Ping));
        row("external", "checktype=external\n\tcheckcommand=/bin/check", static_cast<int>(K::Misc));
        row("off", "checktype=off", -1, importcodes::unchecked);
        row("on", "checktype=on", -1, importcodes::unchecked);
        row("https", "service=https", static_cast<int>(K::Ssl));
        row("smtp", "service=smtp", static_cast<int>(K::Smtp));
        row("dns", "service=dns\n\trequest=example.com\n\treceive=1.2.3.4", static_cast<int>(K::Dns),
            importcodes::notCarriedOver);
        row("ldap is only connected to", "service=ldap", static_cast<int>(K::Tcp), importcodes::notCarriedOver);
        row("a number of checks", "service=http\n\tchecktype=10", static_cast<int>(K::Http), importcodes::differs);
    }
    void checkTypes()
    {
        QFETCH(QByteArray, lines);
        QFETCH(int, kind);
        QFETCH(QByteArray, code);
        const auto result =
            importLdirectord("virtual=10.0.0.3:8000\n\treal=10.0.0.7:8000 masq\n\t" + lines.toStdString() + "\n");
        const auto model = modelOf(result);
        const auto &checks = model.virtualServers.front().realServers.front().checks;
        QCOMPARE(checks.empty() ? -1 : static_cast<int>(checks.front().kind), kind);
        if (code.isEmpty())
            QVERIFY2(result.diagnostics.empty(),
                     result.diagnostics.empty() ? "" : result.diagnostics[0].message.c_str());
        else
            QVERIFY(count(result, std::string_view(code.constData(), static_cast<std::size_t>(code.size()))) == 1);
    }

    void anExternalCheckGetsTheAddresses()
    {
        const auto model = modelOf(importLdirectord("virtual=10.0.0.3:80\n\treal=10.0.0.7->10.0.0.8:81 gate\n"
                                                    "\tchecktype=external\n\tcheckcommand=\"/bin/check -v\"\n"));
        const auto &real = model.virtualServers.front().realServers.at(1);
        const std::vector<std::string> expected{"/bin/check", "-v", "10.0.0.3", "80", "10.0.0.8", "81"};
        QVERIFY(real.checks.front().as<model::MiscCheck>()->command->argv == expected);
    }

    void quiescentIsTheDefault()
    {
        const auto model =
            modelOf(importLdirectord("virtual=3\n\treal=10.0.0.7 gate\n\tchecktype=connect\n\tcheckport=80\n"));
        const auto &server = model.virtualServers.front();
        QVERIFY(*server.inhibitOnFailure);
        QCOMPARE(*server.fwmark, 3U);
        QCOMPARE(*server.realServers.front().checks.front().connection->port, std::uint16_t(80));
        QCOMPARE(*server.timing.delayLoop, Duration(10s));
    }

    void fallbackCommandRunsAtTheQuorum()
    {
        const auto model =
            modelOf(importLdirectord("virtual=10.0.0.3:80\n\treal=10.0.0.7:80 gate\n\tfallbackcommand=/bin/f\n"));
        const std::vector<std::string> down{"/bin/f", "start"};
        QVERIFY(model.virtualServers.front().quorumDown->argv == down);
        QCOMPARE(model.virtualServers.front().quorumUp->argv.back(), std::string("stop"));
    }

    void whatCannotBeCarriedOverIsSaid()
    {
        const auto result =
            importLdirectord("callback=/bin/sync\nvirtual=www.example.com:80\n\treal=web1:80 gate\n"
                             "virtual=10.0.0.3:80\n\treal=web1:80 gate\n\tmonitorfile=/tmp/x\nnonsense\n");
        QCOMPARE(count(result, importcodes::notUnderstood), 3);
        QCOMPARE(count(result, importcodes::notCarriedOver), 2);
    }
};

QTEST_APPLESS_MAIN(TestImportLdirectord)
#include "tst_import_ldirectord.moc"
