#include "agent/api/api_process.h"

#include <QRegularExpression>
#include <QtTest>

#include "common/wire/json.h"
#include "tests/unit/agent/api/running_api.h"

using namespace twinhelm;
using test::Issued;
using test::RunningApi;
using test::TestCa;
using test::TestClient;

namespace
{

constexpr auto eventsRequest = "GET /v1/events HTTP/1.1\r\nHost: x\r\n\r\n";

int statusOf(const std::string &answer)
{
    return answer.size() > 12 ? std::stoi(answer.substr(9, 3)) : 0;
}

std::string bodyOf(const std::string &answer)
{
    const auto end = answer.find("\r\n\r\n");
    return end == std::string::npos ? std::string() : answer.substr(end + 4);
}

/// Of a refusal that says all three things; else empty.
QString codeOf(const std::string &answer)
{
    const auto refusal = wire::parseRefusal(bodyOf(answer));
    const bool whole = refusal && !refusal->what.empty() && !refusal->mend.empty();
    return whole ? QString::fromStdString(refusal->code) : QString();
}

bool contains(const std::string &text, const std::string &part)
{
    return text.find(part) != std::string::npos;
}

QList<quint64> eventIds(const std::string &stream)
{
    static const QRegularExpression line("^id: (\\d+)\n", QRegularExpression::MultilineOption);
    QList<quint64> out;
    auto found = line.globalMatch(QString::fromStdString(stream));
    while (found.hasNext())
        out << found.next().captured(1).toULongLong();
    return out;
}

QList<quint64> range(quint64 first, quint64 last)
{
    QList<quint64> out;
    for (auto id = first; id <= last; ++id)
        out << id;
    return out;
}

wire::Event eventOf(const std::string &text)
{
    wire::Event out;
    out.kind = "vrrp.state";
    out.subject = "VI_1";
    out.text = text;
    return out;
}

wire::NodeState someState()
{
    wire::NodeState out;
    out.node = "lb01";
    out.processes = {{"api", 1, "running", 0, 0}};
    out.instances.resize(1);
    out.instances[0].name = "VI 1"; // a blank, since the path carries the name
    out.instances[0].state = "MASTER";
    out.instances[0].counters = {{"adverts_sent", 7}};
    return out;
}

} // namespace

class TestApiProcess : public QObject
{
    Q_OBJECT

    std::unique_ptr<RunningApi> api_;

    static api::Limits quick()
    {
        api::Limits out;
        out.headerTimeout = out.bodyTimeout = std::chrono::milliseconds(400);
        out.writeTimeout = out.commandTimeout = std::chrono::milliseconds(500);
        out.heartbeat = std::chrono::milliseconds(100);
        out.perAddress = 8;
        return out;
    }

    void start(RunningApi::Enrolled enrolled = RunningApi::Enrolled::Yes)
    {
        api_ = std::make_unique<RunningApi>(enrolled, quick());
        api_->guardian().sendState(someState());
        // Not by asking for the state, since a refusal before it has come would be an event.
        QTRY_VERIFY(contains(local("GET", "/metrics"), "twinhelm_build_info"));
        if (enrolled == RunningApi::Enrolled::Yes)
            QTRY_COMPARE(statusOf(api_->desk("viewer")->ask("GET", "/v1/state")), 200);
    }

    [[nodiscard]] std::string local(const std::string &method, const std::string &target) const
    {
        return api_->local()->ask(method, target);
    }

    [[nodiscard]] bool reported(const std::string &cause) const
    {
        const auto all = api_->guardian().reported();
        return std::find(all.begin(), all.end(), cause) != all.end();
    }

