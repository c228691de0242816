#include "common/simulate/command.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

#include "common/config/load.h"
#include "common/simulate/duration_text.h"
#include "common/simulate/report.h"
#include "common/simulate/scenario.h"

using namespace twinhelm;
using namespace twinhelm::simulate;
using namespace std::chrono_literals;

namespace
{

constexpr auto script = "vrrp_script chk_nginx {\n script /bin/chk\n weight -60\n}\n";

std::string text(int priority)
{
    return script + std::string("vrrp_instance VI_1 {\n interface eth0\n virtual_router_id 51\n priority ") +
           std::to_string(priority) + "\n virtual_ipaddress {\n 10.0.0.3/24\n }\n track_script {\n chk_nginx\n }\n}\n";
}

std::vector<NodeInput> pair()
{
    return {{"lb1", config::loadText(text(150), "lb1").settings, {}},
            {"lb2", config::loadText(text(100), "lb2").settings, {}}};
}

} // namespace

class TestCommand : public QObject
{
    Q_OBJECT

private slots:
    void durations_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qlonglong>("nanoseconds");
        QTest::newRow("seconds") << "5s" << qlonglong(5e9);
        QTest::newRow("no unit") << "5" << qlonglong(5e9);
        QTest::newRow("fraction") << "1.5s" << qlonglong(15e8);
        QTest::newRow("milliseconds") << "200ms" << qlonglong(2e8);
        QTest::newRow("minutes") << "2m" << qlonglong(120e9);
        QTest::newRow("hours") << "3h" << qlonglong(10800e9);
        QTest::newRow("negative") << "-1s" << qlonglong(-1);
        QTest::newRow("unit") << "5 parsecs" << qlonglong(-1);
        QTest::newRow("empty") << "" << qlonglong(-1);
        QTest::newRow("huge") << "99999999999h" << qlonglong(-1);
        QTest::newRow("nan") << "nan" << qlonglong(-1);
    }
    void durations()
    {
        QFETCH(QString, text);
        QFETCH(qlonglong, nanoseconds);
        const auto parsed = parseDuration(text.toStdString());
        QCOMPARE(parsed ? qlonglong(parsed->count()) : -1, nanoseconds);
    }

    void mistakesAreExplained_data()
    {
        QTest::addColumn<QString>("step");
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("mend");
        QTest::newRow("verb") << "explode lb1"
                              << "\"explode\" is not a step"
                              << "There are: start, stop, crash";
        QTest::newRow("node") << "crash lb9"
                              << "There is no node lb9."
                              << "The nodes are: lb1, lb2.";
        QTest::newRow("script") << "script lb2 chk_apache fail"
                                << "lb2 has no script chk_apache."
                                << "It has: chk_nginx.";
        QTest::newRow("verdict") << "script lb2 chk_nginx dead"
                                 << "not whole"
                                 << "ok|fail|timeout";
        QTest::newRow("link") << "link lb1 eth7 down"
                              << "lb1 has no interface eth7."
                              << "It has: eth0.";
        QTest::newRow("instance") << "handover lb1 VI_9"
                                  << "lb1 has no instance VI_9."
                                  << "It has: VI_1.";
        QTest::newRow("partition") << "partition lb1"
                                   << "not whole"
                                   << "A B (both ways) or A->B (one way)";
        QTest::newRow("partition node") << "partition lb1->lb3"
                                        << "There is no node lb3."
                                        << "lb1, lb2";
        QTest::newRow("loss") << "loss 120%"
                              << "not whole"
                              << "loss 20% lb1->lb2";
        QTest::newRow("loss unit") << "loss 20"
                                   << "not whole"
                                   << "loss 20%";
        QTest::newRow("delay") << "delay soon"
                               << "not whole"
                               << "delay 30ms";
        QTest::newRow("reload") << "reload lb1 x.conf"
                                << "cannot be read here"
                                << "Leave the reload out";
        QTest::newRow("empty") << "  "
                               << "An empty step."
                               << "crash";
        QTest::newRow("too much") << "crash lb1 lb2"
                                  << "not whole"
                                  << "crash NODE";
    }
    void mistakesAreExplained()
    {
        QFETCH(QString, step);
        QFETCH(QString, what);
        QFETCH(QString, mend);
        const auto nodes = pair();
        const auto parsed = parseCommand(step.toStdString(), Names{nodes, {}});
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().code, std::string("A0494"));
        QVERIFY2(parsed.error().what.find(what.toStdString()) != std::string::npos, parsed.error().what.c_str());
        QVERIFY2(parsed.error().mend.find(mend.toStdString()) != std::string::npos, parsed.error().mend.c_str());
    }

    /// A whole scenario, each verb once, as a person would read it.
    void scenarioTellsWhoHoldsTheAddress()
    {
        Scenario scenario;
        scenario.nodes = pair();
        scenario.length = 120s;
        const Names names{scenario.nodes, [](const std::string &, const std::string &id) {
                              return Result<vrrp::NodeSettings>(config::loadText(text(90), id).settings);
                          }};
        const std::vector<std::pair<Duration, std::string>> steps{{10s, "script lb1 chk_nginx fail"},
                                                                  {30s, "script lb1 chk_nginx ok"},
                                                                  {40s, "link lb1 eth0 down"},
                                                                  {50s, "link lb1 eth0 up"},
                                                                  {60s, "handover lb1 VI_1"},
                                                                  {70s, "release lb1 VI_1"},
                                                                  {80s, "stop lb1"},
                                                                  {85s, "start lb1"},
                                                                  {95s, "reload lb1 other.conf"},
                                                                  {110s, "loss 0%"},
                                                                  {111s, "delay 1ms lb1->lb2"},
                                                                  {5s, "partition lb1->lb2"},
                                                                  {6s, "heal lb1->lb2"}};
        for (const auto &[at, step] : steps) {
            auto command = parseCommand(step, names);
            QVERIFY2(command, step.c_str());
            scenario.steps.push_back({at, std::move(*command)});
        }
        const auto timeline = run(scenario);
        const auto &history = timeline.addresses.front();
        const auto holds = [&](Duration at) { return QString::fromStdString(history.holderAt(TimePoint(at))); };
        QCOMPARE(holds(9s), QString("lb1"));
        QCOMPARE(holds(25s), QString("lb2")); // the script failed
        QCOMPARE(holds(39s), QString("lb1"));
        QCOMPARE(holds(45s), QString("lb2")); // the link was down
        QCOMPARE(holds(59s), QString("lb1"));
        QCOMPARE(holds(65s), QString("lb2")); // handed over
        QCOMPARE(holds(79s), QString("lb1"));
        QCOMPARE(holds(84s), QString("lb2")); // stopped
        QCOMPARE(holds(94s), QString("lb1"));
        QCOMPARE(holds(109s), QString("lb2")); // priority 90 now
        const auto said = reportText(timeline, {"lb1 has 198.18.0.1 on eth0"});
        for (const auto *part :
             {"assumed: lb1 has 198.18.0.1 on eth0\n", "    10.000  lb1  * script lb1 chk_nginx fail\n",
              "lb2  VI_1 MASTER: ", "\n10.0.0.3\n    lb1  3.4"})
            QVERIFY2(said.find(part) != std::string::npos, (std::string(part) + "\nnot in\n" + said).c_str());
        const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(reportJson(timeline, {})));
        QCOMPARE(document["length"].toDouble(), 120.0);
        QCOMPARE(document["addresses"][0]["address"].toString(), QString("10.0.0.3"));
        QCOMPARE(document["addresses"][0]["holders"][0]["node"].toString(), QString("lb1"));
        QVERIFY(document["addresses"][0]["outages"].toArray().size() > 3);
        QCOMPARE(document["timeline"][0]["kind"].toString(), QString("state"));
    }

    void aNodeThatIsStartedByAStepIsDownBefore()
    {
        Scenario scenario;
        scenario.nodes = pair();
        const Names names{scenario.nodes, {}};
        scenario.steps.push_back({20s, *parseCommand("start lb1", names)});
        const auto timeline = run(scenario);
        QCOMPARE(QString::fromStdString(timeline.addresses.front().holderAt(TimePoint(15s))), QString("lb2"));
        QCOMPARE(QString::fromStdString(timeline.addresses.front().holderAt(TimePoint(55s))), QString("lb1"));
    }
};

QTEST_APPLESS_MAIN(TestCommand)
#include "tst_command.moc"
