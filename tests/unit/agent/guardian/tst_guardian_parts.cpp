#include <QtTest>

#include "agent/guardian/backoff.h"
#include "agent/guardian/state_board.h"

using namespace twinhelm;
using namespace twinhelm::agent;

class tst_GuardianParts : public QObject
{
    Q_OBJECT

private slots:
    void theFirstRestartIsAtOnce();
    void restartsSlowDown();
    void aLongLifeIsForgiven();
    void theStateIsPutTogether();
    void aDeadEngineIsMasterOfNothing();
    void theCheckersPartStandsBesideTheEngines();
};

void tst_GuardianParts::theFirstRestartIsAtOnce()
{
    QCOMPARE(Backoff().next(std::chrono::seconds(1)), Duration::zero());
}

void tst_GuardianParts::restartsSlowDown()
{
    Backoff backoff;
    for (int i = 0; i < 100; ++i)
        QCOMPARE(backoff.next(std::chrono::milliseconds(10)), Duration(std::chrono::seconds(std::min(i, 60))));
}

void tst_GuardianParts::aLongLifeIsForgiven()
{
    Backoff backoff;
    for (int i = 0; i < 5; ++i)
        (void)backoff.next(std::chrono::seconds(1));
    QCOMPARE(backoff.next(std::chrono::minutes(5)), Duration::zero());
    QCOMPARE(backoff.next(std::chrono::seconds(1)), Duration(std::chrono::seconds(1)));
}

namespace
{

wire::NodeState engine()
{
    wire::NodeState out;
    out.routerId = "router";
    out.node = "not for the engine to say";
    out.instances.emplace_back();
    out.instances.back().name = "VI_1";
    out.instances.back().state = "MASTER";
    return out;
}

} // namespace

void tst_GuardianParts::theStateIsPutTogether()
{
    StateBoard board("lb01", "boot");
    wire::ConfigState config;
    config.path = "/etc/keepalived/keepalived.conf";
    config.epoch = 3;
    board.takeConfig(config);
    board.takeEngine(engine());
    wire::ProcessState vrrp;
    vrrp.role = "vrrp";
    const auto state = board.compose({.now = 1000, .uptimeMs = 50, .lastEventId = 9}, {vrrp});
    QCOMPARE(state.node, std::string("lb01"));
    QCOMPARE(state.bootId, std::string("boot"));
    QCOMPARE(state.routerId, std::string("router"));
    QCOMPARE(state.engineVersion, std::string(TWINHELM_VERSION));
    QCOMPARE(state.now, WallMillis{1000});
    QCOMPARE(state.uptimeMs, std::int64_t{50});
    QCOMPARE(state.lastEventId, std::uint64_t{9});
    QCOMPARE(state.config, config);
    QCOMPARE(state.processes, std::vector{vrrp});
    QCOMPARE(state.instances.front().state, std::string("MASTER"));
}

void tst_GuardianParts::aDeadEngineIsMasterOfNothing()
{
    StateBoard board("lb01", "boot");
    board.takeEngine(engine());
    board.engineDied(777);
    const auto state = board.compose({}, {});
    QCOMPARE(state.instances.front().name, std::string("VI_1"));
    QCOMPARE(state.instances.front().state, std::string("INIT"));
    QCOMPARE(state.instances.front().since, WallMillis{777});
    const auto last = state.instances.front().lastTransition;
    QVERIFY(last);
    QCOMPARE(last->from, std::string("MASTER"));
    QCOMPARE(last->cause.word, std::string("process_died"));
    board.takeEngine(engine());
    QCOMPARE(board.compose({}, {}).instances.front().state, std::string("MASTER"));
}

void tst_GuardianParts::theCheckersPartStandsBesideTheEngines()
{
    StateBoard board("lb01", "boot");
    board.takeEngine(engine());
    QCOMPARE(board.instanceStates(), (std::map<std::string, std::string>{{"VI_1", "MASTER"}}));
    wire::NodeState part;
    part.services.resize(1);
    part.services[0].name = "FWM 1";
    part.balancer.emplace().ipvs = true;
    board.takeBalancer(part);
    board.takeEngine(engine());
    auto state = board.compose({}, {});
    QVERIFY(state.instances.size() == 1 && state.services.size() == 1 && state.balancer->ipvs);
    board.takeBalancer(std::nullopt);
    state = board.compose({}, {});
    QVERIFY(state.services.empty() && !state.balancer);
}

QTEST_GUILESS_MAIN(tst_GuardianParts)
#include "tst_guardian_parts.moc"
