#include <QRegularExpression>

#include "tests/lab/config_text.h"
#include "tests/lab/engine.h"
#include "tests/lab/lab_test.h"
#include "tests/lab/outage_meter.h"
#include "tests/lab/services.h"

using namespace twinhelm::lab;

namespace
{

constexpr auto vs = "[10.0.0.3]:tcp:80";
constexpr auto teller = "#!/bin/sh\necho \"$@\" >> /run/told\n";

std::string told(const char *keyword, const char *words)
{
    return std::string("        ") + keyword + " \"/etc/keepalived/told.sh " + words + "\"\n";
}

/// A balancer of two web servers: one is asked for its page, the other one for a connection.
std::string config(int weight = 2)
{
    InstanceText instance;
    instance.advert = "0.2";
    instance.version = 3;
    instance.password.clear();
    return "global_defs {\n    router_id lb01\n    script_user root\n    enable_script_security\n"
           "    lvs_notify_fifo /run/fifo\n}\n" +
           instance.text() +
           "virtual_server 10.0.0.3 80 {\n    delay_loop 1\n    lb_algo rr\n    lb_kind DR\n    protocol TCP\n"
           "    quorum 1\n" +
           told("quorum_up", "quorum up") + told("quorum_down", "quorum down") +
           "    real_server 172.16.1.7 80 {\n        weight " + std::to_string(weight) + "\n" +
           told("notify_up", "web1 up") + told("notify_down", "web1 down") +
           "        HTTP_GET {\n            url {\n                path /\n                status_code 200\n"
           "            }\n            connect_timeout 1\n            retry 1\n            delay_before_retry 1\n"
           "        }\n    }\n"
           "    real_server 172.16.1.8 80 {\n        weight 1\n" +
           told("notify_up", "web2 up") + told("notify_down", "web2 down") +
           "        TCP_CHECK {\n            connect_timeout 1\n            retry 0\n        }\n    }\n}\n";
}

/// delay_loop, a second try a second later, and as long as a connection may take, twice; and what the machine takes.
constexpr Millis seenWithin{1000 + 1000 + 2 * 1000 + 1000};

struct Cluster {
    Lab lab{[] {
        LabOptions out;
        out.web = true;
        return out;
    }()};
    Node &node = lab.lb1();
    Process web1 = startWebServer(lab.web1(), "web1");
    Process web2 = startWebServer(lab.web2(), "web2");
    Process pipe;

    Cluster()
    {
        node.writeFile("/etc/keepalived/told.sh", teller, 0755);
        node.must({"mkfifo", "/run/fifo"});
        pipe = node.start({"sh", "-c", "exec 3<>/run/fifo; exec cat <&3"}, "lines");
    }
    [[nodiscard]] QStringList scripts() const
    {
        return QString::fromStdString(node.run({"cat", "/run/told"}).output).split('\n', Qt::SkipEmptyParts);
    }
    [[nodiscard]] bool hasTold(const char *words) const { return scripts().contains(words); }
    /// The row of a server in `twinhelmctl servers`.
    [[nodiscard]] static QString row(const Engine &engine, const char *address)
    {
        const QRegularExpression line(QStringLiteral("^.*\\b%1:80\\b.*$").arg(QString(address).replace(".", "\\.")),
                                      QRegularExpression::MultilineOption);
        return line.match(QString::fromStdString(engine.ctl({"servers"}).output)).captured(0);
    }
    [[nodiscard]] static bool shows(const Engine &engine, const char *address, const char *pattern)
    {
        return row(engine, address).contains(QRegularExpression(pattern));
    }
    [[nodiscard]] static QString metrics(const Engine &engine)
    {
        return QString::fromStdString(engine.ctl({"metrics"}).output);
    }
};

} // namespace