    [[nodiscard]] bool counted(const std::string &reason) const
    {
        const auto metrics = local("GET", "/metrics");
        const auto sample = "twinhelm_api_refusals_total{reason=\"" + reason + "\"} ";
        return contains(metrics, sample) && !contains(metrics, sample + "0\n");
    }

private slots:
    void anOldStateIsAskedForAnew()
    {
        auto limits = quick();
        limits.stateAge = std::chrono::milliseconds(0);
        limits.refreshTimeout = std::chrono::milliseconds(100);
        api_ = std::make_unique<RunningApi>(RunningApi::Enrolled::No, limits);
        auto state = someState();
        state.instances[0].counters["adverts_sent"] = 8;
        api_->guardian().onRefresh(state);
        QTRY_VERIFY(contains(local("GET", "/v1/state"), "\"adverts_sent\":8"));
        state.instances[0].counters["adverts_sent"] = 9;
        api_->guardian().onRefresh(state);
        QVERIFY(contains(local("GET", "/metrics"), "twinhelm_vrrp_adverts_sent_total{instance=\"VI 1\"} 9"));
    }

    void withoutAnAnswerTheLastStateIsTold()
    {
        auto limits = quick();
        limits.stateAge = std::chrono::milliseconds(0);
        limits.refreshTimeout = std::chrono::milliseconds(100);
        api_ = std::make_unique<RunningApi>(RunningApi::Enrolled::No, limits);
        api_->guardian().answerWith(nullptr);
        api_->guardian().sendState(someState());
        QTRY_VERIFY(contains(local("GET", "/v1/state"), "\"adverts_sent\":7"));
    }

    void cleanup() { api_.reset(); }

    // ---- who may -------------------------------------------------------------------------------

    void anOperatorMayLookAndAct()
    {
        start();
        auto client = api_->desk("operator");
        QVERIFY(client->connected());
        QCOMPARE(client->protocol(), std::string("TLSv1.3"));
        const auto state = wire::parseNodeState(bodyOf(client->ask("GET", "/v1/state")));
        QVERIFY(state);
        QCOMPARE(state->instances[0].name, std::string("VI 1"));
        QCOMPARE(statusOf(api_->desk("operator")->ask("POST", "/v1/instances/VI%201/handover")), 200);
        const auto commands = api_->guardian().commands();
        QCOMPARE(commands.size(), std::size_t{1});
        QCOMPARE(agent::commandOf(commands[0]), std::string("handover"));
        QCOMPARE(agent::instanceOf(commands[0]), std::string("VI 1"));
        QVERIFY(commands[0].at("by").as_string() == "alice (127.0.0.1)");
    }

    void aViewerMayLookOnly()
    {
        start();
        QCOMPARE(statusOf(api_->desk("viewer")->ask("GET", "/v1/state")), 200);
        for (const auto *target : {"/v1/instances/VI%201/handover", "/v1/instances/VI%201/release", "/v1/reload"}) {
            const auto answer = api_->desk("viewer")->ask("POST", target);
            QCOMPARE(statusOf(answer), 403);
            QCOMPARE(codeOf(answer), QString("A0403"));
        }
        QVERIFY(api_->guardian().commands().empty());
        QVERIFY(counted("not_allowed"));
    }

    void aCertificateWithoutRoleMayNothing()
    {
        start();
        QCOMPARE(statusOf(api_->desk("")->ask("GET", "/v1/state")), 403);
        QCOMPARE(statusOf(api_->desk("root")->ask("GET", "/metrics")), 403);
    }

    void whoIsNotKnownIsRefused_data()
    {
        QTest::addColumn<int>("who");
        QTest::addColumn<QString>("reason");
        QTest::newRow("no certificate") << 0 << "no_certificate";
        QTest::newRow("unknown CA") << 1 << "unknown_certificate";
        QTest::newRow("expired") << 2 << "expired_certificate";
        QTest::newRow("not yet valid") << 3 << "expired_certificate";
        QTest::newRow("a node's certificate") << 4 << "unknown_certificate";
    }
    void whoIsNotKnownIsRefused()
    {
        QFETCH(int, who);
        QFETCH(QString, reason);
        start();
        const TestCa other("Another CA");
        const std::vector<std::optional<Issued>> certificates{
            std::nullopt,
            other.issue({"mallory", "operator"}),
            api_->ca().issue({"alice", "operator", "clientAuth", -7200, -3600}),
            api_->ca().issue({"alice", "operator", "clientAuth", 3600, 7200}),
            api_->ca().issue({"lb02", "operator", "serverAuth"}),
        };
        TestClient client(api_->port(), api_->ca().certificate(), certificates[std::size_t(who)]);
        QCOMPARE(client.ask("GET", "/v1/state"), std::string());
        QTRY_VERIFY(reported(reason.toStdString()));
        QVERIFY(counted(reason.toStdString()));
    }

