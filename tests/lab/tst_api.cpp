#include <future>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "tests/lab/authority.h"
#include "tests/lab/config_text.h"
#include "tests/lab/engine.h"
#include "tests/lab/lab_test.h"
#include "tests/lab/outage_meter.h"
#include "tests/lab/sniffer.h"

using namespace twinhelm::lab;

namespace
{

constexpr auto lb1 = "10.0.0.5";
constexpr auto url = "https://10.0.0.5:7443";

/// A pair whose first node is enrolled and master, and a desk with curl.
struct Scene {
    Lab lab{[] {
        LabOptions options;
        options.deskHost = true;
        return options;
    }()};
    Authority site{lab, "site"};
    Authority stranger{lab, "stranger"};
    Authority::Papers admin = site.client("admin", "operator");
    Responder atLb1{lab.lb1()};
    Responder atLb2{lab.lb2()};
    Sniffer sniffer{lab.client(), "eth0"};
    OutageMeter meter{lab.client(), "10.0.0.3"};
    std::optional<Engine> one;
    std::optional<Engine> two;

    Scene()
    {
        const InstanceText text{.priority = 150, .version = 3, .advert = "0.1", .password = ""};
        site.enrol(lab.lb1(), lb1);
        EngineOptions options;
        options.listen = "0.0.0.0:7443";
        one.emplace(lab.lb1(), EngineKind::Twinhelm, configText("lb01", {text}), options);
    }

    void startSecond()
    {
        const InstanceText text{.priority = 100, .version = 3, .advert = "0.1", .password = ""};
        two.emplace(lab.lb2(), EngineKind::Twinhelm, configText("lb02", {text}));
    }

    [[nodiscard]] bool up()
    {
        return meter.waitForOwner("lb01", Millis(8000)) &&
               eventually(
                   [&] {
                       return curl({"-o", "/dev/null"}, "/v1/state").exitCode == 0;
                   },
                   Millis(5000));
    }

    /// curl on the desk; body and, as the last line, the status.
    Outcome curlAs(const Authority::Papers &papers, const std::vector<std::string> &arguments, const std::string &path)
    {
        std::vector<std::string> argv{"curl",     "-sS",
                                      "-m",       "8",
                                      "--cacert", site.certificate(),
                                      "--cert",   papers.certificate,
                                      "--key",    papers.key,
                                      "-w",       "\n%{http_code}"};
        argv.insert(argv.end(), arguments.begin(), arguments.end());
        argv.push_back(url + path);
        return lab.desk().run(argv, {}, Millis(12000));
    }
    Outcome curl(const std::vector<std::string> &arguments, const std::string &path)
    {
        return curlAs(admin, arguments, path);
    }

    QJsonObject state()
    {
        auto text = QByteArray::fromStdString(curl({}, "/v1/state").output);
        return QJsonDocument::fromJson(text.left(text.lastIndexOf('\n'))).object();
    }

    /// twinhelm_api_refusals_total of one reason.
    int refusals(const QString &reason)
    {
        const auto metrics = QString::fromStdString(curl({}, "/metrics").output);
        const QRegularExpression row("twinhelm_api_refusals_total\\{reason=\"" + reason + "\"\\} (\\d+)");
        return row.match(metrics).captured(1).toInt();
    }
};

using Attack = std::function<Outcome(Scene &)>;

QString answerOf(const Outcome &outcome)
{
    return QString::fromStdString(outcome.output);
}

/// Sends raw bytes through TLS with the admin's papers and waits for the end.
Outcome tlsTalk(Scene &scene, const std::string &script)
{
    return scene.lab.desk().run(
        {"sh", "-c",
         "(" + script + ") | timeout 9 openssl s_client -quiet -no_ign_eof -connect 10.0.0.5:7443 -CAfile " +
             scene.site.certificate().string() + " -cert " + scene.admin.certificate.string() + " -key " +
             scene.admin.key.string() + " 2>/dev/null"},
        {}, Millis(12000));
}

} // namespace

Q_DECLARE_METATYPE(Attack)

