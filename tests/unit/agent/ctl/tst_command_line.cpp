#include "agent/ctl/command_line.h"

#include <sstream>

#include <QtTest>

#include "common/wire/json.h"
#include "tests/unit/agent/api/running_api.h"

using namespace twinhelm;
using test::RunningApi;

namespace
{

struct Ran {
    int code = 0;
    std::string out;
    std::string err;
};

/// The program with these arguments, its standard streams being strings.
Ran run(std::vector<std::string> arguments, const std::string &input = {})
{
    arguments.insert(arguments.begin(), "twinhelmctl");
    std::vector<const char *> argv;
    for (const auto &one : arguments)
        argv.push_back(one.c_str());
    std::istringstream in(input);
    std::ostringstream out;
    std::ostringstream err;
    Ran ran;
    ran.code = ctl::runCtl(int(argv.size()), argv.data(), {in, out, err});
    ran.out = out.str();
    ran.err = err.str();
    return ran;
}

bool contains(const std::string &text, const std::string &part)
{
    return text.find(part) != std::string::npos;
}

wire::NodeState someState()
{
    wire::NodeState out;
    out.node = "lb01";
    out.engineVersion = "9.9";
    out.now = 1'000'000;
    out.processes = {{"api", 1, "running", 0, 0}};
    out.instances.resize(1);
    auto &one = out.instances[0];
    one.name = "VI_1";
    one.interface = "eth0";
    one.virtualRouterId = 51;
    one.state = "BACKUP";
    one.since = out.now - 180'000;
    one.basePriority = 100;
    one.effectivePriority = 90;
    one.masterAddress = "10.0.0.2";
    one.masterPriority = 150;
    one.lastAdvertAgeMs = 400;
    one.addresses = {{"10.0.0.3/32", "eth0", false, false}};
    return out;
}

constexpr auto lb01 = "vrrp_instance VI_1 {\n    interface eth0\n    virtual_router_id 51\n    priority 150\n"
                      "    virtual_ipaddress {\n        10.0.0.3\n    }\n}\n";

} // namespace

class TestCommandLine : public QObject
{
    Q_OBJECT

    QTemporaryDir dir_;
    std::unique_ptr<RunningApi> api_;

    void start()
    {
        api_ = std::make_unique<RunningApi>(RunningApi::Enrolled::No, api::Limits{});
        api_->guardian().sendState(someState());
        // Not by asking for the state, since a refusal before it has come would be an event.
        QTRY_VERIFY(contains(ask({"metrics"}).out, "twinhelm_build_info"));
        QCOMPARE(ask({"status"}).code, 0);
    }

    [[nodiscard]] Ran ask(std::vector<std::string> arguments) const
    {
        arguments.insert(arguments.begin(), {"--socket", (api_->folder() / "api.sock").string()});
        return run(std::move(arguments));
    }

