#include "agent/api/router.h"

#include <QRegularExpression>
#include <QtTest>

#include "agent/api/metrics.h"
#include "agent/api/refusals.h"

using namespace twinhelm;
using namespace twinhelm::api;

namespace
{

int statusOf(const Request &request, Role role = Role::Operator)
{
    const auto found = route(request, role);
    const auto *const answer = std::get_if<Answer>(&found);
    return answer == nullptr ? 200 : answer->status;
}

template<typename Kind>
Kind routed(const std::string &method, const std::string &target, const std::string &lastEventId = {})
{
    return std::get<Kind>(std::get<Route>(route({method, target, lastEventId}, Role::Operator)));
}

} // namespace

class TestRouter : public QObject
{
    Q_OBJECT

private slots:
    void serversOfServices()
    {
        const auto one = routed<ServerCommand>(
            "POST", "/v1/services/%5B10.0.0.3%5D%3Atcp%3A80/servers/%5B10.0.0.2%5D%3Atcp%3A80/drain");
        QCOMPARE(one.verb, std::string("drain"));
        QCOMPARE(one.service, std::string("[10.0.0.3]:tcp:80"));
        QCOMPARE(one.server, std::string("[10.0.0.2]:tcp:80"));
        QCOMPARE(routed<ServerCommand>("POST", "/v1/services/FWM%201/servers/10.0.0.2/probe").service,
                 std::string("FWM 1"));
        for (const char *verb : {"undrain", "weight"})
            QCOMPARE(routed<ServerCommand>("POST", std::string("/v1/services/a/servers/b/") + verb).verb,
                     std::string(verb));
        for (const char *path : {"/v1/services/a/servers/b/explode", "/v1/services/a/servers//drain",
                                 "/v1/services//servers/b/drain", "/v1/services/a/servers/drain", "/v1/services/a",
                                 "/v1/services/a/b/servers/c/drain", "/v1/services/a/servers/%zz/drain"})
            QCOMPARE(statusOf({"POST", path, {}}), 404);
        QCOMPARE(statusOf({"GET", "/v1/services/a/servers/b/drain", {}}), 405);
        QCOMPARE(statusOf({"POST", "/v1/services/a/servers/b/drain", {}}, Role::Viewer), 403);
    }

    void namesAreDecoded()
    {
        QCOMPARE(routed<HandOver>("POST", "/v1/instances/VI_1/handover").instance, std::string("VI_1"));
        QCOMPARE(routed<ReleaseHold>("POST", "/v1/instances/a%20b%2Fc%25/release").instance, std::string("a b/c%"));
        QCOMPARE(routed<HandOver>("POST", "/v1/instances/x%00y/handover").instance, std::string("x\0y", 3));
    }