    void olderTlsIsRefused()
    {
        start();
        const TestClient client(api_->port(), api_->ca().certificate(), api_->ca().issue({"alice", "operator"}),
                                TLS1_2_VERSION);
        QVERIFY(!client.connected());
        QTRY_VERIFY(reported("bad_handshake"));
    }

    void withoutIdentityNothingIsAnsweredUntilEnrolment()
    {
        start(RunningApi::Enrolled::No);
        QVERIFY(!api_->desk("operator")->connected());
        QTRY_VERIFY(reported("not_enrolled"));
        auto state = wire::parseNodeState(bodyOf(local("GET", "/v1/state")));
        QCOMPARE(state->processes[0].state, std::string("waits for enrolment"));
        api_->enrol(api_->ca());
        QTRY_COMPARE_WITH_TIMEOUT(statusOf(api_->desk("viewer")->ask("GET", "/v1/state")), 200, 3000);
        state = wire::parseNodeState(bodyOf(local("GET", "/v1/state")));
        QCOMPARE(state->processes[0].state, std::string("running"));
    }

    void aNewIdentityCountsForNewConnectionsOnly()
    {
        start();
        auto old = api_->desk("viewer");
        old->send(eventsRequest);
        QVERIFY(!old->receiveUntil("\n\n").empty());
        const TestCa next("Next CA");
        api_->enrol(next);
        QTRY_COMPARE_WITH_TIMEOUT(
            statusOf(
                TestClient(api_->port(), next.certificate(), next.issue({"bob", "viewer"})).ask("GET", "/v1/state")),
            200, 3000);
        QVERIFY(reported("renewed"));
        QVERIFY(!api_->desk("viewer")->connected());
        api_->guardian().publish(eventOf("still heard"));
        QVERIFY(contains(old->receiveUntil("still heard"), "still heard"));
    }

    void aBrokenIdentityLeavesTheOldInForce()
    {
        start();
        QFile file(QString::fromStdString((api_->folder() / "tls/node.crt").string()));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("rubbish");
        file.close();
        QTRY_VERIFY_WITH_TIMEOUT(reported("refused"), 3000);
        QCOMPARE(statusOf(api_->desk("viewer")->ask("GET", "/v1/state")), 200);
    }

    // ---- what is refused -----------------------------------------------------------------------

    void aHeaderOfTenMegabytesIsRefused()
    {
        start();
        auto client = api_->desk("operator");
        client->send("GET /v1/state HTTP/1.1\r\nX: " + std::string(10U << 20U, 'a') + "\r\n\r\n");
        const auto answer = client->receiveAll();
        QCOMPARE(statusOf(answer), 431);
        QCOMPARE(codeOf(answer), QString("A0431"));
        QTRY_VERIFY(reported("header_too_large"));
        QCOMPARE(statusOf(api_->desk("operator")->ask("GET", "/v1/state")), 200);
    }

    void aBodyThatIsTooLongIsRefused()
    {
        start();
        auto client = api_->local();
        client->send("POST /v1/reload HTTP/1.1\r\nHost: x\r\nContent-Length: 2000000\r\n\r\n");
        const auto answer = client->receiveAll();
        QCOMPARE(statusOf(answer), 413);
        QCOMPARE(codeOf(answer), QString("A0413"));
    }