/// The API as somebody on the network meets it; VRRP must not notice any of it.
class TestApi : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        REQUIRE_LAB();
        scene_ = std::make_unique<Scene>();
        VERIFY_IN_LAB(scene_->up(), scene_->lab);
    }
    void cleanupTestCase() { scene_.reset(); }

    void enrolledClientSeesTheState()
    {
        const auto state = scene_->state();
        QCOMPARE(state["node"].toString(), QString("lb01"));
        const auto instance = state["instances"].toArray().first().toObject();
        QCOMPARE(instance["name"].toString(), QString("VI_1"));
        QCOMPARE(instance["state"].toString(), QString("MASTER"));
        QVERIFY(instance["addresses"].toArray().first().toObject()["present"].toBool());
    }

    void hostileClientIsRefusedCountedAndUnnoticed_data()
    {
        QTest::addColumn<Attack>("attack");
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("reason");
        QTest::newRow("no certificate") << Attack([](Scene &scene) {
            return scene.lab.desk().run({"curl", "-sS", "-m", "5", "--cacert", scene.site.certificate(), url});
        }) << QString("certificate") << QString("no_certificate");
        QTest::newRow("certificate of another site") << Attack([](Scene &scene) {
            return scene.curlAs(scene.stranger.client("admin", "operator"), {}, "/v1/state");
        }) << QString("unknown ca") << QString("unknown_certificate");
        QTest::newRow("expired certificate") << Attack([](Scene &scene) {
            return scene.curlAs(scene.site.client("late", "operator", -1), {}, "/v1/state");
        }) << QString("expired") << QString("expired_certificate");
        QTest::newRow("TLS 1.2") << Attack([](Scene &scene) {
            return scene.curl({"--tls-max", "1.2"}, "/v1/state");
        }) << QString("protocol version")
                                 << QString("bad_handshake");
        QTest::newRow("no TLS at all") << Attack([](Scene &scene) {
            return scene.lab.desk().run({"curl", "-sS", "-m", "5", "http://10.0.0.5:7443/v1/state"});
        }) << QString() << QString("bad_handshake");
        QTest::newRow("header of 10 MB") << Attack([](Scene &scene) {
            return tlsTalk(scene, "printf 'GET /v1/state HTTP/1.1\\r\\nHost: x\\r\\nX: '; head -c 10000000 /dev/zero | "
                                  "tr '\\0' a; printf '\\r\\n\\r\\n'; sleep 1");
        }) << QString("431") << QString("header_too_large");
        QTest::newRow("half a request") << Attack([](Scene &scene) {
            return tlsTalk(scene, "printf 'GET /v1/st'; sleep 7");
        }) << QString("408") << QString("timeout");
        QTest::newRow("not HTTP") << Attack([](Scene &scene) {
            return tlsTalk(scene, "printf '\\000\\001\\002 what?\\r\\n\\r\\n'; sleep 1");
        }) << QString("400") << QString("malformed");
        QTest::newRow("unknown path") << Attack([](Scene &scene) { return scene.curl({}, "/etc/passwd"); })
                                      << QString("404") << QString("unknown_path");
        QTest::newRow("wrong method") << Attack([](Scene &scene) {
            return scene.curl({"-X", "DELETE"}, "/v1/state");
        }) << QString("405") << QString("wrong_method");
        QTest::newRow("viewer gives orders") << Attack([](Scene &scene) {
            return scene.curlAs(scene.site.client("watcher", "viewer"), {"-X", "POST"}, "/v1/instances/VI_1/handover");
        }) << QString("403") << QString("not_allowed");
    }
    void hostileClientIsRefusedCountedAndUnnoticed()
    {
        QFETCH(Attack, attack);
        QFETCH(QString, answer);
        QFETCH(QString, reason);
        const auto counted = scene_->refusals(reason);
        const auto start = Clock::now();
        const auto outcome = attack(*scene_);
        QVERIFY2(answerOf(outcome).contains(answer), outcome.output.c_str());
        VERIFY_IN_LAB(eventually([&] { return scene_->refusals(reason) > counted; }, Millis(3000)), scene_->lab);
        mustBeUnnoticedSince(start);
    }

    void aHundredSilentConnectionsAreUnnoticed()
    {
        const auto start = Clock::now();
        auto crowd = scene_->lab.desk().start(
            {"bash", "-c", "for i in $(seq 100); do exec {c}<>/dev/tcp/10.0.0.5/7443; done; sleep 2"}, "crowd");
        std::this_thread::sleep_for(Millis(500));
        QCOMPARE(scene_->state()["node"].toString(), QString("lb01"));
        QVERIFY(crowd.wait(Millis(5000)));
        mustBeUnnoticedSince(start);
    }

    void handoverMovesTheAddressAndReleaseBringsItBack()
    {
        scene_->startSecond();
        // The backup must know its master before it can take over.
        QVERIFY(eventually([&] { return scene_->two->log().find("is master") != std::string::npos; }, Millis(5000)));
        const auto start = Clock::now();
        const auto handed = scene_->curl({"-X", "POST"}, "/v1/instances/VI_1/handover");
        QVERIFY2(answerOf(handed).endsWith("\n200"), handed.output.c_str());
        VERIFY_IN_LAB(scene_->meter.waitForOwner("lb02", Millis(5000)), scene_->lab);
        const auto outage = scene_->meter.outageSince(start);
        QVERIFY(outage);
        qInfo("handover: outage %.1f ms", outage->ms());
        QVERIFY(outage->ms() < 61 + 20);
        QVERIFY(scene_->state()["instances"].toArray().first().toObject()["held_back"].toBool());
        scene_->curl({"-X", "POST"}, "/v1/instances/VI_1/release");
        VERIFY_IN_LAB(scene_->meter.waitForOwner("lb01", Millis(5000)), scene_->lab);
        scene_->two.reset();
    }

    /// The api process is killed while a client listens; with Last-Event-ID it misses nothing and sees nothing twice.
    void eventsResumeAfterTheApiWasKilled()
    {
        const auto idsIn = [](const std::string &text) {
            QList<int> ids;
            static const QRegularExpression row("^id: ?(\\d+)", QRegularExpression::MultilineOption);
            for (auto match = row.globalMatch(QString::fromStdString(text)); match.hasNext();)
                ids << match.next().captured(1).toInt();
            return ids;
        };
        const auto before = idsIn(scene_->curl({"-N", "-m", "2"}, "/v1/events?after=0").output);
        QVERIFY(!before.isEmpty());
        for (const auto pid : scene_->one->process().tree()) {
            if (processName(pid) == "twinhelmd-api")
                kill(pid, SIGKILL);
        }
        QVERIFY(eventually([&] { return scene_->curl({"-o", "/dev/null"}, "/v1/state").exitCode == 0; }, Millis(5000)));
        const auto since = before.value(before.size() / 2);
        const auto after = idsIn(
            scene_->curl({"-N", "-m", "2", "-H", "Last-Event-ID: " + std::to_string(since)}, "/v1/events").output);
        QVERIFY(!after.isEmpty());
        for (int i = 0; i < after.size(); ++i)
            QCOMPARE(after[i], since + 1 + i);
        QVERIFY2(after.last() > before.last(), "the death of the process is itself an event");
    }

    void unixSocketNeedsNoCertificate()
    {
        const auto outcome = scene_->lab.lb1().run(
            {"curl", "-sS", "-m", "5", "--unix-socket", scene_->one->apiSocket(), "http://localhost/v1/state"});
        QCOMPARE(QJsonDocument::fromJson(QByteArray::fromStdString(outcome.output)).object()["node"].toString(),
                 QString("lb01"));
    }

private:
    /// No advert was late, no answer of the VIP was missing.
    void mustBeUnnoticedSince(Clock::time_point start)
    {
        QVERIFY(eventually([&] { return scene_->sniffer.advertsFrom(lb1, start).size() > 5; }, Millis(3000)));
        QVERIFY2(scene_->sniffer.longestGap(lb1, start) < 150, "an advert was late");
        QCOMPARE(scene_->meter.owner(), std::string("lb01"));
    }

    std::unique_ptr<Scene> scene_;
};

QTEST_GUILESS_MAIN(TestApi)
#include "tst_api.moc"
