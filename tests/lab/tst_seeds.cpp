#include <optional>

#include "tests/lab/config_text.h"
#include "tests/lab/engine.h"
#include "tests/lab/lab_test.h"
#include "tests/lab/outage_meter.h"
#include "tests/lab/services.h"

using namespace twinhelm::lab;

/// The seeds' pairs as their authors wrote them, in the network they describe.
class TestSeeds : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { REQUIRE_LAB(); }

    /// keepalived with nginx: the page comes through whichever balancer holds 10.0.0.3.
    void nginxPairServesThroughAFailover()
    {
        LabOptions options = LabOptions::seed000();
        options.web = true;
        Lab lab(options);
        const auto web1 = startWebServer(lab.web1(), "web01\n");
        const auto web2 = startWebServer(lab.web2(), "web02\n");
        const auto proxy1 = startReverseProxy(lab.lb1(), {"172.16.1.7", "172.16.1.8"});
        const auto proxy2 = startReverseProxy(lab.lb2(), {"172.16.1.7", "172.16.1.8"});
        Engine first(lab.lb1(), EngineKind::Twinhelm, seed000("lb01"));
        Engine second(lab.lb2(), EngineKind::Twinhelm, seed000("lb02"));

        const auto page = [&] {
            return lab.client().run({"curl", "-s", "-m", "2", "-H", "Host: www.mysun.com", "http://10.0.0.3/"}).output;
        };
        const auto pageIsServed = [&] { return page().starts_with("web0"); };
        VERIFY_IN_LAB(eventually(pageIsServed, Millis(8000)), lab);
        QVERIFY(lab.lb1().holds("10.0.0.3"));
        VERIFY_IN_LAB(lab.lb2().releases("10.0.0.3"), lab);
        QCOMPARE(first.stop().value_or(-1), 0);
        VERIFY_IN_LAB(eventually(pageIsServed, Millis(3000)), lab);
        QVERIFY(lab.lb2().holds("10.0.0.3"));
        VERIFY_IN_LAB(lab.lb1().releases("10.0.0.3"), lab);
    }

    /// Hot standby on ens33: priority 100 against 99 is enough.
    void hotStandbyPairFailsOverAndBack()
    {
        Lab lab(LabOptions::seed004());
        const Responder atLb1(lab.lb1());
        const Responder atLb2(lab.lb2());
        const OutageMeter meter(lab.client(), "192.168.1.254");
        std::optional<Engine> first(std::in_place, lab.lb1(), EngineKind::Twinhelm, seed004("lb01"));
        Engine second(lab.lb2(), EngineKind::Twinhelm, seed004("lb02"));
        VERIFY_IN_LAB(meter.waitForOwner("lb01", Millis(8000)), lab);
        QCOMPARE(first->stop().value_or(-1), 0);
        VERIFY_IN_LAB(meter.waitForOwner("lb02", Millis(3000)), lab);
        first.emplace(lab.lb1(), EngineKind::Twinhelm, seed004("lb01"));
        VERIFY_IN_LAB(meter.waitForOwner("lb01", Millis(8000)), lab);
        VERIFY_IN_LAB(lab.lb2().releases("192.168.1.254"), lab);
    }

    /// Two instances, each node master of one: both addresses survive the loss of either node.
    void dualMasterPairSharesAndCollects()
    {
        Lab lab(LabOptions::seed000());
        const auto config = [](const std::string &node) {
            const bool isFirst = node == "lb01";
            InstanceText one{.priority = isFirst ? 150 : 100, .state = isFirst ? "MASTER" : "BACKUP"};
            InstanceText two{.name = "VI_2",
                             .virtualRouterId = 51,
                             .priority = isFirst ? 100 : 150,
                             .password = "2222",
                             .state = isFirst ? "BACKUP" : "MASTER",
                             .addresses = {"10.0.0.4"}};
            return configText(node, {one, two});
        };
        Engine first(lab.lb1(), EngineKind::Twinhelm, config("lb01"));
        Engine second(lab.lb2(), EngineKind::Twinhelm, config("lb02"));
        const auto shared = [&] {
            return lab.lb1().holds("10.0.0.3") && !lab.lb1().holds("10.0.0.4") && lab.lb2().holds("10.0.0.4") &&
                   !lab.lb2().holds("10.0.0.3");
        };
        VERIFY_IN_LAB(eventually(shared, Millis(10000)), lab);
        lab.cut(lab.lb2());
        second.killTree();
        VERIFY_IN_LAB(
            eventually([&] { return lab.lb1().holds("10.0.0.3") && lab.lb1().holds("10.0.0.4"); }, Millis(6000)), lab);
    }
};

QTEST_GUILESS_MAIN(TestSeeds)
#include "tst_seeds.moc"