    [[nodiscard]] std::string write(const QString &name, const QByteArray &text) const
    {
        QFile file(dir_.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            return {};
        return file.fileName().toStdString();
    }

    [[nodiscard]] QByteArray read(const QString &name) const
    {
        QFile file(dir_.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private slots:
    void cleanup() { api_.reset(); }

    void statusPutsTheStateFirstAndAgesInWords()
    {
        start();
        const auto ran = ask({"status"});
        QVERIFY2(contains(ran.out,
                          "\nBACKUP  VI_1  for 3 min  priority 90 of 100  eth0 VRID 51  has none of 10.0.0.3/32  "
                          "master 10.0.0.2 with priority 150, heard 400 ms ago\n"),
                 ran.out.c_str());
        QVERIFY(contains(ran.out, "process api: waits for enrolment\n"));
        const auto state = wire::parseNodeState(ask({"status", "--json"}).out);
        QVERIFY(state);
        QCOMPARE(state->instances[0].name, std::string("VI_1"));
    }

    void eventsAreListed()
    {
        start();
        for (int i = 1; i <= 5; ++i) {
            wire::Event event;
            event.kind = "vrrp.state";
            event.subject = "VI_1";
            event.text = "row " + std::to_string(i) + "\x1b[2J";
            api_->guardian().publish(event);
        }
        QTRY_VERIFY(contains(ask({"events"}).out, "row 5"));
        const auto ran = ask({"events", "--last", "2"});
        QCOMPARE(QString::fromStdString(ran.out).count('\n'), 2);
        QVERIFY(contains(ran.out, "vrrp.state"));
        QVERIFY(!contains(ran.out, "\x1b")); // nothing an event says reaches the terminal as a command
        const auto json = ask({"events", "--after", "3", "--json"}).out;
        QCOMPARE(wire::parseEvent(json.substr(0, json.find('\n')))->id, quint64(4));
        QCOMPARE(QString::fromStdString(json).count('\n'), 2);
    }

    void commandsReachTheEngine()
    {
        start();
        QCOMPARE(ask({"handover", "VI_1"}).code, 0);
        QCOMPARE(ask({"release", "VI_1"}).code, 0);
        QCOMPARE(api_->guardian().commands().size(), std::size_t{2});
        const auto unknown = ask({"handover", "VI 2/x"});
        QCOMPARE(unknown.code, 1);
        QVERIFY2(contains(unknown.err, "\"VI 2/x\"") && contains(unknown.err, "It has VI_1."), unknown.err.c_str());
    }

    void aRefusedReloadShowsTheFindings()
    {
        start();
        auto reply = agent::refusalReply({"A0210", "bad", "mend"});
        reply.as_object()["report"] = wire::toValue(
            wire::CheckReport{false, "lb01", "", {{"K0001", "error", "x.conf", 3, 1, "This is wrong.", ""}}});
        api_->guardian().answerWith(reply);
        const auto ran = ask({"reload"});
        QCOMPARE(ran.code, 5);
        QCOMPARE(ran.out, std::string("x.conf:3:1: error: This is wrong. [K0001]\n"
                                      "refused: the old configuration stays in force\n"));
        QVERIFY(!wire::parseCheckReport(ask({"reload", "--json"}).out)->ok);
        api_->guardian().answerWith(agent::okReply());
        QCOMPARE(ask({"reload"}).code, 0);
    }

    void metricsArePassedThrough()
    {
        start();
        QVERIFY(contains(ask({"metrics"}).out, "twinhelm_vrrp_priority{instance=\"VI_1\"} 90\n"));
    }

    void anAbsentAgentIsExplained()
    {
        const auto ran = run({"--socket", "/nowhere/api.sock", "status"});
        QCOMPARE(ran.code, 3);
        QVERIFY(contains(ran.err, "twinhelmd is not running here or uses another --runtime-dir: /nowhere/api.sock"));
        QCOMPARE(run({"--socket", std::string(200, 'x'), "status"}).code, 3);
    }

    void nonsenseIsAUsageError_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("nothing") << QStringList();
        QTest::newRow("unknown") << QStringList{"dance"};
        QTest::newRow("no name") << QStringList{"handover"};
        QTest::newRow("bad number") << QStringList{"events", "--after", "x"};
        QTest::newRow("contradiction") << QStringList{"events", "--after", "1", "--last", "2"};
        QTest::newRow("not NAME=FILE") << QStringList{"merge", "file"};
    }
    void nonsenseIsAUsageError()
    {
        QFETCH(QStringList, arguments);
        std::vector<std::string> list;
        for (const auto &one : arguments)
            list.push_back(one.toStdString());
        const auto ran = run(list);
        QCOMPARE(ran.code, 2);
        QVERIFY(!ran.err.empty());
    }

    void helpAndVersion()
    {
        const auto help = run({"--help"});
        QCOMPARE(help.code, 0);
        QVERIFY(contains(help.out, "Exit codes:"));
        QCOMPARE(run({"--version"}).out, std::string("twinhelmctl " TWINHELM_VERSION "\n"));
    }

    void mergeAndExportAreEachOthersInverse()
    {
        const auto first = write("lb01.conf", lb01);
        const auto second = write("lb02.conf", QByteArray(lb01).replace("150", "100"));
        const auto pair = dir_.filePath("pair.conf").toStdString();
        QCOMPARE(run({"merge", "lb01=" + first, "lb02=" + second, "-o", pair}).code, 0);
        QVERIFY(read("pair.conf").contains("@lb02"));
        const auto own = dir_.filePath("own.conf").toStdString();
        QCOMPARE(run({"export", pair, "--node", "lb02", "-o", own}).code, 0);
        QCOMPARE(read("own.conf"), read("lb02.conf"));
        const auto stranger = run({"export", pair, "--node", "lb03"});
        QVERIFY2(contains(stranger.err, "lb01, lb02"), stranger.err.c_str());
        QCOMPARE(run({"merge", "lb01=/nowhere"}).code, 6);
        QCOMPARE(run({"merge", "lb01=" + first, "lb01=" + second}).code, 2);
        QCOMPARE(run({"export", pair, "--node", "lb01", "-o", "/nowhere/x"}).code, 6);
    }

    void enrolment()
    {
        const std::string state = dir_.filePath("state").toStdString();
        QCOMPARE(run({"--state-dir", state, "identity", "show"}).code, 1);
        const auto request =
            run({"--state-dir", state, "identity", "csr", "--name", "lb01", "--san", "10.0.0.1", "--san", "x"});
        QCOMPARE(request.code, 0);
        const test::TestCa ca;
        const auto refused = run({"--state-dir", state, "identity", "install"}, ca.sign(request.out));
        QCOMPARE(refused.code, 1);
        QVERIFY(contains(refused.err, "A0467"));
        const auto installed =
            run({"--state-dir", state, "identity", "install"}, ca.sign(request.out) + ca.certificate());
        QCOMPARE(installed.code, 0);
        QCOMPARE(run({"--state-dir", state, "identity", "show"}).out, installed.out);
        QVERIFY(contains(installed.out, "node         lb01\n"));
        QVERIFY(contains(run({"--state-dir", state, "identity", "show", "--json"}).out, "{\"node\":\"lb01\""));
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_command_line.moc"