    void whereAStreamBegins()
    {
        QVERIFY(!routed<GetEvents>("GET", "/v1/events").after);
        QCOMPARE(routed<GetEvents>("GET", "/v1/events?after=0").after, std::optional<std::uint64_t>(0));
        QCOMPARE(routed<GetEvents>("GET", "/v1/events?x=1&last=7&follow=no").last, std::optional<std::size_t>(7));
        QVERIFY(!routed<GetEvents>("GET", "/v1/events?x=1&last=7&follow=no").follow);
        QCOMPARE(routed<GetEvents>("GET", "/v1/events?after=5", "18446744073709551615").after,
                 std::optional<std::uint64_t>(18446744073709551615U));
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("lastEventId");
        QTest::addColumn<int>("status");
        QTest::newRow("root") << QByteArray("GET") << QByteArray("/") << QByteArray() << 404;
        QTest::newRow("empty") << QByteArray("GET") << QByteArray("") << QByteArray() << 404;
        QTest::newRow("star") << QByteArray("OPTIONS") << QByteArray("*") << QByteArray() << 404;
        QTest::newRow("no name") << QByteArray("POST") << QByteArray("/v1/instances//handover") << QByteArray() << 404;
        QTest::newRow("no verb") << QByteArray("POST") << QByteArray("/v1/instances/VI_1") << QByteArray() << 404;
        QTest::newRow("two names") << QByteArray("POST") << QByteArray("/v1/instances/a/b/handover") << QByteArray()
                                   << 404;
        QTest::newRow("bad escape") << QByteArray("POST") << QByteArray("/v1/instances/%zz/handover") << QByteArray()
                                    << 404;
        QTest::newRow("cut escape") << QByteArray("POST") << QByteArray("/v1/instances/%4/handover") << QByteArray()
                                    << 404;
        QTest::newRow("head") << QByteArray("HEAD") << QByteArray("/v1/state") << QByteArray() << 405;
        QTest::newRow("get a command") << QByteArray("GET") << QByteArray("/v1/reload") << QByteArray() << 405;
        QTest::newRow("not a number") << QByteArray("GET") << QByteArray("/v1/events?after=1x") << QByteArray() << 400;
        QTest::newRow("negative") << QByteArray("GET") << QByteArray("/v1/events?last=-1") << QByteArray() << 400;
        QTest::newRow("too large") << QByteArray("GET") << QByteArray("/v1/events?after=18446744073709551616")
                                   << QByteArray() << 400;
        QTest::newRow("header") << QByteArray("GET") << QByteArray("/v1/events") << QByteArray("abc") << 400;
    }
    void refusals()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, lastEventId);
        QFETCH(int, status);
        QCOMPARE(statusOf({method.toStdString(), target.toStdString(), lastEventId.toStdString()}), status);
    }

    void roles()
    {
        QCOMPARE(roleOf("operator"), Role::Operator);
        QCOMPARE(roleOf("viewer"), Role::Viewer);
        QCOMPARE(roleOf("Operator"), Role::None);
        QCOMPARE(roleOf(""), Role::None);
        QCOMPARE(statusOf({"GET", "/v1/state", {}}, Role::Viewer), 200);
        QCOMPARE(statusOf({"GET", "/metrics", {}}, Role::Viewer), 200);
        QCOMPARE(statusOf({"POST", "/v1/reload", {}}, Role::Viewer), 403);
        QCOMPARE(statusOf({"POST", "/v1/plan", {}}, Role::Viewer), 403);
        QCOMPARE(statusOf({"POST", "/v1/plan", {}}, Role::Operator), 200);
        QCOMPARE(statusOf({"GET", "/v1/plan", {}}, Role::Operator), 405);
        QCOMPARE(statusOf({"GET", "/v1/state", {}}, Role::None), 403);
        QCOMPARE(statusOf({"GET", "/nothing", {}}, Role::None), 403); // who has no role learns no paths
    }

    void aFloodOfRefusalsMakesFewEvents()
    {
        RefusalLedger ledger;
        const TimePoint start{};
        QVERIFY(ledger.count(Reason::Malformed, "a", "x", start));
        for (int i = 0; i < 999; ++i)
            QVERIFY(!ledger.count(Reason::Malformed, "a", "x", start + std::chrono::seconds(9)));
        QVERIFY(ledger.count(Reason::Timeout, "a", "x", start)); // another reason is another row
        const auto next = ledger.count(Reason::Malformed, "b", "x", start + std::chrono::seconds(10));
        QVERIFY(next);
        QCOMPARE(next->kind, std::string("api.refused"));
        QCOMPARE(next->cause, std::string("malformed"));
        QCOMPARE(next->details.at("count"), std::string("1000"));
        QCOMPARE(ledger.total(Reason::Malformed), quint64(1001));
    }

    void metricsAreWellFormed()
    {
        wire::NodeState state;
        state.node = "a\"b\\c\nd";
        state.instances.resize(2);
        state.instances[0].name = "VI_1";
        state.instances[1].name = "VI_2";
        state.instances[1].lastAdvertAgeMs = 1500;
        state.instances[1].advertIntervals = wire::AdvertIntervals{
            7, 7'004'000, 1'003'000, 2'606'000, {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 7, 7, 7, 7, 7, 7}};
        state.instances[1].lastTransition = wire::TransitionState{5'000, "MASTER", "BACKUP", {}};
        state.instances[1].lastTransition->cause.word = "stalled";
        const auto text = QString::fromStdString(prometheusText(state, {}, {}));
        QVERIFY(text.contains("node=\"a\\\"b\\\\c\\nd\""));
        QVERIFY(text.contains("twinhelm_vrrp_last_advert_age_seconds{instance=\"VI_2\"} 1.5"));
        QVERIFY(text.contains("twinhelm_vrrp_advert_interval_seconds_bucket{instance=\"VI_2\",le=\"0.005\"} 0\n"));
        QVERIFY(text.contains("twinhelm_vrrp_advert_interval_seconds_bucket{instance=\"VI_2\",le=\"1\"} 5\n"));
        QVERIFY(text.contains("twinhelm_vrrp_advert_interval_seconds_bucket{instance=\"VI_2\",le=\"1.01\"} 7\n"));
        QVERIFY(text.contains("twinhelm_vrrp_advert_interval_seconds_bucket{instance=\"VI_2\",le=\"+Inf\"} 7\n"));
        QVERIFY(text.contains("twinhelm_vrrp_advert_interval_seconds_sum{instance=\"VI_2\"} 7.004"));
        QVERIFY(text.contains("twinhelm_vrrp_advert_interval_seconds_count{instance=\"VI_2\"} 7\n"));
        QVERIFY(text.contains("twinhelm_vrrp_advert_headroom_seconds{instance=\"VI_2\"} 2.606"));
        QVERIFY(text.contains("twinhelm_vrrp_last_transition_timestamp_seconds{instance=\"VI_2\",from=\"MASTER\","
                              "to=\"BACKUP\",cause=\"stalled\"} 5.0"));
        QSet<QString> families;
        QString family;
        static const QRegularExpression sample(
            "^([a-z_]+)(\\{[a-z_]+=\"([^\"\\\\]|\\\\.)*\"(,[a-z_]+=\"([^\"\\\\]|\\\\.)*\")*\\})? [-0-9.]+$");
        for (const auto &line : text.split('\n', Qt::SkipEmptyParts)) {
            if (line.startsWith("# HELP ")) {
                family = line.section(' ', 2, 2);
                QVERIFY2(!families.contains(family), qPrintable(family)); // a family's samples stand together
                families.insert(family);
            } else if (!line.startsWith("# TYPE ")) {
                const auto match = sample.match(line);
                QVERIFY2(match.hasMatch(), qPrintable(line));
                const auto name = match.captured(1);
                const bool ofHistogram =
                    name == family + "_bucket" || name == family + "_sum" || name == family + "_count";
                QVERIFY2(name == family || ofHistogram, qPrintable(line));
            }
        }
        QVERIFY(families.size() > 20);
    }
};

QTEST_APPLESS_MAIN(TestRouter)
#include "tst_router.moc"
