#include "common/wire/json.h"
#include "common/wire/json_value.h"

#include <QtTest>

using namespace twinhelm::wire;

namespace
{

CauseState fullCause()
{
    return {"script",
            "script_failed",
            "script a failed",
            "10.0.0.1",
            1,
            2,
            3,
            4,
            5,
            "a",
            "failed",
            7,
            "no",
            "eth0",
            true,
            "0123",
            "VG",
            "VI_2"};
}

ServiceState fullService()
{
    const TrafficState traffic{1, 2, 3, 4, 5, 6, 7, 8};
    const CheckState check{
        "TCP_CHECK", "TCP_CHECK of 10.0.0.2:80", false, true, "connect_refused", "no", 3, 4, 5, 6, 7, 8, 9};
    const OverrideState drained{"drain", 1, "update", "alice", 2, 3, 4, true, true};
    ServerState server{"[10.0.0.2]:tcp:80",
                       "10.0.0.2:80",
                       "DOWN",
                       7,
                       "probe_failed",
                       "it failed",
                       2,
                       3,
                       4,
                       true,
                       "dr",
                       drained,
                       5,
                       6,
                       7,
                       traffic,
                       {check}};
    return {"FWM 1", {"mark 1"}, "wrr", "UP", 8, 2, 1, 4, "10.0.0.9:80", true, true, traffic, {server}};
}

/// Every field away from its default, so that a forgotten one shows.
NodeState fullState()
{
    NodeState state;
    state.api = 2;
    state.node = "lb01";
    state.routerId = "LVS_\"1\"";
    state.engineVersion = "0.1.0";
    state.bootId = "5c0e";
    state.now = 1'700'000'000'123;
    state.uptimeMs = 55;
    state.lastEventId = 18'446'744'073'709'551'615u;
    state.config = {"/etc/keepalived/keepalived.conf", "ab12", 3, 1'700'000'000'000, "line 3: no", "cd34", 17};
    state.processes = {{"vrrp", 12, "running", 2, 77}};
    InstanceState instance;
    instance.name = "VI_1";
    instance.interface = "eth0";
    instance.virtualRouterId = 51;
    instance.version = 3;
    instance.family = "ipv6";
    instance.state = "MASTER";
    instance.since = 5;
    instance.cause = "master_down";
    instance.lastTransition = {6, "BACKUP", "MASTER", fullCause()};
    instance.advertIntervals = {9, 8, 7, -6, {1, 2, 9}};
    instance.basePriority = 101;
    instance.effectivePriority = 91;
    instance.priorityParts = {{"base", 101}, {"script check_web", -10}};
    instance.advertIntervalMs = 100;
    instance.masterDownIntervalMs = 361;
    instance.masterAddress = "10.0.0.1";
    instance.masterPriority = 91;
    instance.lastAdvertAgeMs = 0;
    instance.heldBack = true;
    instance.faults = {"eth0 is down"};
    instance.addresses = {{"10.0.0.3/32", "eth0", true, true}};
    instance.counters = {{"adverts_sent", 9}, {"bad_ttl", 1}};
    state.instances = {instance};
    state.groups = {{"G1", "BACKUP", 4, {"VI_1"}}};
    state.scripts = {{"check_web", false, true, 1, "failed", 12, 5, 4, 3}};
    state.services = {fullService()};
    state.balancer = {true, "refused", true, "master", true, {"a"}, 4, 5, 6};
    state.trackFiles = {{"drain", "/run/drain", -25, {{"VI_1", false, 2, true}}}, {"gone", "/run/gone", {}, {}}};
    state.trackProcesses = {{"web", false, 1, 2, 5, {{"G", true, 0, false}}}};
    return state;
}

Event fullEvent()
{
    return {7,
            1,
            2,
            "5c0e",
            "vrrp.state",
            "notice",
            "VI_1",
            "master_down",
            "VI_1 is MASTER",
            {{"from", "BACKUP"}, {"to", "MASTER"}},
            {}};
}

CheckReport fullReport()
{
    return {true, "lb01", "ab", {{"K0201", "warning", "/etc/x.conf", 3, 7, "twice", "lb02"}}};
}

PlanReport fullPlan()
{
    return {true,
            "lb01",
            "ab",
            "cd",
            fullReport().diagnostics,
            {{"VI_1", "MASTER", "restart", "stops", {"priority"}, {{"1"}, {"2"}}, {{"3"}, {"4"}}, {{"5"}, {"6"}}}},
            {{"a"}, {"b"}},
            {{"c"}, {"d"}},
            {{"e"}, {"f"}},
            {{"g"}, {"h"}}};
}

QString errorPath(const twinhelm::Error &error)
{
    return QString::fromStdString(error.what).section(": ", 0, 0);
}

} // namespace