/// Real servers that die and come back, before a kernel that may have no IPVS.
class TestChecks : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { REQUIRE_LAB(); }

    void aServerThatDiesIsSeenAndComesBack()
    {
        Cluster cluster;
        Engine engine(cluster.node, EngineKind::Twinhelm, config());
        VERIFY_IN_LAB(eventually([&] { return cluster.shows(engine, "172.16.1.7", "UP.*weight 2"); }, Millis(6000)),
                      cluster.lab);
        VERIFY_IN_LAB(eventually([&] { return cluster.hasTold("quorum up"); }, Millis(3000)), cluster.lab);
        QTest::qWait(2500); // both have been asked
        QCOMPARE(cluster.scripts(), QStringList{"quorum up"});

        const auto since = Clock::now();
        cluster.web1.killTree();
        VERIFY_IN_LAB(eventually([&] { return cluster.hasTold("web1 down"); }, seenWithin), cluster.lab);
        qInfo("seen down after %lld ms",
              static_cast<long long>(std::chrono::duration_cast<Millis>(Clock::now() - since).count()));
        const char *const down = "DOWN.*weight 0 of 2.*because HTTP_GET of 172.16.1.7:80";
        VERIFY_IN_LAB(eventually([&] { return cluster.shows(engine, "172.16.1.7", down); }, Millis(2000)), cluster.lab);
        QVERIFY(cluster.metrics(engine).contains(
            "twinhelm_server_up{service=\"[10.0.0.3]:tcp:80\",server=\"172.16.1.7:80\"} 0"));

        cluster.web2.killTree();
        VERIFY_IN_LAB(eventually([&] { return cluster.hasTold("quorum down"); }, seenWithin), cluster.lab);
        VERIFY_IN_LAB(eventually(
                          [&] {
                              const auto services = QString::fromStdString(engine.ctl({"services"}).output);
                              return services.contains("DOWN  [10.0.0.3]:tcp:80");
                          },
                          Millis(2000)),
                      cluster.lab);
        cluster.web1 = startWebServer(cluster.lab.web1(), "web1");
        VERIFY_IN_LAB(eventually([&] { return cluster.hasTold("web1 up"); }, seenWithin), cluster.lab);
        QCOMPARE(cluster.scripts(),
                 (QStringList{"quorum up", "web1 down", "web2 down", "quorum down", "web1 up", "quorum up"}));
        const auto lines = QString::fromStdString(cluster.pipe.output()).split('\n', Qt::SkipEmptyParts);
        QCOMPARE(lines, (QStringList{"VS [10.0.0.3]:tcp:80 UP", "RS [172.16.1.7]:tcp:80 [10.0.0.3]:tcp:80 DOWN",
                                     "RS [172.16.1.8]:tcp:80 [10.0.0.3]:tcp:80 DOWN", "VS [10.0.0.3]:tcp:80 DOWN",
                                     "RS [172.16.1.7]:tcp:80 [10.0.0.3]:tcp:80 UP", "VS [10.0.0.3]:tcp:80 UP"}));
        QVERIFY(engine.log().find("mail \"") == std::string::npos); // nobody is to be mailed
        const auto events = QString::fromStdString(engine.ctl({"events"}).output);
        QVERIFY(events.contains("health.server") && events.contains("health.quorum"));
    }

    /// The lab's kernel: said in state, log and metrics; VRRP and probes go on.
    void withoutIpvsTheRestGoesOn()
    {
        Cluster cluster;
        Engine engine(cluster.node, EngineKind::Twinhelm, config());
        VERIFY_IN_LAB(eventually([&] { return cluster.shows(engine, "172.16.1.8", "UP"); }, Millis(6000)), cluster.lab);
        if (cluster.metrics(engine).contains("\ntwinhelm_ipvs_available 1\n"))
            QSKIP("this kernel has IPVS");
        QVERIFY(cluster.metrics(engine).contains("\ntwinhelm_ipvs_available 0\n"));
        QVERIFY(QString::fromStdString(engine.ctl({"services"}).output).startsWith("NOT BALANCED: "));
        QVERIFY(engine.log().find("services are checked, but not balanced on this node") != std::string::npos);
        VERIFY_IN_LAB(eventually([&] { return cluster.node.holds("10.0.0.3"); }, Millis(5000)), cluster.lab);
        VERIFY_IN_LAB(eventually(
                          [&] {
                              return cluster.metrics(engine).contains(
                                  QRegularExpression("twinhelm_server_probes_total\\{[^}]*172.16.1.8:80\"\\} [1-9]"));
                          },
                          Millis(6000)),
                      cluster.lab);
    }

    void aDrainLivesThroughReloadAndRestart()
    {
        Cluster cluster;
        {
            Engine engine(cluster.node, EngineKind::Twinhelm, config());
            VERIFY_IN_LAB(eventually([&] { return cluster.shows(engine, "172.16.1.7", "UP"); }, Millis(6000)),
                          cluster.lab);
            QCOMPARE(engine.ctl({"drain", vs, "172.16.1.7", "--reason", "kernel update"}).exitCode, 0);
            const char *const drained = "UP.*weight 0 of 2.*draining by the Unix socket: kernel update";
            VERIFY_IN_LAB(eventually([&] { return cluster.shows(engine, "172.16.1.7", drained); }, Millis(2000)),
                          cluster.lab);
            // The other one alone would be too much to take.
            const auto refused = engine.ctl({"drain", vs, "172.16.1.8"});
            QVERIFY2(refused.exitCode == 1 && refused.output.find("A0393") != std::string::npos,
                     refused.output.c_str());
            engine.writeConfig(config(5));
            QCOMPARE(engine.ctl({"reload"}).exitCode, 0);
            VERIFY_IN_LAB(eventually([&] { return cluster.shows(engine, "172.16.1.7", "weight 0 of 5.*draining"); },
                                     Millis(3000)),
                          cluster.lab);
            QCOMPARE(engine.stop().value_or(-1), 0);
        }
        Engine engine(cluster.node, EngineKind::Twinhelm, config());
        VERIFY_IN_LAB(
            eventually([&] { return cluster.shows(engine, "172.16.1.7", "weight 0 of 2.*draining"); }, Millis(6000)),
            cluster.lab);
        QCOMPARE(engine.ctl({"undrain", vs, "172.16.1.7"}).exitCode, 0);
        VERIFY_IN_LAB(eventually([&] { return cluster.shows(engine, "172.16.1.7", "weight 2  "); }, Millis(2000)),
                      cluster.lab);
        QCOMPARE(engine.ctl({"weight", vs, "172.16.1.7", "9", "--for", "2s"}).exitCode, 0);
        VERIFY_IN_LAB(eventually([&] { return cluster.shows(engine, "172.16.1.7", "weight 9 of 2"); }, Millis(1500)),
                      cluster.lab);
        VERIFY_IN_LAB(eventually([&] { return cluster.shows(engine, "172.16.1.7", "weight 2  "); }, Millis(4000)),
                      cluster.lab);
    }

    void probesOnDemandTellWhatTheyDid()
    {
        Cluster cluster;
        Engine engine(cluster.node, EngineKind::Twinhelm, config());
        VERIFY_IN_LAB(eventually([&] { return cluster.shows(engine, "172.16.1.7", "UP"); }, Millis(6000)), cluster.lab);
        const auto passed = engine.ctl({"recheck", vs, "172.16.1.7"});
        QVERIFY2(passed.exitCode == 0 && passed.output.find("PASSED  HTTP_GET of 172.16.1.7:80") != std::string::npos,
                 passed.output.c_str());
        cluster.web2.killTree();
        const auto failed = engine.ctl({"recheck", vs, "172.16.1.8"});
        QVERIFY2(failed.exitCode == 1 && failed.output.find("FAILED  TCP_CHECK") != std::string::npos,
                 failed.output.c_str());
        // It counted as any other run.
        VERIFY_IN_LAB(eventually([&] { return cluster.shows(engine, "172.16.1.8", "DOWN"); }, Millis(1000)),
                      cluster.lab);
        const auto unknown = engine.ctl({"recheck", vs, "172.16.1.99"});
        QVERIFY(unknown.exitCode == 1 && unknown.output.find("A0392") != std::string::npos);
    }

    /// SIGKILL of the checker alone: it is started again, VRRP notices nothing, and probes go on.
    void aKilledCheckerComesBack()
    {
        Cluster cluster;
        Engine engine(cluster.node, EngineKind::Twinhelm, config());
        VERIFY_IN_LAB(eventually([&] { return cluster.shows(engine, "172.16.1.7", "UP"); }, Millis(6000)), cluster.lab);
        cluster.node.must({"sh", "-c", "kill -9 $(pgrep -f '[r]ole checker')"});
        cluster.web1.killTree();
        VERIFY_IN_LAB(eventually([&] { return cluster.shows(engine, "172.16.1.7", "DOWN"); }, Millis(8000)),
                      cluster.lab);
    }
};

QTEST_GUILESS_MAIN(TestChecks)
#include "tst_checks.moc"
