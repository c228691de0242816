#include <QtTest>

#include "common/config/load.h"

using namespace twinhelm;
using namespace twinhelm::config;

namespace
{

model::Route routeOf(std::string_view line)
{
    const auto node = loadText("static_routes {\n" + std::string(line) + "\n}\n", "lb01");
    return node.model.staticRoutes.empty() ? model::Route{} : node.model.staticRoutes.front();
}

model::RoutingRule ruleOf(std::string_view line)
{
    const auto node = loadText("static_rules {\n" + std::string(line) + "\n}\n", "lb01");
    return node.model.staticRules.empty() ? model::RoutingRule{} : node.model.staticRules.front();
}

} // namespace

/// Routes and rules: one line with a grammar of its own.
class TestReadRoute : public QObject
{
    Q_OBJECT

private slots:
    void everyAttribute()
    {
        const auto route =
            routeOf("src 10.0.0.3 to 192.168.0.0/16 via 10.0.0.1 dev eth0 table main metric 30 "
                    "protocol static scope link tos 0x10 onlink realms 3 no_track track_group tg append");
        QCOMPARE(route.destination->toString(), std::string("192.168.0.0/16"));
        QVERIFY(*route.source == IpAddress::v4({10, 0, 0, 3}));
        QVERIFY(*route.gateway == IpAddress::v4({10, 0, 0, 1}));
        QCOMPARE(*route.device, std::string("eth0"));
        QCOMPARE(route.table->number.value_or(0), 254U);
        QCOMPARE(*route.metric, 30U);
        QCOMPARE(route.protocol->number.value_or(0), 4U);
        QCOMPARE(route.scope->number.value_or(0), 253U);
        QCOMPARE(route.typeOfService->number.value_or(0), 16U);
        QVERIFY(*route.onlink && route.noTrack);
        QCOMPARE(*route.trackGroup, std::string("tg"));
        QVERIFY(*route.insertion == model::Route::Insertion::Append);
    }

    void nothingIsReadBehindTheHops()
    {
        const auto route = routeOf("10.9.0.0/16 metric 3 nexthop via 10.0.0.1 dev eth0 weight 2 "
                                   "nexthop via 10.0.0.2 dev eth1 no_track table 100 nexthop via 10.0.0.9");
        QCOMPARE(route.nextHops.size(), std::size_t(2));
        QCOMPARE(*route.nextHops.back().device, std::string("eth1"));
        QVERIFY(!route.noTrack && !route.table.given);
        QCOMPARE(*route.metric, 3U);
    }

    void typesStandBeforeTheDestination()
    {
        const auto route = routeOf("blackhole 10.9.0.0/16");
        QVERIFY(*route.type == model::Route::Type::Blackhole);
        QCOMPARE(route.destination->toString(), std::string("10.9.0.0/16"));
    }

    void aNameOfTheSystemHasNoNumber()
    {
        const auto route = routeOf("10.0.0.0/8 via 10.1.1.1 table blue");
        QCOMPARE(route.table->text, std::string("blue"));
        QVERIFY(!route.table->number);
    }

    void defaultFollowsItsGateway()
    {
        QVERIFY(routeOf("default via fe80::1 dev eth0").destination->address.isV6());
        QVERIFY(routeOf("default via 10.0.0.1").destination->address.isV4());
    }

    void metrics()
    {
        const auto route = routeOf("10.0.0.0/8 dev eth0 mtu lock 1400 rtt 300ms rto_min 2s initcwnd 10 features ecn "
                                   "quickack 1 congctl lock bbr");
        const auto &metrics = *route.metrics;
        QVERIFY(metrics.mtu->locked);
        QCOMPARE(metrics.mtu->value, 1400U);
        QCOMPARE(metrics.roundTripTime->value, 300U);
        QCOMPARE(metrics.leastRetransmit->value, 2000U);
        QCOMPARE(*metrics.initialCongestionWindow, 10U);
        QVERIFY(*metrics.ecn && *metrics.quickAck && metrics.congestionControlLocked);
        QCOMPARE(*metrics.congestionControl, std::string("bbr"));
    }

    void nextHopsAndEncapsulation()
    {
        const auto route =
            routeOf("10.0.0.0/8 nexthop via 10.1.1.1 dev eth0 weight 3 onlink nexthop dev eth1 encap ip id 7 "
                    "dst 10.2.2.2 ttl 9");
        QCOMPARE(route.nextHops.size(), std::size_t(2));
        QCOMPARE(*route.nextHops[0].weight, 3U);
        QVERIFY(*route.nextHops[0].onlink);
        const auto &wrap = *route.nextHops[1].encapsulation;
        QVERIFY(*wrap.kind == model::Encapsulation::Kind::Ip);
        QCOMPARE(*wrap.id, std::uint64_t(7));
        QCOMPARE(*wrap.timeToLive, 9U);
    }

    void aLineWithoutDestinationIsNoRoute() { QVERIFY(!routeOf("via 10.0.0.1 dev eth0").destination.given); }

    void rules()
    {
        const auto rule = ruleOf("not from 10.0.0.0/8 to any iif eth0 oif eth1 fwmark 0x10/0xff preference 0x20 "
                                 "sport 80-90 uidrange 0-1000 ipproto 6 suppress_prefixlength 0 table 100 no_track");
        QVERIFY(*rule.inverted && rule.noTrack);
        QCOMPARE(rule.from->toString(), std::string("10.0.0.0/8"));
        QCOMPARE(*rule.inputInterface, std::string("eth0"));
        QCOMPARE(*rule.outputInterface, std::string("eth1"));
        QCOMPARE(rule.fwmark->mark, 16U);
        QCOMPARE(rule.fwmark->mask, 255U);
        QCOMPARE(*rule.preference, 32U);
        QCOMPARE(rule.sourcePorts->last, std::uint16_t(90));
        QCOMPARE(rule.userIds->last, 1000U);
        QVERIFY(rule.suppressPrefixLength.given);
        QVERIFY(*rule.action == model::RoutingRule::Action::Table);
        QCOMPARE(rule.table->number.value_or(0), 100U);
    }

    void actions_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<int>("action");
        using A = model::RoutingRule::Action;
        QTest::newRow("goto") << QByteArray("from 10.0.0.1 goto 500") << static_cast<int>(A::Goto);
        QTest::newRow("nop") << QByteArray("from 10.0.0.1 nop") << static_cast<int>(A::Nop);
        QTest::newRow("type blackhole") << QByteArray("from 10.0.0.1 type blackhole") << static_cast<int>(A::Blackhole);
        QTest::newRow("none") << QByteArray("from 10.0.0.1") << static_cast<int>(A::None);
    }
    void actions()
    {
        QFETCH(QByteArray, line);
        QFETCH(int, action);
        QCOMPARE(static_cast<int>(*ruleOf(line.toStdString()).action), action);
    }
};

QTEST_APPLESS_MAIN(TestReadRoute)
#include "tst_read_route.moc"