class TestJson : public QObject
{
    Q_OBJECT

private slots:
    void everyMessageComesBackAsItWent()
    {
        const auto state = parseNodeState(toJson(fullState()));
        QVERIFY(state);
        QVERIFY(*state == fullState());
        QVERIFY(*parseNodeState(toJson(NodeState{})) == NodeState{});
        QVERIFY(*parseEvent(toJson(fullEvent())) == fullEvent());
        QVERIFY(*parseCheckReport(toJson(fullReport())) == fullReport());
        QVERIFY(*parsePlanReport(toJson(fullPlan())) == fullPlan());
        auto withCause = fullEvent();
        withCause.why = fullCause();
        QVERIFY(*parseEvent(toJson(withCause)) == withCause);
        const Refusal refusal{"A0404", "no such path", "see docs/api.md"};
        QVERIFY(*parseRefusal(toJson(refusal)) == refusal);
    }

    void asAValueTheyComeBackToo()
    {
        QVERIFY(*nodeStateFrom(toValue(fullState())) == fullState());
        QVERIFY(*eventFrom(toValue(fullEvent())) == fullEvent());
        QVERIFY(*checkReportFrom(toValue(fullReport())) == fullReport());
        QVERIFY(*planReportFrom(toValue(fullPlan())) == fullPlan());
        const auto wrong = eventFrom(boost::json::object{{"id", "seven"}});
        QVERIFY(!wrong);
        QCOMPARE(errorPath(wrong.error()), QString("id"));
    }

    void writesOneLineInAFixedOrder()
    {
        auto event = fullEvent();
        event.text = "a\nb\x01\x7f";
        QCOMPARE(
            QString::fromStdString(toJson(event)),
            QString(R"({"id":7,"time":1,"monotonic_ns":2,"boot_id":"5c0e","kind":"vrrp.state","severity":"notice",)"
                    R"("subject":"VI_1","cause":"master_down","text":"a\nb\u0001\u007f",)"
                    R"("details":{"from":"BACKUP","to":"MASTER"}})"));
    }