    /// A large configuration can be planned, by an operator; nothing else may have so long a body.
    void aLongPlanIsTakenFromAnOperator()
    {
        start();
        const auto ask = [](TestClient &client, const std::string &target, std::size_t length, bool sendIt) {
            client.send("POST " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: " +
                        std::to_string(length) + "\r\n\r\n");
            if (sendIt)
                client.send(std::string(length, '#'));
            return client.receiveAll();
        };
        constexpr std::size_t large = 9U << 20U;
        const auto taken = ask(*api_->desk("operator"), "/v1/plan", large, true);
        QCOMPARE(statusOf(taken), 200);
        QCOMPARE(agent::textOf(api_->guardian().commands().at(0), "text").size(), large);
        const auto longer = ask(*api_->desk("operator"), "/v1/plan", 17U << 20U, false);
        QCOMPARE(statusOf(longer), 413);
        QVERIFY(contains(bodyOf(longer), "twinhelmd --check"));
        QCOMPARE(statusOf(ask(*api_->desk("viewer"), "/v1/plan", large, false)), 413);
        QCOMPARE(statusOf(ask(*api_->desk("operator"), "/v1/reload", large, false)), 413);
    }

    /// Each costs some copies of its body.
    void onlyOneLongPlanAtATime()
    {
        start();
        const std::string head = "POST /v1/plan HTTP/1.1\r\nHost: x\r\nContent-Length: 2000000\r\n\r\n";
        auto first = api_->local();
        first->send(head + "#");
        const auto second = [&] {
            auto client = api_->local();
            client->send(head);
            return client->receiveAll();
        };
        QTRY_COMPARE(codeOf(second()), QString("A0505"));
        first.reset();
        const auto third = [&] {
            auto client = api_->local();
            client->send(head + std::string(2000000, '#'));
            return contains(client->receive(), "HTTP/1.1 200");
        };
        bool taken = false;
        QTRY_VERIFY(taken || (taken = third()));
    }

    /// Whoever names a program that root is to run must be root on the node already.
    void anUpgradeIsAskedForOnTheNodeOnly()
    {
        start();
        const auto remote = api_->desk("operator")->ask("POST", "/v1/upgrade");
        QCOMPARE(statusOf(remote), 403);
        QVERIFY(contains(bodyOf(remote), "twinhelmctl upgrade"));
        QVERIFY(api_->guardian().commands().empty());
        auto done = agent::okReply();
        done.as_object()["upgrade"] = boost::json::object{{"from", "1"}, {"to", "2"}};
        api_->guardian().answerWith(done);
        auto client = api_->local();
        const std::string body = R"({"binary":"/opt/twinhelmd"})";
        client->send("POST /v1/upgrade HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: " +
                     std::to_string(body.size()) + "\r\n\r\n" + body);
        QCOMPARE(bodyOf(client->receiveAll()), std::string(R"({"from":"1","to":"2"})"));
        const auto command = api_->guardian().commands().at(0);
        QCOMPARE(agent::commandOf(command), std::string("upgrade"));
        QCOMPARE(agent::textOf(command, "binary"), std::string("/opt/twinhelmd"));
        QCOMPARE(statusOf(local("POST", "/v1/upgrade")), 200); // without a body: the file it was started from
    }

    void halfARequestTimesOut_data()
    {
        QTest::addColumn<QString>("half");
        QTest::newRow("nothing") << "";
        QTest::newRow("a word") << "GET";
        QTest::newRow("half a header") << "GET /v1/state HTTP/1.1\r\nHost: ";
        QTest::newRow("half a body") << "POST /v1/reload HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc";
    }
    void halfARequestTimesOut()
    {
        QFETCH(QString, half);
        start();
        auto client = api_->desk("operator");
        client->send(half.toStdString());
        const auto answer = client->receiveAll();
        QCOMPARE(statusOf(answer), 408);
        QCOMPARE(codeOf(answer), QString("A0408"));
        QVERIFY(counted("timeout"));
    }

    void rubbishIsRefused()
    {
        start();
        auto client = api_->local();
        client->send("\x16\x03\x01 hello?\r\n\r\n");
        const auto answer = client->receiveAll();
        QCOMPARE(statusOf(answer), 400);
        QCOMPARE(codeOf(answer), QString("A0400"));
    }