    void bytesThatAreNotUtf8AreReplaced_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        QTest::newRow("latin 1") << QByteArray("caf\xe9!") << QStringLiteral("caf\uFFFD!");
        QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << QStringLiteral("\uFFFD\uFFFD\uFFFD");
        QTest::newRow("overlong slash") << QByteArray("\xc0\xaf") << QStringLiteral("\uFFFD\uFFFD");
        QTest::newRow("cut off") << QByteArray("\xe2\x82") << QStringLiteral("\uFFFD\uFFFD");
        QTest::newRow("above the last") << QByteArray("\xf4\x90\x80\x80") << QStringLiteral("\uFFFD\uFFFD\uFFFD\uFFFD");
        QTest::newRow("good ones stay") << QByteArray("\xc3\xa9 \xe2\x82\xac \xf0\x9f\x98\x80")
                                        << QString::fromUtf8("\xc3\xa9 \xe2\x82\xac \xf0\x9f\x98\x80");
        QTest::newRow("zero byte") << QByteArray("a\0b", 3) << QString::fromStdString(std::string("a\0b", 3));
    }
    void bytesThatAreNotUtf8AreReplaced()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, text);
        Event event;
        event.text = bytes.toStdString();
        const auto back = parseEvent(toJson(event));
        QVERIFY(back);
        QCOMPARE(QString::fromStdString(back->text), text);
    }

    void unknownFieldsAreIgnoredAndAbsentOnesKeepTheirDefault()
    {
        const auto state =
            parseNodeState(R"({"node":"lb01","colour":{"a":[1]},"config":null,"instances":[{"name":"VI_1"}]})");
        QVERIFY(state);
        QCOMPARE(state->node, std::string("lb01"));
        QCOMPARE(state->api, 1);
        QVERIFY(state->config == ConfigState{});
        QCOMPARE(state->instances.size(), std::size_t{1});
        QCOMPARE(state->instances[0].basePriority, 100);
        QVERIFY(!state->instances[0].lastAdvertAgeMs);
    }

    void wrongTypesNameThePath_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("path");
        QTest::newRow("not an object") << QByteArray("[]") << "the message";
        QTest::newRow("text for number") << QByteArray(R"({"now":"1"})") << "now";
        QTest::newRow("fraction") << QByteArray(R"({"now":1.5})") << "now";
        QTest::newRow("too large") << QByteArray(R"({"api":3000000000})") << "api";
        QTest::newRow("negative") << QByteArray(R"({"last_event_id":-1})") << "last_event_id";
        QTest::newRow("number for bool") << QByteArray(R"({"scripts":[{},{"ok":1}]})") << "scripts[1].ok";
        QTest::newRow("object for list") << QByteArray(R"({"instances":{}})") << "instances";
        QTest::newRow("deep") << QByteArray(R"({"instances":[{"priority_parts":[{"value":true}]}]})")
                              << "instances[0].priority_parts[0].value";
        QTest::newRow("map") << QByteArray(R"({"instances":[{"counters":{"bad_ttl":[]}}]})")
                             << "instances[0].counters.bad_ttl";
        QTest::newRow("null in a list") << QByteArray(R"({"instances":[{"faults":[null]}]})")
                                        << "instances[0].faults[0]";
    }
    void wrongTypesNameThePath()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, path);
        const auto state = parseNodeState(text.toStdString());
        QVERIFY(!state);
        QCOMPARE(QString::fromStdString(state.error().code), QString("A0451"));
        QCOMPARE(errorPath(state.error()), path);
    }

    void hostileInputIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("code");
        QTest::newRow("empty") << QByteArray() << "A0450";
        QTest::newRow("half") << QByteArray(R"({"id":)") << "A0450";
        QTest::newRow("two values") << QByteArray("{}{}") << "A0450";
        QTest::newRow("bad UTF-8") << QByteArray("{\"text\":\"\xff\"}") << "A0450";
        QTest::newRow("binary") << QByteArray("\0\1\2", 3) << "A0450";
        QTest::newRow("nested") << QByteArray(100'000, '[') << "A0452";
        QTest::newRow("nested in unknown field") << "{\"x\":" + QByteArray(20, '[') + QByteArray(20, ']') + "}"
                                                 << "A0452";
        QTest::newRow("long") << QByteArray(int(maxJsonBytes) + 1, ' ') << "A0452";
    }
    void hostileInputIsRefused()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, code);
        const auto event = parseEvent(text.toStdString());
        QVERIFY(!event);
        QCOMPARE(QString::fromStdString(event.error().code), code);
    }

    void everyCutOfAMessageIsRefused()
    {
        const auto text = toJson(fullState());
        for (std::size_t length = 0; length < text.size(); ++length)
            QVERIFY2(!parseNodeState(std::string_view(text).substr(0, length)), std::to_string(length).c_str());
    }
};

QTEST_APPLESS_MAIN(TestJson)
#include "tst_json.moc"