    void unknownPathsMethodsAndInstancesSayWhatThereIs()
    {
        start();
        QCOMPARE(codeOf(local("GET", "/v2/state")), QString("A0404"));
        const auto method = local("DELETE", "/v1/state");
        QCOMPARE(statusOf(method), 405);
        QVERIFY(contains(method, "\r\nAllow: GET\r\n"));
        const auto instance = local("POST", "/v1/instances/VI_9/handover");
        QCOMPARE(statusOf(instance), 404);
        QCOMPARE(codeOf(instance), QString("A0406"));
        QVERIFY(contains(bodyOf(instance), "It has VI 1."));
    }

    void oneAddressCannotTakeEveryPlace()
    {
        start();
        // On a busy machine the connections of the start may not have given up their places yet.
        QTRY_VERIFY(contains(local("GET", "/metrics"), "twinhelm_api_connections 1\n"));
        std::vector<std::unique_ptr<TestClient>> crowd;
        for (int i = 0; i < 8; ++i) {
            crowd.push_back(api_->desk("viewer"));
            crowd.back()->send(eventsRequest);
            QVERIFY(!crowd.back()->receiveUntil("\n\n").empty());
        }
        QVERIFY(!api_->desk("viewer")->connected());
        QTRY_VERIFY(reported("too_many_connections"));
        QCOMPARE(statusOf(local("GET", "/v1/state")), 200);
        crowd.pop_back();
        // Once: QTRY_VERIFY asks again after the success, while that connection still has its place.
        bool connected = false;
        QTRY_VERIFY(connected || (connected = api_->desk("viewer")->connected()));
    }

    // ---- commands ------------------------------------------------------------------------------

    void theEnginesRefusalIsPassedOn()
    {
        start();
        api_->guardian().answerWith(agent::refusalReply({"A0150", "no peer", "wait for one"}));
        const auto answer = local("POST", "/v1/instances/VI%201/handover");
        QCOMPARE(statusOf(answer), 409);
        QCOMPARE(codeOf(answer), QString("A0150"));
    }

    void aSilentEngineIsTold()
    {
        start();
        api_->guardian().answerWith(nullptr);
        const auto answer = local("POST", "/v1/instances/VI%201/release");
        QCOMPARE(statusOf(answer), 504);
        QCOMPARE(codeOf(answer), QString("A0504"));
    }

    void reloadAnswersWithTheReport()
    {
        start();
        wire::CheckReport report{true, "lb01", "ab", {{"K0201", "error", "x.conf", 3, 1, "twice", "lb01"}}};
        auto refused = agent::refusalReply({"A0210", "x.conf:3:1", "mend it"});
        refused.as_object()["report"] = wire::toValue(report);
        api_->guardian().answerWith(refused);
        const auto answer = local("POST", "/v1/reload");
        QCOMPARE(statusOf(answer), 200);
        report.ok = false;
        QVERIFY(*wire::parseCheckReport(bodyOf(answer)) == report);
    }

    void severalRequestsOnOneConnection()
    {
        start();
        auto client = api_->desk("viewer");
        const std::string request = "GET /v1/state HTTP/1.1\r\nHost: x\r\n\r\n";
        client->send(request + request);
        std::string both;
        while (QString::fromStdString(both).count("HTTP/1.1 200") < 2 || !both.ends_with('}')) {
            const auto more = client->receive();
            QVERIFY(!more.empty());
            both += more;
        }
        client->send(request);
        QCOMPARE(statusOf(client->receive()), 200);
    }

    void withoutAStateTheAgentIsStarting()
    {
        api_ = std::make_unique<RunningApi>(RunningApi::Enrolled::No, quick());
        QTRY_COMPARE(statusOf(local("GET", "/v1/state")), 503);
        QVERIFY(contains(local("GET", "/metrics"), "twinhelm_api_requests_total"));
    }

    // ---- events --------------------------------------------------------------------------------

    void aStreamResumesWithoutGapOrDuplicate()
    {
        start();
        for (int i = 1; i <= 3000; ++i)
            api_->guardian().publish(eventOf("event " + std::to_string(i)));
        QTRY_COMPARE(eventIds(local("GET", "/v1/events?last=1&follow=no")), QList<quint64>({3000}));
        // More than the tail holds: the journal comes first, the live ones after it. The header beats the query.
        auto client = api_->desk("viewer");
        client->send("GET /v1/events?after=0 HTTP/1.1\r\nHost: x\r\nLast-Event-ID: 100\r\n\r\n");
        auto stream = client->receiveUntil("id: 3000\n");
        api_->guardian().publish(eventOf("live one"));
        stream += client->receiveUntil("live one");
        QCOMPARE(eventIds(stream), range(101, 3001));
        QVERIFY(contains(stream, "event: vrrp.state\nid: 101\ndata: {\"id\":101,"));
        QVERIFY(contains(client->receiveUntil(": still here"), ": still here"));
    }

    void aNewStreamBeginsNow()
    {
        start();
        api_->guardian().publish(eventOf("old"));
        QTRY_COMPARE(eventIds(local("GET", "/v1/events?after=0&follow=no")), QList<quint64>({1}));
        auto client = api_->local();
        client->send(eventsRequest);
        auto stream = client->receiveUntil("\n\n");
        api_->guardian().publish(eventOf("new"));
        stream += client->receiveUntil("id: 2\n");
        QCOMPARE(eventIds(stream), QList<quint64>({2}));
    }

    void anIdFromTheFutureStartsAnew()
    {
        start();
        api_->guardian().publish(eventOf("first"));
        QTRY_COMPARE(eventIds(local("GET", "/v1/events?after=0&follow=no")), QList<quint64>({1}));
        const auto stream = local("GET", "/v1/events?after=77&follow=no");
        QVERIFY(contains(stream, "event: journal.restarted\ndata: "));
        QCOMPARE(eventIds(stream), QList<quint64>({1}));
    }

    void aSlowReaderIsDroppedAndLosesNothing()
    {
        start();
        auto slow = api_->desk("viewer");
        slow->send("GET /v1/events?after=0 HTTP/1.1\r\nHost: x\r\n\r\n");
        QVERIFY(!slow->receiveUntil("\n\n").empty());
        constexpr quint64 count = 6000;
        const std::string padding(1000, 'x');
        for (quint64 i = 1; i <= count; ++i)
            api_->guardian().publish(eventOf(padding));
        QTRY_VERIFY_WITH_TIMEOUT(reported("slow_reader"), 15'000);
        const auto got = eventIds(slow->receiveAll());
        QVERIFY(!got.isEmpty());
        QVERIFY(quint64(got.size()) < count);
        QCOMPARE(got, range(1, got.constLast()));
        const auto resume = "/v1/events?follow=no&after=" + std::to_string(got.constLast());
        // The refusal is an event, too.
        QTRY_COMPARE(eventIds(local("GET", resume)), range(got.constLast() + 1, count + 1));
    }

    // ---- beginning and end ---------------------------------------------------------------------

    void theSocketIsPrivateAndGoneAtTheEnd()
    {
        start();
        const auto path = QString::fromStdString((api_->folder() / "api.sock").string());
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QCOMPARE(QFile::permissions(path) & others, QFile::Permissions());
        auto open = api_->local();
        open->send(eventsRequest);
        QVERIFY(!open->receiveUntil("\n\n").empty());
        QCOMPARE(api_->stop(), 0);
        QVERIFY(!QFile::exists(path));
    }

    void metricsTellOfTheEngine()
    {
        start();
        const auto answer = local("GET", "/metrics");
        QVERIFY(contains(answer, "Content-Type: text/plain; version=0.0.4"));
        QVERIFY(contains(answer, "twinhelm_vrrp_state{instance=\"VI 1\",state=\"MASTER\"} 1\n"));
        QVERIFY(contains(answer, "twinhelm_vrrp_state{instance=\"VI 1\",state=\"BACKUP\"} 0\n"));
        QVERIFY(contains(answer, "twinhelm_vrrp_adverts_sent_total{instance=\"VI 1\"} 7\n"));
    }
};

QTEST_GUILESS_MAIN(TestApiProcess)
#include "tst_api_process.moc"
